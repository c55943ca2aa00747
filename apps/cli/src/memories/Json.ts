/**
 * What memories answered, as data.
 *
 * Convention: patterns are counted from 0; pictures are shades from 0 (paper) to 1 (ink), row by row.
 */
import { Document } from '@engram/spec'
import { corruptionOf } from '../recall/Json.js'
import type { Plan } from '../recall/Plan.js'
import type { Start, Stored } from '../recall/Run.js'
import type { Told } from './Told.js'

/** The text of `engram recall --json` for dense and modern memories, and for comparisons. */
export const json =
  (plan: Plan) =>
  (stored: Stored, start: Start, answers: ReadonlyArray<Told>): string =>
    `${Document.stringify({
      kind: 'answers',
      version: 1,
      recalled: answers.every(({ recalled }) => recalled),
      grid: { width: stored[0].width, height: stored[0].height },
      seed: plan.seed,
      corruption: corruptionOf(start),
      names: stored.map(({ title }) => title),
      patterns: stored.map(({ gray }) => Array.from(gray.darkness)),
      answers: answers.map((answer) => ({
        memory: { ...answer.memory },
        recalled: answer.recalled,
        verdict: { ...answer.verdict },
        target: answer.target,
        error: answer.error,
        sweeps: answer.sweeps,
        energies: answer.energies,
        ...('weights' in answer ? { weights: { ...answer.weights } } : { overlaps: { ...answer.overlaps } }),
        probe: Array.from(answer.probe.darkness),
        result: Array.from(answer.result.darkness),
      })),
    })}\n`
