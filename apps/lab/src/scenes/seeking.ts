/**
 * The place in a run, and how far it has been seen: what all scenes do with it.
 */
import type { CommonEvent, Transport } from '../scene.js'

interface Place {
  readonly at: number
  readonly reach: number
}

type Seek = Extract<CommonEvent, { type: 'seek' }>

/** The document at another place of its run; what has been seen stays seen. */
export const sought = <D extends Place>(document: D, event: Seek): D => {
  const reach = Math.max(event.at, event.reach ?? 0, document.reach)
  return event.at === document.at && reach === document.reach ? document : { ...document, at: event.at, reach }
}

/** Strokes end where their last event ends; a run has been seen as far as any of its events went. */
export const mergeSeeks = (first: Seek, second: Seek): Seek => ({
  ...second,
  reach: Math.max(first.at, first.reach ?? 0, second.reach ?? 0),
})

interface Stepwise {
  readonly document: Place & { readonly delay: number }
  readonly end: number
}

/** The transport of a run whose strides are single steps; it shows no end before it has been begun. */
export const stepwise = (
  { document: { at, reach, delay }, end }: Stepwise,
  caption: string,
  loop?: number,
): Transport => ({
  at,
  end: reach === 0 ? 0 : end,
  ahead: (strides) => Math.min(end, at + strides),
  back: Math.max(0, at - 1),
  delay,
  loop,
  caption,
})
