/**
 * What events do to the recall scene: nothing here knows the dynamics.
 */
import type { CommonEvent } from '../../scene.js'
import { mergeSeeks, sought } from '../seeking.js'
import { fromText, paint, resample, toText } from './bits.js'
import { initial, maxPatterns, predictions, repair, settle, type Document, type Item } from './document.js'

/** Settings that an event can change at one stroke. */
export type Settings = Partial<
  Pick<Document, 'width' | 'height' | 'schedule' | 'tie' | 'seed' | 'maxSweeps' | 'stride' | 'delay' | 'target'>
>

interface Paint {
  readonly cells: ReadonlyArray<number>
  readonly value: -1 | 1
  /** The picture before the stroke, as text. */
  readonly from: string
  readonly stroke?: number
}

export type RecallEvent =
  | CommonEvent
  | { readonly type: 'change'; readonly settings: Settings; readonly stroke?: number }
  | {
      readonly type: 'corrupt'
      readonly kind?: 'flip' | 'mask'
      readonly percent?: number
      readonly seed?: number
      readonly stroke?: number
    }
  | { readonly type: 'diagonal'; readonly diagonal: 'zero' | 'kept' }
  | { readonly type: 'store'; readonly items: ReadonlyArray<Item> }
  | { readonly type: 'add'; readonly items: ReadonlyArray<Item> }
  | { readonly type: 'remove'; readonly index: number }
  | ({ readonly type: 'paint'; readonly index: number } & Paint)
  | ({ readonly type: 'paintCue' } & Paint)

/** These change how a run is shown, not what it is. */
const presentation: ReadonlyArray<string> = ['stride', 'delay']

const restart = (document: Document): Document => ({ ...document, at: 0, reach: 0, prediction: '' })

const itemsOf = ({ memory }: Document): ReadonlyArray<Item> =>
  memory._tag === 'Patterns' ? memory.items : initial.memory._tag === 'Patterns' ? initial.memory.items : []

const withItems = (document: Document, items: ReadonlyArray<Item>, target: number): Document =>
  restart({
    ...document,
    memory: {
      _tag: 'Patterns',
      items: items.slice(0, maxPatterns),
      diagonal: document.memory._tag === 'Patterns' ? document.memory.diagonal : 'zero',
    },
    cue: document.cue._tag === 'Drawn' && document.memory._tag === 'Weights' ? initial.cue : document.cue,
    target: Math.max(0, Math.min(target, items.length - 1)),
  })

const painted = ({ width, height }: Document, { cells, value, from }: Paint): { readonly _tag: 'Drawing' } & Item => ({
  _tag: 'Drawing',
  width,
  height,
  pixels: toText(paint(fromText(from, width * height), cells, value)),
})

const resized = (document: Document, next: Document): Document => {
  if (next.width === document.width && next.height === document.height) return next
  const { cue } = next
  const memory = next.memory._tag === 'Weights' ? initial.memory : next.memory
  return cue._tag === 'Drawn'
    ? {
        ...next,
        memory,
        cue: {
          ...cue,
          width: next.width,
          height: next.height,
          pixels: toText(resample(fromText(cue.pixels, cue.width * cue.height), cue, next)),
        },
      }
    : { ...next, memory }
}

export const update = (document: Document, event: RecallEvent): Document => {
  switch (event.type) {
    case 'seek':
      return sought(document, event)
    case 'predict':
      return { ...document, prediction: predictions.find((id) => id === event.id) ?? '' }
    case 'load':
      return repair(event.state)
    case 'change': {
      const next = settle({ ...document, ...event.settings })
      return Object.keys(event.settings).every((key) => presentation.includes(key))
        ? next
        : restart(resized(document, next))
    }
    case 'corrupt': {
      const { type: _type, stroke: _stroke, ...change } = event
      const cue = document.cue._tag === 'Corrupted' ? document.cue : initial.cue
      return cue._tag === 'Corrupted' ? restart({ ...document, cue: { ...cue, ...change } }) : document
    }
    case 'diagonal':
      return document.memory._tag === 'Patterns'
        ? restart({ ...document, memory: { ...document.memory, diagonal: event.diagonal } })
        : document
    case 'store':
      return event.items.length === 0 ? document : withItems(document, event.items, 0)
    case 'add': {
      const items = document.memory._tag === 'Patterns' ? itemsOf(document) : []
      return event.items.length === 0 ? document : withItems(document, [...items, ...event.items], items.length)
    }
    case 'remove': {
      const items = itemsOf(document)
      return items.length <= 1
        ? document
        : withItems(
            document,
            items.filter((_, index) => index !== event.index),
            document.target > event.index ? document.target - 1 : document.target,
          )
    }
    case 'paint':
      return document.memory._tag === 'Patterns'
        ? withItems(
            document,
            document.memory.items.map((item, index) => (index === event.index ? painted(document, event) : item)),
            document.target,
          )
        : document
    case 'paintCue': {
      const { width, height, pixels } = painted(document, event)
      return restart({ ...document, cue: { _tag: 'Drawn', width, height, pixels } })
    }
  }
}

/** A stroke of the brush covers the cells of both; any other stroke ends where its last event ends. */
export const merge = (first: RecallEvent, second: RecallEvent): RecallEvent => {
  if (first.type === 'paint' && second.type === 'paint') return { ...first, cells: [...first.cells, ...second.cells] }
  if (first.type === 'paintCue' && second.type === 'paintCue')
    return { ...first, cells: [...first.cells, ...second.cells] }
  if (first.type === 'change' && second.type === 'change')
    return { ...second, settings: { ...first.settings, ...second.settings } }
  if (first.type === 'seek' && second.type === 'seek') return mergeSeeks(first, second)
  if (first.type === 'corrupt' && second.type === 'corrupt') return { ...first, ...second }
  return second
}
