/**
 * Counterexamples of the laws, as states of this scene.
 */
import { readCounterexample, settingsOf, thresholdsOf } from '../counterexample.js'
import { initial, maxUnits, repair, type Document } from './document.js'

export const fromCounterexample = (found: unknown): Document | undefined => {
  const witness = readCounterexample(found)
  if (witness === undefined || witness.weights.length > maxUnits) return undefined
  const { timing, weights, state } = witness
  return repair({
    ...initial,
    memory: { _tag: 'Weights', encoding: witness.encoding, rows: weights, thresholds: thresholdsOf(witness) },
    start: state.reduce((index, value) => 2 * index + (value === 1 ? 1 : 0), 0),
    ...settingsOf(timing, weights.length),
    tie: witness.tie,
    delay: 500,
  })
}
