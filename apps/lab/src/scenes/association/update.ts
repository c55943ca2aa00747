/**
 * What events do to the association scene: nothing here knows the memory.
 */
import type { CommonEvent } from '../../scene.js'
import { mergeSeeks, sought } from '../seeking.js'
import { isBinary, predictions, repair, settle, type Document, type Noise, type Pair } from './document.js'

export type AssociationEvent =
  | CommonEvent
  | { readonly type: 'aim'; readonly index: number }
  | { readonly type: 'noise'; readonly noise: Noise; readonly stroke?: number }
  | { readonly type: 'tie'; readonly tie: Document['tie'] }
  | { readonly type: 'delay'; readonly delay: Document['delay']; readonly stroke?: number }
  | {
      readonly type: 'store'
      readonly pairs: ReadonlyArray<Pair>
      readonly width?: number
    }
  /** Cells of the picture of the input or of the target that is asked for. */
  | {
      readonly type: 'paint'
      readonly part: 'input' | 'target'
      readonly cells: ReadonlyArray<number>
      readonly value: -1 | 1
      readonly stroke?: number
    }

const restart = (document: Document): Document => settle({ ...document, at: 0, reach: 0, prediction: '' })

const painted = (
  document: Document,
  { part, cells, value }: Extract<AssociationEvent, { type: 'paint' }>,
): ReadonlyArray<Pair> => {
  const off = isBinary(document.pairs.map((pair) => pair[part])) ? 0 : -1
  const put = (values: ReadonlyArray<number>): ReadonlyArray<number> =>
    values.map((old, i) => (cells.includes(i) ? (value === 1 ? 1 : off) : old))
  return document.pairs.map((pair, index) => (index === document.aim ? { ...pair, [part]: put(pair[part]) } : pair))
}

export const update = (document: Document, event: AssociationEvent): Document => {
  switch (event.type) {
    case 'seek': {
      const next = sought(document, event)
      return next === document ? document : settle(next)
    }
    case 'predict':
      return { ...document, prediction: predictions.find((id) => id === event.id) ?? '' }
    case 'load':
      return repair(event.state)
    case 'aim':
      return restart({ ...document, aim: event.index })
    case 'noise':
      return settle({ ...document, noise: event.noise, prediction: '' })
    case 'tie':
      return restart({ ...document, tie: event.tie })
    case 'delay':
      return { ...document, delay: event.delay }
    case 'store':
      return restart({ ...document, pairs: event.pairs, width: event.width ?? document.width })
    case 'paint':
      return restart({ ...document, pairs: painted(document, event) })
  }
}

/** A stroke of the brush covers the cells of both; any other stroke ends where its last event ends. */
export const merge = (first: AssociationEvent, second: AssociationEvent): AssociationEvent => {
  if (first.type === 'paint' && second.type === 'paint') return { ...first, cells: [...first.cells, ...second.cells] }
  if (first.type === 'seek' && second.type === 'seek') return mergeSeeks(first, second)
  return second
}
