/**
 * What events do to the input scene: nothing here knows the dynamics.
 */
import type { CommonEvent } from '../../scene.js'
import { mergeSeeks, sought } from '../seeking.js'
import { predictions, repair, settle, type Document } from './document.js'

/** Everything that can be set but the place in the run. */
export type Settings = Partial<Omit<Document, 'at' | 'reach' | 'prediction'>>

export type InputEvent =
  CommonEvent | { readonly type: 'change'; readonly settings: Settings; readonly stroke?: number }

/** These change what is drawn of a run, not the run. */
const presentation: ReadonlyArray<string> = ['delay', 'counted']

export const update = (document: Document, event: InputEvent): Document => {
  switch (event.type) {
    case 'seek':
      return sought(document, event)
    case 'predict':
      return { ...document, prediction: predictions.find((id) => id === event.id) ?? '' }
    case 'load':
      return repair(event.state)
    case 'change': {
      const next = { ...document, ...event.settings }
      return Object.keys(event.settings).every((key) => presentation.includes(key))
        ? settle({ ...next, prediction: 'counted' in event.settings ? '' : document.prediction })
        : settle({ ...next, at: 0, reach: 0, prediction: '' })
    }
  }
}

export const merge = (first: InputEvent, second: InputEvent): InputEvent => {
  if (first.type === 'seek' && second.type === 'seek') return mergeSeeks(first, second)
  if (first.type === 'change' && second.type === 'change')
    return { ...second, settings: { ...first.settings, ...second.settings } }
  return second
}
