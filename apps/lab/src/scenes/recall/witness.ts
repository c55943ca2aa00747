/**
 * Counterexamples of the laws, as states of this scene.
 */
import { readCounterexample, thresholdsOf } from '../counterexample.js'
import { toText } from './bits.js'
import { initial, maxWeightUnits, repair, type Document } from './document.js'

export const fromCounterexample = (found: unknown): Document | undefined => {
  const witness = readCounterexample(found)
  if (witness === undefined || witness.weights.length > maxWeightUnits) return undefined
  const units = witness.weights.length
  return repair({
    ...initial,
    width: units,
    height: 1,
    memory: {
      _tag: 'Weights',
      encoding: witness.encoding,
      rows: witness.weights,
      thresholds: thresholdsOf(witness),
    },
    cue: { _tag: 'Drawn', width: units, height: 1, pixels: toText(witness.state) },
    schedule: witness.timing._tag === 'Synchronous' ? 'synchronous' : 'ordered',
    stride: witness.timing._tag === 'Synchronous' ? 'sweep' : 'unit',
    tie: witness.tie,
    delay: 500,
  })
}
