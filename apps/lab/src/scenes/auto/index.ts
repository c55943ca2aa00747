/**
 * Scene 4: the iterated auto-associator, after the five traces of lecture M.
 */
import { markup as formula } from 'virtual:formula/iterated'
import type { Hypothesis, Scene } from '../../scene.js'
import { predicting } from '../judgement.js'
import { stepwise } from '../seeking.js'
import { withSelfCoupling, withSymmetry } from '../weights.js'
import { controls } from './controls.js'
import { initial, repair, type Document } from './document.js'
import { figure, readout } from './figure.js'
import { isPositive, loopOf, observe, type Seen } from './observe.js'
import { presets } from './presets.js'
import { merge, update, type AutoEvent } from './update.js'
import { caption, judge, tell } from './words.js'

const hypotheses: ReadonlyArray<Hypothesis<Seen, AutoEvent>> = [
  {
    id: 'self_coupled',
    label: 'Self-couplings are kept',
    isKept: (seen) =>
      seen.document.memory._tag === 'Patterns' ? seen.document.memory.diagonal === 'kept' : isPositive(seen),
    set: (kept, { document, weights }) =>
      document.memory._tag === 'Patterns'
        ? { type: 'rule', rule: { diagonal: kept ? 'kept' : 'zero' } }
        : { type: 'weights', rows: withSelfCoupling(weights, kept) },
  },
  {
    id: 'symmetric',
    label: 'W is symmetric',
    isKept: ({ isSymmetric }) => isSymmetric,
    set: (kept, { document, weights }) =>
      document.memory._tag === 'Patterns'
        ? { type: 'rule', rule: { lower: kept ? 'mirrored' : 'turned' } }
        : { type: 'weights', rows: withSymmetry(weights, kept) },
  },
]

export const auto: Scene<Document, AutoEvent, Seen> = {
  id: 'auto',
  title: 'The iterated auto-associator',
  lead: 'Show a net a few components of what it stored, and show it its own answer until the answer stays.',
  claim: {
    formula,
    words:
      'By plain Hebb every probe comes to an answer that stays. With symmetric weights alone it may swing between two.',
    laws: ['auto_fixedPoint_of_psd', 'auto_period_le_two'],
  },
  hypotheses,
  granted: [],
  presets,
  links: [
    { kind: 'formula', label: 'Hebb’s rule and the modified rule', source: 'associative-memory/src/Hebbian.ts' },
    { kind: 'code', label: 'AutoAssociator.recall', source: 'associative-memory/src/AutoAssociator.ts' },
    {
      kind: 'law',
      label: 'auto_fixedPoint_of_psd, auto_period_le_two',
      source: 'associative-memory/src/laws/auto.ts',
    },
    { kind: 'lecture', label: 'M, “Recurrent auto-associative net” (A10)' },
  ],
  initial,
  repair,
  update,
  merge,
  observe,
  transport: (seen) => stepwise(seen, caption(seen), loopOf(seen)),
  prediction: predicting(
    'Where will it end?',
    (seen) => [
      ...(seen.document.memory._tag === 'Patterns'
        ? [
            { id: 'stored', label: 'in a stored pattern' },
            { id: 'reversed', label: 'in a negative' },
          ]
        : []),
      { id: 'other', label: 'in another answer' },
      { id: 'cycle', label: 'never: it goes on' },
    ],
    judge,
  ),
  tell,
  exported: async (seen) => (await import('./exported.js')).exported(seen),
  fromCounterexample: async (found, law) => (await import('./witness.js')).fromCounterexample(found, law),
  figure,
  readout,
  controls,
}
