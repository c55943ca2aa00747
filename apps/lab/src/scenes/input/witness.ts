/**
 * Counterexamples of the laws, as states of this scene.
 */
import { readCounterexample, settingsOf } from '../counterexample.js'
import { initial, maxUnits, repair, type Document } from './document.js'
import { observe } from './observe.js'

/** With the energy that contains the input, unless only the other one rises. */
const rising = (document: Document): Document =>
  [true, false].map((counted) => ({ ...document, counted })).find((each) => observe(each).allRises.length > 0) ??
  document

export const fromCounterexample = (found: unknown): Document | undefined => {
  const witness = readCounterexample(found)
  if (witness === undefined || witness.weights.length > maxUnits) return undefined
  const { weights, timing } = witness
  return rising(
    repair({
      ...initial,
      memory: { _tag: 'Weights', rows: weights },
      encoding: witness.encoding,
      input: witness.input,
      thresholds: witness.thresholds,
      start: witness.state.map((value) => value === 1),
      ...settingsOf(timing, weights.length),
      tie: witness.tie,
      delay: 500,
    }),
  )
}
