/**
 * What events do to the nearest scene: nothing here knows the dynamics.
 */
import type { CommonEvent } from '../../scene.js'
import { mergeSeeks, sought } from '../seeking.js'
import { predictions, repair, settle, unitsOf, type Document, type Rows } from './document.js'

export type Settings = Partial<Pick<Document, 'rows' | 'width' | 'start' | 'schedule' | 'order' | 'seed' | 'delay'>>

export type NearestEvent =
  | CommonEvent
  | { readonly type: 'change'; readonly settings: Settings; readonly stroke?: number }
  /** Cells of a stored pattern; of the probe where there is no index. */
  | {
      readonly type: 'paint'
      readonly index?: number
      readonly cells: ReadonlyArray<number>
      readonly value: -1 | 1
      readonly stroke?: number
    }

const restart = (document: Document): Document => settle({ ...document, at: 0, reach: 0, prediction: '' })

type Paint = Extract<NearestEvent, { type: 'paint' }>

const painted = ({ rows }: Document, { index, cells, value }: Paint): Rows =>
  rows.map((row, p) => (p === index ? row.map((spin, unit) => (cells.includes(unit) ? value : spin)) : row))

const bitOf = (document: Document, unit: number): number => 1 << (unitsOf(document) - 1 - unit)

const paintedStart = (document: Document, { cells, value }: Paint): number =>
  cells.reduce(
    (start, unit) => (value === 1 ? start | bitOf(document, unit) : start & ~bitOf(document, unit)),
    document.start,
  )

export const update = (document: Document, event: NearestEvent): Document => {
  switch (event.type) {
    case 'seek':
      return sought(document, event)
    case 'predict':
      return { ...document, prediction: predictions.find((id) => id === event.id) ?? '' }
    case 'load':
      return repair(event.state)
    case 'change': {
      const next = { ...document, ...event.settings }
      return Object.keys(event.settings).every((key) => key === 'delay') ? settle(next) : restart(next)
    }
    case 'paint':
      return restart(
        event.index === undefined
          ? { ...document, start: paintedStart(document, event) }
          : { ...document, rows: painted(document, event) },
      )
  }
}

/** A stroke of the brush covers the cells of both. */
export const merge = (first: NearestEvent, second: NearestEvent): NearestEvent => {
  if (first.type === 'paint' && second.type === 'paint') return { ...second, cells: [...first.cells, ...second.cells] }
  if (first.type === 'seek' && second.type === 'seek') return mergeSeeks(first, second)
  if (first.type === 'change' && second.type === 'change')
    return { ...second, settings: { ...first.settings, ...second.settings } }
  return second
}
