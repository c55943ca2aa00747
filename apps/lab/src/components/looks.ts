/**
 * What a picture on a canvas has to follow: the room that it has, and the colours of the page.
 */
import type { ReactiveControllerHost } from 'lit'

interface Follower {
  /** The room has changed; at first, once the page has been laid out. */
  readonly onRoom?: (width: number, height: number) => void
  readonly onColours?: () => void
}

export const followLooks = (
  host: ReactiveControllerHost & Element,
  { onRoom = () => undefined, onColours = () => undefined }: Follower,
): void => {
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined) onRoom(entry.contentRect.width, entry.contentRect.height)
  })
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  host.addController({
    hostConnected: () => {
      observer.observe(host)
      scheme.addEventListener('change', onColours)
      window.addEventListener('engram-theme', onColours)
    },
    hostDisconnected: () => {
      observer.disconnect()
      scheme.removeEventListener('change', onColours)
      window.removeEventListener('engram-theme', onColours)
    },
  })
}
