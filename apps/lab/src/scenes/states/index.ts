/**
 * Scene 2: all states of a small network, after the sixteen states of the Kurdistan lecture.
 */
import { markup as formula } from 'virtual:formula/update'
import type { Hypothesis, Scene } from '../../scene.js'
import { stepwise } from '../seeking.js'
import { isDiagonalNonnegative, withDiagonal, withSymmetry } from '../weights.js'
import { controls } from './controls.js'
import { initial, repair, restless, unpredicted, type Document } from './document.js'
import { figure, readout } from './figure.js'
import { nameOf } from './names.js'
import { loopOf, observe, type Seen } from './observe.js'
import { presets } from './presets.js'
import { style } from './style.js'
import { merge, update, type StatesEvent } from './update.js'
import { caption, judge, tell } from './words.js'

const hypotheses: ReadonlyArray<Hypothesis<Seen, StatesEvent>> = [
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
    set: (kept, { weights }) => ({ type: 'weights', rows: withSymmetry(weights, kept) }),
  },
  {
    id: 'diagonal_nonneg',
    label: 'No self-coupling is negative',
    isKept: ({ weights }) => isDiagonalNonnegative(weights),
    set: (kept, { weights }) => ({ type: 'weights', rows: withDiagonal(weights, kept) }),
  },
  {
    id: 'ties_settle',
    label: 'No unit flips at zero field',
    isKept: ({ document }) => document.tie !== 'flip',
    set: (kept) => ({ type: 'change', settings: { tie: kept ? 'keep' : 'flip' } }),
  },
]

const maxOptions = 6

export const states: Scene<Document, StatesEvent, Seen> = {
  id: 'states',
  title: 'All states of a small net',
  lead: 'Four units have sixteen states. See where every update leads, walk from J to G to B, and break the walk.',
  claim: {
    formula,
    words: 'Ask the units one after another, in any order: the net comes to rest in a fixed point.',
    laws: ['recall_fixedPoint', 'energy_update_le'],
  },
  hypotheses,
  granted: [],
  presets,
  links: [
    { kind: 'formula', label: 'Local field and update', source: 'hopfield/src/LocalField.ts' },
    { kind: 'code', label: 'TransitionGraph.make', source: 'hopfield/src/TransitionGraph.ts' },
    { kind: 'law', label: 'recall_fixedPoint', source: 'hopfield/src/laws/recall.ts' },
    { kind: 'lecture', label: 'Kurdistan, the sixteen states (H4)' },
  ],
  initial,
  repair,
  update,
  merge,
  observe,
  transport: (seen) => stepwise(seen, caption(seen), loopOf(seen)),
  prediction: (seen) => ({
    question: 'Where will it end?',
    options: [
      ...seen.fixedPoints
        .slice(0, maxOptions)
        .map((state) => ({ id: String(state), label: `in ${nameOf(state, seen.units)}` })),
      { id: String(restless), label: 'never: it goes on' },
    ],
    chosen: seen.document.prediction === unpredicted ? '' : String(seen.document.prediction),
    answer: judge(seen)?.answer,
  }),
  tell,
  exported: async (seen) => (await import('./exported.js')).exported(seen),
  fromCounterexample: async (found) => (await import('./witness.js')).fromCounterexample(found),
  style,
  figure,
  readout,
  controls,
}
