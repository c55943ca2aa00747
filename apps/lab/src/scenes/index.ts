/**
 * The scenes of the lab, loaded when they are opened.
 */
import type { AnyScene } from '../scene.js'

export interface Entry {
  readonly id: string
  readonly title: string
  /** Its name where there is little room. */
  readonly short: string
  readonly load: () => Promise<AnyScene>
}

/** A scene is used with its own states and events only, which its list of events and its `repair` see to. */
const hideTypes = (scene: unknown): AnyScene => scene as AnyScene

export const scenes: readonly [Entry, ...ReadonlyArray<Entry>] = [
  {
    id: 'recall',
    title: 'Recall on a grid',
    short: 'Recall',
    load: async () => hideTypes((await import('./recall/index.js')).recall),
  },
  {
    id: 'states',
    title: 'All states of a small net',
    short: 'All states',
    load: async () => hideTypes((await import('./states/index.js')).states),
  },
  {
    id: 'association',
    title: 'Hetero-association',
    short: 'Hetero-association',
    load: async () => hideTypes((await import('./association/index.js')).association),
  },
  {
    id: 'auto',
    title: 'The iterated auto-associator',
    short: 'Auto-associator',
    load: async () => hideTypes((await import('./auto/index.js')).auto),
  },
  {
    id: 'input',
    title: 'Energy with external input',
    short: 'External input',
    load: async () => hideTypes((await import('./input/index.js')).input),
  },
  {
    id: 'nearest',
    title: 'The closest pattern is recalled?',
    short: 'Closest pattern',
    load: async () => hideTypes((await import('./nearest/index.js')).nearest),
  },
  {
    id: 'bam',
    title: 'A memory in both directions',
    short: 'Both directions',
    load: async () => hideTypes((await import('./bam/index.js')).bam),
  },
  {
    id: 'modern',
    title: 'Dense and modern memories',
    short: 'Modern memories',
    load: async () => {
      const { modern, ready } = await import('./modern/index.js')
      await ready
      return hideTypes(modern)
    },
  },
]

export const entryOf = (id: string): Entry => scenes.find((scene) => scene.id === id) ?? scenes[0]
