/**
 * Scene 12: dense and modern memories beside the classical one, after the picture experiment of lecture V.
 */
import { markup as formula } from 'virtual:formula/retrieved'
import type { Hypothesis, Scene } from '../../scene.js'
import { predicting } from '../judgement.js'
import { stepwise } from '../seeking.js'
import { controls } from './controls.js'
import { initial, repair, type Document } from './document.js'
import { figure, readout } from './figure.js'
import { observe, type Seen } from './observe.js'
import { presets } from './presets.js'
import { style } from './style.js'
import { merge, update, type ModernEvent } from './update.js'
import { caption, judge, tell } from './words.js'

const hypotheses: ReadonlyArray<Hypothesis<Seen, ModernEvent>> = [
  {
    id: 'separated',
    label: 'The picture is well separated, for this β',
    isKept: ({ isSeparated }) => isSeparated,
    set: (kept, { document }) => ({
      type: 'change',
      settings: kept
        ? { beta: 8, ...(document.source._tag === 'Given' ? { source: initial.source, target: initial.target } : {}) }
        : {
            beta: 0.25,
            ...(document.source._tag === 'Pictures' && document.source.count > 1 ? {} : { source: initial.source }),
          },
    }),
  },
]

export { ready } from 'virtual:pictures'

export const modern: Scene<Document, ModernEvent, Seen> = {
  id: 'modern',
  title: 'Dense and modern memories',
  lead: 'Show three memories half of a picture. The classical one mixes pictures up; a modern one retrieves it at once, if it chooses sharply enough.',
  claim: {
    formula,
    words: 'An update leads a state near a picture to that picture, and the energy never rises.',
    laws: ['well_separated'],
  },
  hypotheses,
  granted: [],
  presets,
  links: [
    { kind: 'formula', label: 'The modern memory and its energy', source: 'hopfield/src/Modern.ts' },
    { kind: 'code', label: 'ModernRecall.recall', source: 'hopfield/src/ModernRecall.ts' },
    { kind: 'code', label: 'DenseMemory.recall', source: 'hopfield/src/DenseMemory.ts' },
    { kind: 'law', label: 'well_separated', source: 'hopfield/src/laws/separation.ts' },
    { kind: 'law', label: 'modern_energy_le', source: 'hopfield/src/laws/modernEnergy.ts' },
    { kind: 'law', label: 'modern_hull', source: 'hopfield/src/laws/retrieval.ts' },
    { kind: 'lecture', label: 'V, “Modern Hopfield networks” (D1 to D5)' },
  ],
  initial,
  repair,
  update,
  merge,
  observe,
  transport: (seen) => stepwise(seen, caption(seen)),
  prediction: predicting(
    'What will the modern memory show?',
    () => [
      { id: 'one', label: 'the picture, in one update' },
      { id: 'more', label: 'the picture, later' },
      { id: 'mixed', label: 'a mixture' },
      { id: 'wrong', label: 'another picture' },
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
