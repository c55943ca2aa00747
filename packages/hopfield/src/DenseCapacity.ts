/**
 * How many random patterns a dense memory holds: what theory says, and what is measured.
 *
 * Definitions: random patterns have independent fair signs. A pattern is stable when no unit of it would change; it is
 *              restored when one step of all units leads to it from a corrupted copy.
 * Convention:  logarithms are natural. Theories of powers are those of n → ∞ at n of the order of 100: they count crosstalk
 *              as normal, with the variance P (2a−3)!! n^(a−1) over the square of the signal.
 * Laws:        denseCapacity_growth, denseCapacity_inverse, denseRate_bounds
 * References:  Krotov and Hopfield (2016), eq. 6 and 7; Demircigil et al. (2017), theorem 3; lecture V, "Modern Hopfield
 *              networks", where α_a N^(a−1) is meant at a small error rate and 2^(N/2) for vanishing noise (errata 44, 45).
 */
import { either as E, function as F, state as S } from 'fp-ts'
import { Corruption, Pattern, Retrieval, Schedule } from '@engram/associative-memory'
import { Erf, Random } from '@engram/linalg'
import { fromPatterns, units, type DenseMemory } from './DenseMemory.js'
import { outOfRange, type HopfieldError } from './HopfieldError.js'
import type { Interaction } from './Interaction.js'

const whole = (operation: string, least: number, value: number): E.Either<HopfieldError, number> =>
  Number.isInteger(value) && value >= least
    ? E.right(value)
    : E.left(outOfRange(operation, `a whole number of at least ${least}`, value))

/** n^(a−1) / (2a−3)!!, factor by factor, so that neither overflows alone. */
const room = (degree: number, size: number): number =>
  Array.from({ length: degree - 1 }).reduce((product: number, _, j) => (product * size) / (2 * j + 1), 1)

const sized =
  (operation: string, least: number) =>
  (degree: number, size: number): E.Either<HopfieldError, number> =>
    F.pipe(
      whole(`${operation} (degree)`, 2, degree),
      E.chain(() => whole(`${operation} (size)`, least, size)),
      E.map(() => room(degree, size)),
    )

/**
 * The number of random patterns of which, for large n, almost every one is stable.
 *
 * Formula: n^(a−1) / (2 (2a−3)!! ln n)
 * Errors:  OutOfRange (degree from 2, size from 2)
 * Laws:    denseCapacity_growth
 * Source:  Krotov and Hopfield (2016), eq. 7; for a = 2 McEliece et al. (1987)
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { DenseCapacity } from '@engram/hopfield'
 *
 * const whole = E.map(Math.floor)
 * whole(DenseCapacity.errorFree(2)(100)) // => E.right(10)
 * whole(DenseCapacity.errorFree(3)(100)) // => E.right(361)
 * whole(DenseCapacity.errorFree(4)(100)) // => E.right(7238)
 * ```
 */
export const errorFree =
  (degree: number) =>
  (size: number): E.Either<HopfieldError, number> =>
    F.pipe(
      sized('DenseCapacity.errorFree', 2)(degree, size),
      E.map((n) => n / (2 * Math.log(size))),
    )

/**
 * The probability that a unit of a stored random pattern would change, with F(z) = zᵃ.
 *
 * Formula: ½ erfc √(n^(a−1) / (2 P (2a−3)!!))
 * Errors:  OutOfRange (degree from 2, size and count from 1)
 * Laws:    denseCapacity_inverse
 * Source:  Krotov and Hopfield (2016), eq. 6
 */
export const bitErrorProbability =
  (degree: number) =>
  (size: number, count: number): E.Either<HopfieldError, number> =>
    F.pipe(
      sized('DenseCapacity.bitErrorProbability', 1)(degree, size),
      E.bindTo('n'),
      E.apS('patterns', whole('DenseCapacity.bitErrorProbability (count)', 1, count)),
      E.map(({ n, patterns }) => Erf.erfc(Math.sqrt(n / (2 * patterns))) / 2),
    )

/**
 * The number of random patterns at which a given share of all units would change: α_a n^(a−1).
 *
 * Formula: n^(a−1) / (2 (2a−3)!! erfc⁻¹(2p)²)
 * Errors:  OutOfRange (degree from 2, size from 1, 0 < p < ½)
 * Laws:    denseCapacity_growth, denseCapacity_inverse
 * Source:  Krotov and Hopfield (2016), eq. 6: α₂ = 0.138 at p = 0.0036
 */
export const withErrors =
  (degree: number, share: number) =>
  (size: number): E.Either<HopfieldError, number> => {
    const operation = 'DenseCapacity.withErrors'
    const refused: HopfieldError = outOfRange(`${operation} (share)`, 'a probability between 0 and ½', share)
    return F.pipe(
      sized(operation, 1)(degree, size),
      E.bindTo('n'),
      E.apSW('z', share > 0 && share < 0.5 ? E.mapLeft(() => refused)(Erf.erfcInverse(2 * share)) : E.left(refused)),
      E.map(({ n, z }) => n / (2 * z * z)),
    )
  }

const entropy = (x: number): number => (x === 0 ? 0 : x * Math.log(x))

