/**
 * What events do to the bidirectional scene: nothing here knows the dynamics.
 */
import type { CommonEvent } from '../../scene.js'
import { mergeSeeks, sought } from '../seeking.js'
import { withColumnsTurned } from '../weights.js'
import { blank, countOf, fromText, painted, resampled, toText } from './cells.js'
import {
  maxPairs,
  pairsOf,
  predictions,
  repair,
  settle,
  type Document,
  type Layer,
  type Memory,
  type Shape,
  type StoredPair,
} from './document.js'

type Start = Document['start']

/** What is known of a pair at the start. */
export type Known = 'x' | 'y' | 'both'

/** Settings that an event can change at one stroke. */
export type Settings = Partial<Pick<Document, 'schedule' | 'tie' | 'encoding' | 'delay'>>

export type BamEvent =
  | CommonEvent
  | { readonly type: 'change'; readonly settings: Settings; readonly stroke?: number }
  /** Begins with a stored pair, or with half of it. */
  | { readonly type: 'begin'; readonly index: number; readonly known: Known }
  | { readonly type: 'start'; readonly start: Partial<Start>; readonly seed?: number }
  /** `from` is what both layers held before the stroke. */
  | {
      readonly type: 'paint'
      readonly layer: Layer
      readonly from: Start
      readonly cells: ReadonlyArray<number>
      readonly value: -1 | 0 | 1
      readonly stroke?: number
    }
  | { readonly type: 'store'; readonly pairs: ReadonlyArray<StoredPair>; readonly aim: number; readonly seed?: number }
  | { readonly type: 'memory'; readonly memory: Memory }
  | { readonly type: 'back'; readonly kept: boolean }
  | { readonly type: 'shape'; readonly layer: Layer; readonly shape: Shape }

const restart = (document: Document): Document => settle({ ...document, at: 0, reach: 0, prediction: '' })

/** The layer of which nothing is known goes first; layers that answer at once go on doing so. */
const scheduleFor = (known: Known, schedule: Document['schedule']): Document['schedule'] =>
  schedule === 'together' || known === 'both' ? schedule : known === 'y' ? 'x-first' : 'y-first'

const begun = (document: Document, index: number, known: Known): Document => {
  const pair = pairsOf(document)[index]
  return pair === undefined
    ? document
    : restart({
        ...document,
        aim: index,
        start: {
          x: known === 'y' ? blank(countOf(document.x)) : pair.x,
          y: known === 'x' ? blank(countOf(document.y)) : pair.y,
        },
        schedule: scheduleFor(known, document.schedule),
      })
}

const reshaped = (document: Document, layer: Layer, shape: Shape): Document => {
  const { memory } = document
  const to = (text: string): string => resampled(text, document[layer], shape)
  return memory._tag === 'Weights'
    ? document
    : restart({
        ...document,
        [layer]: shape,
        memory: { ...memory, pairs: memory.pairs.map((pair) => ({ ...pair, [layer]: to(pair[layer]) })) },
        start: { ...document.start, [layer]: to(document.start[layer]) },
      })
}

const withBack = (memory: Memory, kept: boolean): Memory =>
  memory._tag === 'Pairs'
    ? { ...memory, back: kept ? 'same' : 'turned' }
    : { ...memory, back: kept ? null : withColumnsTurned(memory.rows) }

export const update = (document: Document, event: BamEvent): Document => {
  switch (event.type) {
    case 'seek':
      return sought(document, event)
    case 'predict':
      return { ...document, prediction: predictions.find((id) => id === event.id) ?? '' }
    case 'load':
      return repair(event.state)
    case 'change': {
      const next = { ...document, ...event.settings }
      return Object.keys(event.settings).every((key) => key === 'delay') ? next : restart(next)
    }
    case 'begin':
      return begun(document, event.index, event.known)
    case 'start':
      return restart({
        ...document,
        start: { ...document.start, ...event.start },
        seed: event.seed ?? document.seed,
      })
    case 'paint': {
      const { layer, from, cells, value } = event
      const text = toText(painted(fromText(from[layer], countOf(document[layer])), cells, value))
      return restart({ ...document, start: { ...from, [layer]: text } })
    }
    case 'store':
      return event.pairs.length === 0
        ? document
        : restart({
            ...document,
            memory: {
              _tag: 'Pairs',
              pairs: event.pairs.slice(0, maxPairs),
              back: document.memory._tag === 'Pairs' ? document.memory.back : 'same',
            },
            aim: event.aim,
            seed: event.seed ?? document.seed,
          })
    case 'memory':
      return restart({ ...document, memory: event.memory })
    case 'back':
      return restart({ ...document, memory: withBack(document.memory, event.kept) })
    case 'shape':
      return reshaped(document, event.layer, event.shape)
  }
}

/** A stroke of the brush covers the cells of both; any other stroke ends where its last event ends. */
export const merge = (first: BamEvent, second: BamEvent): BamEvent => {
  if (first.type === 'seek' && second.type === 'seek') return mergeSeeks(first, second)
  if (first.type === 'paint' && second.type === 'paint') return { ...first, cells: [...first.cells, ...second.cells] }
  if (first.type === 'change' && second.type === 'change')
    return { ...second, settings: { ...first.settings, ...second.settings } }
  return second
}
