/**
 * What a state of a continuous memory is made of.
 *
 * Definitions: the weights w = softmax(β X y) of a state tell how many patterns it is made of: the effective number of
 *              patterns is exp(−Σ w log w), from 1 (one pattern has all the weight) to P (all have the same). By a
 *              tolerance τ a state is `Single` up to 1 + τ, `Global` from (1 − τ) P on, and `Metastable` in between: near
 *              the mean of some patterns, the heaviest ones that have a share of 1 − τ together.
 * Convention:  patterns that are masked are no patterns here; where all are, the state is `Masked`. A pattern that is
 *              stored twice shares its weight, and so is metastable.
 * Laws:        modern_verdict
 * References:  Ramsauer et al. (2020), "fixed points: global, metastable, single pattern"; Hill (1973) for the effective
 *              number.
 */
import type { Vector } from '@engram/linalg'
import type { Modern } from './Modern.js'
import type { Recall } from './ModernRecall.js'

export interface Single {
  readonly _tag: 'Single'
  readonly index: number
  readonly weight: number
}

/** A mean of some patterns, the heaviest first. */
export interface Metastable {
  readonly _tag: 'Metastable'
  readonly indices: ReadonlyArray<number>
  readonly effective: number
}

/** The mean of all patterns, as good as. */
export interface Global {
  readonly _tag: 'Global'
  readonly effective: number
}

/** No pattern counts. */
export interface Masked {
  readonly _tag: 'Masked'
}

export type Kind = Single | Metastable | Global | Masked

export type Verdict = Kind | { readonly _tag: 'Exhausted' }

export interface Options {
  /** τ, a share; 0.05 by default. */
  readonly tolerance?: number
}

/**
 * How many patterns share the weight.
 *
 * Formula: exp(−Σ wₚ log wₚ), with 0 log 0 = 0; 0 where there is no weight at all
 * Cost:    O(P)
 * Laws:    modern_verdict
 */
export const effective = ({ data }: Vector.Vector): number => {
  const weights = Array.from(data).filter((weight) => weight > 0)
  return weights.length === 0 ? 0 : Math.exp(weights.reduce((total, weight) => total - weight * Math.log(weight), 0))
}

/**
 * What weights say of the state that they belong to, whether or not it rests.
 *
 * Requires: weights of the memory
 * Cost:     O(P log P)
 * Laws:     modern_verdict
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, Vector } from '@engram/linalg'
 * import { Modern, ModernRecall, ModernVerdict } from '@engram/hopfield'
 *
 * const verdict = (beta: number) =>
 *   F.pipe(
 *     E.Do,
 *     E.apS('patterns', Matrix.fromRows([[2, 0], [1.5, 1], [-2, 0]])),
 *     E.apS('query', Vector.fromArray([1, 0.5])),
 *     E.bindW('memory', ({ patterns }) => Modern.make({ beta })(patterns)),
 *     E.bindW('recall', ({ memory, query }) => ModernRecall.recall({})(memory)(query)),
 *     E.map(({ memory, recall }) => ModernVerdict.ofRecall({})(memory)(recall)._tag),
 *   )
 * verdict(1 / 64) // => E.right('Global')
 * verdict(1) // => E.right('Metastable')
 * verdict(16) // => E.right('Single')
 * ```
 */
export const ofWeights =
  ({ tolerance = 0.05 }: Options) =>
  ({ keys, masked }: Modern) =>
  (weights: Vector.Vector): Kind => {
    const number = effective(weights)
    const patterns = masked === undefined ? keys.rows : masked.filter((each) => !each).length
    const ranked = Array.from(weights.data, (weight, index) => ({ index, weight })).toSorted(
      (a, b) => b.weight - a.weight,
    )
    const [heaviest] = ranked
    if (heaviest === undefined || number === 0) return { _tag: 'Masked' }
    if (number <= 1 + tolerance) return { _tag: 'Single', ...heaviest }
    if (number >= (1 - tolerance) * patterns) return { _tag: 'Global', effective: number }
    const { indices } = ranked.reduce<{ readonly indices: ReadonlyArray<number>; readonly share: number }>(
      (sofar, { index, weight }) =>
        sofar.share >= 1 - tolerance ? sofar : { indices: sofar.indices.concat(index), share: sofar.share + weight },
      { indices: [], share: 0 },
    )
    return { _tag: 'Metastable', indices, effective: number }
  }

/** What became of a run. Cost: as `ofWeights` */
export const ofRecall =
  (options: Options) =>
  (memory: Modern) =>
  ({ outcome, weights }: Recall): Verdict =>
    outcome._tag === 'FixedPoint' ? ofWeights(options)(memory)(weights) : { _tag: 'Exhausted' }
