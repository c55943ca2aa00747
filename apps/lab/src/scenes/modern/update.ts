/**
 * What events do to the modern scene: nothing here knows the memories.
 */
import type { CommonEvent } from '../../scene.js'
import { mergeSeeks, sought } from '../seeking.js'
import { predictions, repair, settle, type Document } from './document.js'

export type Settings = Partial<Omit<Document, 'at' | 'reach' | 'prediction'>>

export type ModernEvent =
  CommonEvent | { readonly type: 'change'; readonly settings: Settings; readonly stroke?: number }

export const update = (document: Document, event: ModernEvent): Document => {
  switch (event.type) {
    case 'seek':
      return sought(document, event)
    case 'predict':
      return { ...document, prediction: predictions.find((id) => id === event.id) ?? '' }
    case 'load':
      return repair(event.state)
    case 'change': {
      const next = { ...document, ...event.settings }
      return Object.keys(event.settings).every((key) => key === 'delay')
        ? settle(next)
        : settle({ ...next, at: 0, reach: 0, prediction: '' })
    }
  }
}

export const merge = (first: ModernEvent, second: ModernEvent): ModernEvent => {
  if (first.type === 'seek' && second.type === 'seek') return mergeSeeks(first, second)
  if (first.type === 'change' && second.type === 'change')
    return { ...second, settings: { ...first.settings, ...second.settings } }
  return second
}
