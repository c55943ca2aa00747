/**
 * Scene 3: hetero-association and the disturbance ball, after lecture M.
 */
import { Hadamard, Matrix } from '@engram/linalg'
import { markup as formula } from 'virtual:formula/disturbed'
import type { Hypothesis, Scene } from '../../scene.js'
import { predicting } from '../judgement.js'
import { stepwise } from '../seeking.js'
import { controls } from './controls.js'
import { initial, repair, type Document, type Pair } from './document.js'
import { figure, readout } from './figure.js'
import { isOrthogonal, observe, type Seen } from './observe.js'
import { presets } from './presets.js'
import { style } from './style.js'
import { merge, update, type AssociationEvent } from './update.js'
import { caption, judge, tell } from './words.js'

/** Inputs that are rows of a Hadamard matrix: of the least order that has enough of them, and 8 at least. */
const orthogonal = (pairs: ReadonlyArray<Pair>): AssociationEvent => {
  const rows = Matrix.toRows(Hadamard.sylvester(Math.max(3, Math.ceil(Math.log2(pairs.length)))))
  return {
    type: 'store',
    pairs: pairs.map(({ target }, p) => ({ input: rows[p] ?? [], target })),
    width: rows.length,
  }
}

const turnedAt = (values: ReadonlyArray<number>, at: number): ReadonlyArray<number> =>
  values.map((value, i) => (i === at % values.length ? -value : value))

/** Inputs that differ from the first in one component each. */
const alike = (pairs: ReadonlyArray<Pair>): AssociationEvent => {
  const [first = { input: [1], target: [1] }] = pairs
  const others = pairs.length > 1 ? pairs.slice(1) : [{ ...first, target: first.target.map((value) => -value) }]
  return {
    type: 'store',
    pairs: [first, ...others.map(({ target }, p) => ({ input: turnedAt(first.input, p), target }))],
  }
}

const hypotheses: ReadonlyArray<Hypothesis<Seen, AssociationEvent>> = [
  {
    id: 'orthogonal',
    label: 'The inputs are orthogonal',
    isKept: isOrthogonal,
    set: (kept, { document }) => (kept ? orthogonal : alike)(document.pairs),
  },
  {
    id: 'bipolar_targets',
    label: 'The targets are bipolar',
    isKept: ({ hasBinaryTargets }) => !hasBinaryTargets,
    set: (kept, { document }) => ({
      type: 'store',
      pairs: document.pairs.map((pair) => ({
        ...pair,
        target: pair.target.map((value, j) => (kept ? value || -1 : j === 0 && document.pairs[0] === pair ? 0 : value)),
      })),
    }),
  },
]

export const association: Scene<Document, AssociationEvent, Seen> = {
  id: 'association',
  title: 'Hetero-association',
  lead: 'Store pairs of patterns, disturb an input, and see how far it may go before an output turns.',
  claim: {
    formula,
    words: 'Every stored input calls up its target, and so does every input closer to it than δ̄.',
    laws: ['recall_of_disturbance_lt', 'recall_of_orthogonal'],
  },
  hypotheses,
  granted: [],
  presets,
  links: [
    { kind: 'formula', label: 'The two bounds and the exact radius', source: 'associative-memory/src/Noise.ts' },
    { kind: 'code', label: 'Hebbian.learn', source: 'associative-memory/src/Hebbian.ts' },
    { kind: 'code', label: 'Recall.recall', source: 'associative-memory/src/Recall.ts' },
    { kind: 'law', label: 'recall_of_disturbance_lt', source: 'associative-memory/src/laws/noise.ts' },
    { kind: 'law', label: 'recall_of_orthogonal', source: 'associative-memory/src/laws/recall.ts' },
    { kind: 'lecture', label: 'M, “Input pattern with disturbance” (A3 to A6)' },
  ],
  initial,
  repair,
  update,
  merge,
  observe,
  transport: (seen) => stepwise(seen, caption(seen)),
  prediction: predicting(
    'What will it answer?',
    () => [
      { id: 'right', label: 'the target' },
      { id: 'wrong', label: 'something else' },
    ],
    judge,
  ),
  tell,
  exported: async (seen) => (await import('./exported.js')).exported(seen),
  fromCounterexample: async (found, law) => (await import('./witness.js')).fromCounterexample(found, law),
  style,
  figure,
  readout,
  controls,
}
