/**
 * Scene 1: recall on a grid, after the applet of the Kurdistan lecture.
 */
import { markup as formula } from 'virtual:formula/descent'
import type { Scene } from '../../scene.js'
import { predicting } from '../judgement.js'
import { beside } from './beside.js'
import { controls } from './controls.js'
import { initial, repair, type Document } from './document.js'
import { figure, readout } from './figure.js'
import { ahead, back, loopOf, observeWith, type Seen } from './observe.js'
import { presets } from './presets.js'
import { style } from './style.js'
import { merge, update, type RecallEvent } from './update.js'
import { caption, judge, tell } from './words.js'

export const recall: Scene<Document, RecallEvent, Seen> = {
  id: 'recall',
  title: 'Recall on a grid',
  lead: 'Store pictures in a Hopfield net, damage one, and watch the net repair it cell by cell.',
  claim: {
    formula,
    words: 'Whatever unit is asked, the energy never rises: so the net comes to rest.',
    laws: ['energy_update_le'],
  },
  hypotheses: [
    {
      id: 'one_at_a_time',
      label: 'One unit at a time',
      isKept: ({ document }) => document.schedule !== 'synchronous',
      set: (kept) => ({
        type: 'change',
        settings: kept ? { schedule: 'shuffled' } : { schedule: 'synchronous', stride: 'sweep' },
      }),
    },
  ],
  granted: ['W is symmetric', 'no self-coupling is negative'],
  presets,
  links: [
    { kind: 'formula', label: 'Energy and its descent', source: 'hopfield/src/Energy.ts' },
    { kind: 'code', label: 'Recall.recall', source: 'hopfield/src/Recall.ts' },
    { kind: 'law', label: 'energy_update_le', source: 'hopfield/src/laws/energy.ts' },
    { kind: 'lecture', label: 'Kurdistan, “Perfect recall” applet (H7)' },
  ],
  initial,
  repair,
  update,
  merge,
  observe: observeWith(beside),
  coming: ({ coming }) => coming,
  transport: (seen) => ({
    at: seen.document.at,
    end: seen.end,
    ahead: ahead(seen),
    ready: () => seen.follow().coming,
    back: back(seen),
    delay: seen.document.delay,
    loop: loopOf(seen),
    caption: caption(seen),
  }),
  prediction: predicting(
    'Where will it end?',
    (seen) =>
      seen.stored.length === 0
        ? [
            { id: 'other', label: 'in a fixed point' },
            { id: 'cycle', label: 'never: it oscillates' },
          ]
        : [
            { id: 'stored', label: 'the stored pattern' },
            { id: 'reversed', label: 'its negative' },
            { id: 'other', label: 'somewhere else' },
            { id: 'cycle', label: 'never: it oscillates' },
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
