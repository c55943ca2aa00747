/**
 * Scene 5: the energy of a net that is shown an input from outside, after the example of lecture M.
 */
import { markup as formula } from 'virtual:formula/driven'
import type { Hypothesis, Scene } from '../../scene.js'
import { predicting } from '../judgement.js'
import { stepwise } from '../seeking.js'
import { isDiagonalNonnegative, withDiagonal, withSymmetry } from '../weights.js'
import { controls } from './controls.js'
import { initial, repair, type Document } from './document.js'
import { figure, readout } from './figure.js'
import { loopOf, observe, type Seen } from './observe.js'
import { presets } from './presets.js'
import { merge, update, type InputEvent } from './update.js'
import { caption, judge, tell } from './words.js'

const weigh = (rows: Seen['weights']): InputEvent => ({
  type: 'change',
  settings: { memory: { _tag: 'Weights', rows }, scale: 1 },
})

const hypotheses: ReadonlyArray<Hypothesis<Seen, InputEvent>> = [
  {
    id: 'input_counted',
    label: 'E contains −x·y',
    isKept: ({ document }) => document.counted,
    set: (counted) => ({ type: 'change', settings: { counted } }),
  },
  {
    id: 'one_at_a_time',
    label: 'One unit at a time',
    isKept: ({ document }) => document.schedule !== 'synchronous',
    set: (kept) => ({ type: 'change', settings: { schedule: kept ? 'ordered' : 'synchronous' } }),
  },
  {
    id: 'symmetric',
    label: 'W is symmetric',
    isKept: ({ isSymmetric }) => isSymmetric,
    set: (kept, { weights }) => weigh(withSymmetry(weights, kept)),
  },
  {
    id: 'diagonal_nonneg',
    label: 'No self-coupling is negative',
    isKept: ({ weights }) => isDiagonalNonnegative(weights),
    set: (kept, { weights }) => weigh(withDiagonal(weights, kept)),
  },
]

export const input: Scene<Document, InputEvent, Seen> = {
  id: 'input',
  title: 'Energy with external input',
  lead: 'Show a net something from outside while it runs. What the update adds, the energy must count.',
  claim: {
    formula,
    words: 'Whatever unit is asked, the energy with the input in it never rises.',
    laws: ['energy_update_le'],
  },
  hypotheses,
  granted: [],
  presets,
  links: [
    { kind: 'formula', label: 'Energy with input and thresholds', source: 'hopfield/src/Energy.ts' },
    { kind: 'code', label: 'Recall.recall', source: 'hopfield/src/Recall.ts' },
    { kind: 'law', label: 'energy_update_le', source: 'hopfield/src/laws/energy.ts' },
    { kind: 'lecture', label: 'M, “Discrete Hopfield net”, the example (0, 0, 1, 0) (H2, H3); K leaves −x·y out' },
  ],
  initial,
  repair,
  update,
  merge,
  observe,
  transport: (seen) => stepwise(seen, caption(seen), loopOf(seen)),
  prediction: predicting(
    'Will this energy rise?',
    () => [
      { id: 'never', label: 'never' },
      { id: 'rises', label: 'yes, somewhere' },
    ],
    judge,
  ),
  tell,
  exported: async (seen) => (await import('./exported.js')).exported(seen),
  fromCounterexample: async (found) => (await import('./witness.js')).fromCounterexample(found),
  figure,
  readout,
  controls,
}
