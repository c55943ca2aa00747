/**
 * Scene 10: “the closest stored pattern is recalled”, which is false as stated.
 */
import { markup as formula } from 'virtual:formula/nearest'
import type { Hypothesis, Scene } from '../../scene.js'
import { predicting } from '../judgement.js'
import { stepwise } from '../seeking.js'
import { controls } from './controls.js'
import { indexOf, initial, repair, type Document } from './document.js'
import { figure, readout } from './figure.js'
import { loopOf, observe, type Seen } from './observe.js'
import { presets } from './presets.js'
import { style } from './style.js'
import { merge, update, type NearestEvent } from './update.js'
import { caption, judge, tell } from './words.js'

const turnedFirst = (spins: ReadonlyArray<number>): ReadonlyArray<number> =>
  spins.map((spin, unit) => (unit === 0 && spins.length > 2 ? -spin : spin))

const start = (spins: ReadonlyArray<number>): NearestEvent => ({
  type: 'change',
  settings: { start: indexOf(turnedFirst(spins)) },
})

const hypotheses: ReadonlyArray<Hypothesis<Seen, NearestEvent>> = [
  {
    id: 'single',
    label: 'One pattern is stored',
    isKept: ({ document }) => document.rows.length === 1,
    set: (kept, { document, fate }) => {
      const nearest = document.rows[fate.nearest.indices[0]] ?? [1]
      return kept
        ? { type: 'change', settings: { rows: [nearest], start: indexOf(turnedFirst(nearest)) } }
        : { type: 'load', state: { ...initial, delay: document.delay } }
    },
  },
  {
    id: 'nearer',
    label: 'Nearer to it than to a negative',
    isKept: ({ isNearer }) => isNearer,
    set: (kept, { document, fate }) => {
      const nearest = document.rows[fate.nearest.indices[0]] ?? [1]
      return start(kept ? nearest : nearest.map((spin) => -spin))
    },
  },
]

export const nearest: Scene<Document, NearestEvent, Seen> = {
  id: 'nearest',
  title: 'The closest pattern is recalled?',
  lead: 'So the lectures say, and it is false as stated. See every state of a small net, what is nearest to it, and where it ends.',
  claim: {
    formula,
    words: 'From every probe the net comes to rest in the stored pattern that is nearest to it.',
    laws: ['recall_nearest_of_single'],
  },
  hypotheses,
  granted: ['units keep their state on ties'],
  presets,
  links: [
    { kind: 'formula', label: 'The nearest stored pattern', source: 'associative-memory/src/NearestNeighbour.ts' },
    { kind: 'code', label: 'Verdict.ofRecall', source: 'associative-memory/src/Verdict.ts' },
    { kind: 'code', label: 'Radius.radius', source: 'hopfield/src/Radius.ts' },
    { kind: 'law', label: 'recall_nearest_of_single', source: 'hopfield/src/laws/nearest.ts' },
    { kind: 'law', label: 'radius_recall', source: 'hopfield/src/laws/radius.ts' },
    { kind: 'lecture', label: 'L and V, “the closest stored pattern”; spurious states (H8)' },
  ],
  initial,
  repair,
  update,
  merge,
  observe,
  transport: (seen) => stepwise(seen, caption(seen), loopOf(seen)),
  prediction: predicting(
    'Where will the probe end?',
    () => [
      { id: 'nearest', label: 'in the nearest pattern' },
      { id: 'other', label: 'in another memory' },
      { id: 'spurious', label: 'in none that was stored' },
      { id: 'cycle', label: 'never: it goes on' },
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
