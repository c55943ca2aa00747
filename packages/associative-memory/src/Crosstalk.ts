/**
 * How stored patterns disturb each other.
 *
 * Definitions: the crosstalk of pattern p at component i is Cᵢ(p) = −sᵢ(p) Σ_{q≠p} sᵢ(q) (s(q)·s(p)) / n, self-couplings
 *              included. By plain Hebb, component i of pattern p is stable when Cᵢ(p) ≤ 1, strictly so below 1. For
 *              random patterns C is a sum of (P−1)·n signs over n, close to normal with variance P/n.
 * Laws:        crosstalk_iff_aligned, bitError_measured
 * References:  Hertz, Krogh and Palmer (1991) §2.2; McEliece et al. (1987); Amit (1989) for signal to noise.
 */
import { either as E, function as F } from 'fp-ts'
import { Erf, Matrix } from '@engram/linalg'
import { dot } from './kernels/compare.js'
import { allOfSize, firstOf, outOfRange, type MemoryError } from './MemoryError.js'
import type { Bipolar } from './Pattern.js'

/**
 * The crosstalk at every component of every pattern.
 *
 * Formula:  Cᵢ(p) = −sᵢ(p) Σ_{q≠p} sᵢ(q) (s(q)·s(p)) / n
 * Shapes:   P patterns [n] → [P, n]
 * Errors:   Empty, SizeMismatch
 * Cost:     O(P²·n)
 * Numerics: one rounding, the division by n
 * Laws:     crosstalk_iff_aligned
 */
export const crosstalk = (patterns: ReadonlyArray<Bipolar>): E.Either<MemoryError, Matrix.Matrix> =>
  F.pipe(
    firstOf('Crosstalk.crosstalk', 'at least one pattern')(patterns),
    E.map(({ length }) => length),
    E.chainFirst((n) => allOfSize('Crosstalk.crosstalk', n)(patterns)),
    E.map((n) => {
      const terms = patterns.flatMap((own, p) => {
        const overlaps = patterns.map((other, q) => (q === p ? 0 : dot(other.data, own.data, n)))
        return Array.from(
          own.data,
          (si, i) =>
            0 - (si * overlaps.reduce((total, overlap, q) => total + overlap * (patterns[q]?.data[i] ?? 0), 0)) / n,
        )
      })
      return Matrix.unsafeFromFloat64(patterns.length, n)(Float64Array.from(terms))
    }),
  )

const positive = (operation: string, value: number): E.Either<MemoryError, number> =>
  value > 0 ? E.right(value) : E.left(outOfRange(operation, 'a positive number', value))

/**
 * The share of components that a first step from a stored random pattern gets wrong, for many units.
 *
 * Formula:  ½ erfc(1 / √(2α)) at load α = P / n
 * Errors:   OutOfRange (load)
 * Laws:     bitError_measured
 * Source:   Hertz, Krogh and Palmer (1991), eq. 2.17 and table 2.1
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { Crosstalk } from '@engram/associative-memory'
 *
 * E.map((p: number) => p.toFixed(4))(Crosstalk.bitErrorProbability(0.138)) // => E.right('0.0036')
 * ```
 */
export const bitErrorProbability = (load: number): E.Either<MemoryError, number> =>
  E.map((alpha: number) => Erf.erfc(1 / Math.sqrt(2 * alpha)) / 2)(positive('Crosstalk.bitErrorProbability', load))

/**
 * The load at which a first step gets a given share of components wrong: the inverse of `bitErrorProbability`.
 *
 * Formula: 1 / (2 erfc⁻¹(2p)²)
 * Errors:  OutOfRange (0 < p < ½)
 * Source:  Hertz, Krogh and Palmer (1991), table 2.1
 */
export const loadAt = (probability: number): E.Either<MemoryError, number> =>
  F.pipe(
    probability,
    E.fromPredicate(
      (p) => p > 0 && p < 0.5,
      (p) => outOfRange('Crosstalk.loadAt', 'a probability between 0 and ½', p),
    ),
    E.chain((p) =>
      F.pipe(
        Erf.erfcInverse(2 * p),
        E.mapLeft(() => outOfRange('Crosstalk.loadAt', 'a probability between 0 and ½', p)),
      ),
    ),
    E.map((z) => 1 / (2 * z * z)),
  )

/** Signal over noise of a local field, n / √(P·n) = √(n / P). Errors: OutOfRange. Source: Amit (1989) §4.1 */
export const signalToNoise = (load: number): E.Either<MemoryError, number> =>
  E.map((alpha: number) => Math.sqrt(1 / alpha))(positive('Crosstalk.signalToNoise', load))