/**
 * The rate at which n fair signs are unlikely to have the mean x.
 *
 * Formula: I(x) = ½ ((1 + x) ln(1 + x) + (1 − x) ln(1 − x)); I(1) = ln 2
 * Errors:  OutOfRange (−1 ≤ x ≤ 1)
 * Laws:    denseRate_bounds
 * Source:  Cramér (1938)
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { DenseCapacity } from '@engram/hopfield'
 *
 * DenseCapacity.rate(1) // => E.right(Math.LN2)
 * DenseCapacity.rate(0) // => E.right(0)
 * ```
 */
export const rate = (mean: number): E.Either<HopfieldError, number> =>
  mean >= -1 && mean <= 1
    ? E.right((entropy(1 + mean) + entropy(1 - mean)) / 2)
    : E.left(outOfRange('DenseCapacity.rate', 'a mean from -1 to 1', mean))

/**
 * The growth that F(z) = eᶻ allows: exp(αn) random patterns are restored from a share ρ of turned units for large n if
 * α is below this.
 *
 * Formula: I(1 − 2ρ) / 2; ½ ln 2 without noise, that is 2^(n/2) patterns
 * Errors:  OutOfRange (0 ≤ ρ ≤ ½)
 * Source:  Demircigil et al. (2017), theorem 3; errata 45
 */
export const exponent = (flips: number): E.Either<HopfieldError, number> =>
  flips >= 0 && flips <= 0.5
    ? E.map((i: number) => i / 2)(rate(1 - 2 * flips))
    : E.left(outOfRange('DenseCapacity.exponent', 'a share of turned units from 0 to ½', flips))

/**
 * The limit exp(n I(1 − 2ρ) / 2) for the exponential memory.
 *
 * Errors: OutOfRange (0 ≤ ρ ≤ ½, size from 1)
 * Source: Demircigil et al. (2017), theorem 3
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { DenseCapacity } from '@engram/hopfield'
 *
 * E.map(Math.round)(DenseCapacity.exponential(0)(20)) // => E.right(1024)
 * E.map(Math.round)(DenseCapacity.exponential(0.25)(100)) // => E.right(693)
 * ```
 */
export const exponential =
  (flips: number) =>
  (size: number): E.Either<HopfieldError, number> =>
    F.pipe(
      whole('DenseCapacity.exponential (size)', 1, size),
      E.chain(() => exponent(flips)),
      E.map((alpha) => Math.exp(alpha * size)),
    )

/** What is measured, and of how many random patterns. */
export interface Trial {
  readonly interaction: Interaction
  readonly size: number
  readonly count: number
  /** The share of units of each pattern that are turned over before the step; none by default. */
  readonly noise?: Corruption.Fraction
}

export interface Measured {
  readonly patterns: number
  /** Patterns to which one step of all units led; without noise, the stable ones. */
  readonly restored: number
  /** Units in the wrong state after the step, of size · count. */
  readonly wrongUnits: number
}

const drawPatterns = (size: number, count: number): S.State<Random.Random, ReadonlyArray<Pattern.Bipolar>> =>
  S.map((signs: ReadonlyArray<number>) =>
    Array.from({ length: count }, (_, k) =>
      Pattern.unsafePattern('Bipolar', Int8Array.from(signs.slice(k * size, (k + 1) * size))),
    ),
  )(Random.signs(size * count))

const wrongAfterStep =
  (memory: DenseMemory, noise: Corruption.Fraction | undefined) =>
  (pattern: Pattern.Bipolar): S.State<Random.Random, number> =>
    S.map((start: Pattern.Bipolar) =>
      F.pipe(
        Retrieval.retrieve({ schedule: Schedule.synchronous, maxSweeps: 1 })(units)(memory)(start),
        E.match(
          () => 0,
          ({ state }) => pattern.data.length - Array.from(state.data).filter((y, i) => y === pattern.data[i]).length,
        ),
      ),
    )(noise === undefined ? S.of(pattern) : Corruption.flip(noise)(pattern))

/**
 * Draws random patterns, stores them, and sees how many survive one step of all units.
 *
 * Errors: OutOfRange (size and count from 1; degree, as `DenseMemory.fromPatterns`)
 * Cost:   O(P²·n / 4)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Random } from '@engram/linalg'
 * import { DenseCapacity, Interaction } from '@engram/hopfield'
 *
 * const restored = (interaction: Interaction.Interaction) =>
 *   F.pipe(
 *     DenseCapacity.measure({ interaction, size: 24, count: 60 })(Random.fromSeed(1))[0],
 *     E.map((measured) => measured.restored),
 *   )
 * restored(Interaction.exponential) // => E.right(60)
 * restored(Interaction.polynomial(2)) // => E.right(0)
 * ```
 */
export const measure = ({
  interaction,
  size,
  count,
  noise,
}: Trial): S.State<Random.Random, E.Either<HopfieldError, Measured>> => {
  const operation = 'DenseCapacity.measure'
  const checked = F.pipe(
    whole(`${operation} (size)`, 1, size),
    E.chain(() => whole(`${operation} (count)`, 1, count)),
  )
  if (E.isLeft(checked)) return S.of(checked)
  return (random) => {
    const [patterns, next] = drawPatterns(size, count)(random)
    const memory = fromPatterns({ interaction })(patterns)
    if (E.isLeft(memory)) return [memory, next]
    const [wrong, after] = S.traverseArray(wrongAfterStep(memory.right, noise))(patterns)(next)
    const restored = wrong.filter((turned) => turned === 0).length
    return [E.right({ patterns: count, restored, wrongUnits: wrong.reduce((sum, turned) => sum + turned, 0) }), after]
  }
}
