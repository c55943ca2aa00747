/**
 * What became of a run, in words: all scenes show it, compare it with what was predicted, and name it in the caption.
 */
import { number } from '../numbers.js'
import type { Prediction } from '../scene.js'

/** In what was asked for, at rest, in a negative, elsewhere, in a mixture, in nothing stored; never; or not yet. */
export type Ending = 'perfect' | 'rest' | 'reversed' | 'other' | 'mixture' | 'spurious' | 'oscillating' | 'exhausted'

export interface Judgement {
  readonly ending: Ending
  readonly title: string
  readonly detail: string
  /** Which prediction it fulfils. */
  readonly answer: string
}

interface Standing {
  readonly document: { readonly at: number; readonly reach: number }
  readonly end: number
}

/** Whether a run has been followed to its end and stands there: before, nothing is judged. */
export const isAtEnd = ({ document: { at, reach }, end }: Standing): boolean => reach > 0 && at === end

/** Where a run stands, in steps of a name. */
export const captionOf = (
  { document: { at, reach }, end }: Standing,
  step: string,
  details: ReadonlyArray<string>,
  judgement: Judgement | undefined,
): string =>
  reach === 0
    ? 'not started'
    : [
        `${step} ${number(at)} of ${number(end)}`,
        ...details,
        ...(judgement === undefined ? [] : [judgement.title]),
      ].join(' · ')

interface Predicted {
  readonly document: { readonly prediction: string }
}

/** Asked before a run, and answered by its judgement. */
export const predicting =
  <O extends Predicted>(
    question: string,
    options: (seen: O) => Prediction['options'],
    judge: (seen: O) => Judgement | undefined,
  ) =>
  (seen: O): Prediction => ({
    question,
    options: options(seen),
    chosen: seen.document.prediction,
    answer: judge(seen)?.answer,
  })
