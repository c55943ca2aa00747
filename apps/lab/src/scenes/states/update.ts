/**
 * What events do to the states scene: nothing here knows the dynamics.
 */
import type { CommonEvent } from '../../scene.js'
import { mergeSeeks, sought } from '../seeking.js'
import { maxMoves, maxUnits, repair, settle, unitsOf, unpredicted, type Document, type Memory } from './document.js'

export type Settings = Partial<Pick<Document, 'schedule' | 'order' | 'seed' | 'tie' | 'delay' | 'layout'>>

type Rows = ReadonlyArray<ReadonlyArray<number>>

export type StatesEvent =
  | CommonEvent
  | { readonly type: 'start'; readonly index: number }
  /** A unit is asked out of turn, after those asked before. */
  | { readonly type: 'ask'; readonly unit: number; readonly before: ReadonlyArray<number> }
  | { readonly type: 'change'; readonly settings: Settings; readonly stroke?: number }
  | { readonly type: 'patterns'; readonly rows: ReadonlyArray<ReadonlyArray<-1 | 1>> }
  | { readonly type: 'diagonal'; readonly diagonal: 'zero' | 'kept' }
  /** From now on the network is given by its weights. */
  | { readonly type: 'weights'; readonly rows: Rows }
  | { readonly type: 'threshold'; readonly unit: number; readonly value: number }

const presentation: ReadonlyArray<string> = ['delay', 'layout']

const restart = (document: Document): Document =>
  settle({ ...document, at: 0, reach: 0, moves: [], prediction: unpredicted })

const thresholdsOf = (memory: Memory, units: number): ReadonlyArray<number> =>
  memory._tag === 'Weights' && memory.thresholds.length === units
    ? memory.thresholds
    : Array.from({ length: units }, () => 0)

const withWeights = (document: Document, rows: Rows): Document =>
  restart({
    ...document,
    memory: {
      _tag: 'Weights',
      encoding: document.memory._tag === 'Weights' ? document.memory.encoding : 'bipolar',
      rows: rows.slice(0, maxUnits),
      thresholds: thresholdsOf(document.memory, rows.length),
    },
  })

export const update = (document: Document, event: StatesEvent): Document => {
  switch (event.type) {
    case 'seek':
      return sought(document, event)
    case 'predict':
      return { ...document, prediction: Number(event.id) }
    case 'load':
      return repair(event.state)
    case 'start':
      return restart({ ...document, start: event.index })
    case 'ask': {
      const moves = [...event.before, event.unit].slice(0, maxMoves)
      return settle({ ...document, moves, at: moves.length, reach: moves.length })
    }
    case 'change': {
      const next = settle({ ...document, ...event.settings })
      return Object.keys(event.settings).every((key) => presentation.includes(key)) ? next : restart(next)
    }
    case 'patterns':
      return restart({
        ...document,
        memory: {
          _tag: 'Patterns',
          rows: event.rows,
          diagonal: document.memory._tag === 'Patterns' ? document.memory.diagonal : 'zero',
        },
      })
    case 'diagonal':
      return document.memory._tag === 'Patterns'
        ? restart({ ...document, memory: { ...document.memory, diagonal: event.diagonal } })
        : document
    case 'weights':
      return withWeights(document, event.rows)
    case 'threshold':
      return document.memory._tag === 'Weights' && event.unit < unitsOf(document)
        ? restart({
            ...document,
            memory: { ...document.memory, thresholds: document.memory.thresholds.with(event.unit, event.value) },
          })
        : document
  }
}

/** Settings that change in one stroke add up; else a stroke ends where its last event ends. */
export const merge = (first: StatesEvent, second: StatesEvent): StatesEvent => {
  if (first.type === 'seek' && second.type === 'seek') return mergeSeeks(first, second)
  if (first.type === 'change' && second.type === 'change')
    return { ...second, settings: { ...first.settings, ...second.settings } }
  return second
}
