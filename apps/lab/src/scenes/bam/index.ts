/**
 * Scene 6: a bidirectional memory, after the letters and codes of lecture M and the names and faces of lecture V.
 */
import { markup as formula } from 'virtual:formula/bidirectional'
import type { Hypothesis, Scene } from '../../scene.js'
import { predicting } from '../judgement.js'
import { stepwise } from '../seeking.js'
import { controls } from './controls.js'
import { initial, repair, type Document } from './document.js'
import { figure, readout } from './figure.js'
import { loopOf, observe, type Seen } from './observe.js'
import { presets } from './presets.js'
import { style } from './style.js'
import { merge, update, type BamEvent } from './update.js'
import { caption, judge, tell } from './words.js'

const hypotheses: ReadonlyArray<Hypothesis<Seen, BamEvent>> = [
  {
    id: 'in_turns',
    label: 'The layers take turns',
    isKept: ({ document }) => document.schedule !== 'together',
    set: (kept, { document }) => ({
      type: 'change',
      settings: { schedule: kept ? (/[#.]/.test(document.start.x) ? 'y-first' : 'x-first') : 'together' },
    }),
  },
  {
    id: 'one_matrix',
    label: 'One W for both ways',
    isKept: ({ hasOneMatrix }) => hasOneMatrix,
    set: (kept) => ({ type: 'back', kept }),
  },
  {
    id: 'ties_settle',
    label: 'No unit flips at zero',
    isKept: ({ document }) => document.tie !== 'flip',
    set: (kept) => ({ type: 'change', settings: { tie: kept ? 'keep' : 'flip' } }),
  },
]

export const bam: Scene<Document, BamEvent, Seen> = {
  id: 'bam',
  title: 'A memory in both directions',
  lead: 'A letter calls up its code, the code its letter; a name its face, the face its name. Show one, or part of both.',
  claim: {
    formula,
    words: 'Whatever W is, no answer of a layer ever raises L: both come to rest.',
    laws: ['lyapunov_update_le', 'bam_recall_equilibrium'],
  },
  hypotheses,
  granted: [],
  presets,
  links: [
    { kind: 'formula', label: 'L with thresholds, and its lower bound', source: 'bam/src/Lyapunov.ts' },
    { kind: 'code', label: 'Recall.recall', source: 'bam/src/Recall.ts' },
    { kind: 'law', label: 'lyapunov_update_le', source: 'bam/src/laws/lyapunov.ts' },
    { kind: 'law', label: 'bam_recall_equilibrium', source: 'bam/src/laws/recall.ts' },
    { kind: 'lecture', label: 'M, “Bidirectional Associative Memory”, the letters A and C (B3, B4)' },
    { kind: 'lecture', label: 'V, name and face (B7)' },
  ],
  initial,
  repair,
  update,
  merge,
  observe,
  transport: (seen) => stepwise(seen, caption(seen), loopOf(seen)),
  prediction: predicting(
    'Where will they settle?',
    (seen) => [
      ...seen.pairs.map(({ name }, index) => ({ id: String(index), label: name })),
      ...(seen.pairs.length > 0 ? [{ id: 'reversed', label: 'a complement' }] : []),
      { id: 'other', label: seen.pairs.length > 0 ? 'elsewhere' : 'somewhere' },
      { id: 'cycle', label: 'never' },
    ],
    judge,
  ),
  tell,
  exported: async (seen) => (await import('./exported.js')).exported(seen),
  fromCounterexample: async (found) => (await import('./witness.js')).fromCounterexample(found),
  style,
  figure,
  readout,
  controls,
}
