/**
 * What events do to the auto-associator scene: nothing here knows the dynamics.
 */
import type { CommonEvent } from '../../scene.js'
import { mergeSeeks, sought } from '../seeking.js'
import { predictions, repair, settle, type Document } from './document.js'

export type AutoEvent =
  | CommonEvent
  | { readonly type: 'probe'; readonly values: ReadonlyArray<number> }
  | { readonly type: 'tie'; readonly tie: Document['tie'] }
  | { readonly type: 'delay'; readonly delay: Document['delay']; readonly stroke?: number }
  | { readonly type: 'patterns'; readonly rows: ReadonlyArray<ReadonlyArray<-1 | 1>> }
  /** Both are meant for a net that is given by its patterns. */
  | {
      readonly type: 'rule'
      readonly rule: { readonly diagonal?: 'zero' | 'kept'; readonly lower?: 'mirrored' | 'turned' }
    }
  | { readonly type: 'weights'; readonly rows: ReadonlyArray<ReadonlyArray<number>> }

const restart = (document: Document): Document => settle({ ...document, at: 0, reach: 0, prediction: '' })

export const update = (document: Document, event: AutoEvent): Document => {
  switch (event.type) {
    case 'seek':
      return sought(document, event)
    case 'predict':
      return { ...document, prediction: predictions.find((id) => id === event.id) ?? '' }
    case 'load':
      return repair(event.state)
    case 'probe':
      return restart({ ...document, probe: event.values })
    case 'tie':
      return restart({ ...document, tie: event.tie })
    case 'delay':
      return { ...document, delay: event.delay }
    case 'patterns':
      return restart({
        ...document,
        memory:
          document.memory._tag === 'Patterns'
            ? { ...document.memory, rows: event.rows }
            : { _tag: 'Patterns', rows: event.rows, diagonal: 'zero', lower: 'mirrored' },
      })
    case 'rule':
      return document.memory._tag === 'Patterns'
        ? restart({ ...document, memory: { ...document.memory, ...event.rule } })
        : document
    case 'weights':
      return restart({ ...document, memory: { _tag: 'Weights', rows: event.rows } })
  }
}

export const merge = (first: AutoEvent, second: AutoEvent): AutoEvent =>
  first.type === 'seek' && second.type === 'seek' ? mergeSeeks(first, second) : second
