/**
 * How many random patterns a network holds: what theory says, and what is measured.
 *
 * Definitions: random patterns have independent fair signs, α = P/n is the load. By one criterion a pattern is held when
 *              it is a fixed point, bit for bit; by the other when the network rests near it, at overlap m: up to the
 *              critical load almost all of the bits are right, and beyond it none of the patterns is held any more.
 * Convention:  logarithms are natural. The slides' 0.15n and n/(2 log₂ n) belong to these two criteria, not to two kinds of
 *              units, and their logarithm is meant to be natural.
 * Laws:        capacity_meanField, capacity_stability
 * References:  McEliece, Posner, Rodemich and Venkatesh (1987); Amit, Gutfreund and Sompolinsky (1985, 1987); Storkey
 *              (1997).
 */
import { either as E, function as F, option as O, state as S } from 'fp-ts'
import { Census, Pattern } from '@engram/associative-memory'
import { Erf, Random, type Matrix } from '@engram/linalg'
import { outOfRange, type HopfieldError } from './HopfieldError.js'
import { units } from './machine.js'
import { fromPatterns, fromWeights, type Network } from './Network.js'

const whole = (operation: string, least: number, value: number): E.Either<HopfieldError, number> =>
  Number.isInteger(value) && value >= least
    ? E.right(value)
    : E.left(outOfRange(operation, `a whole number of at least ${least}`, value))

const share =
  (operation: string, formula: (logarithm: number) => number) =>
  (units: number): E.Either<HopfieldError, number> =>
    E.map((n: number) => n / formula(Math.log(n)))(whole(`Capacity.${operation} (units)`, 2, units))

/**
 * The number of random patterns of which, for large n, almost every one is a fixed point by Hebb's rule.
 *
 * Formula: n / (2 ln n)
 * Errors:  OutOfRange (units from 2)
 * Source:  McEliece et al. (1987)
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { Capacity } from '@engram/hopfield'
 *
 * E.map(Math.floor)(Capacity.almostAll(100)) // => E.right(10)
 * E.map(Math.floor)(Capacity.all(100)) // => E.right(5)
 * ```
 */
export const almostAll: (units: number) => E.Either<HopfieldError, number> = share('almostAll', (ln) => 2 * ln)

/** The number of which all are fixed points, with a probability that tends to 1. Formula: n / (4 ln n). Errors: OutOfRange */
export const all: (units: number) => E.Either<HopfieldError, number> = share('all', (ln) => 4 * ln)

/** As `almostAll`, by Storkey's rule. Formula: n / √(2 ln n). Errors: OutOfRange. Source: Storkey (1997) */
export const almostAllByStorkey: (units: number) => E.Either<HopfieldError, number> = share(
  'almostAllByStorkey',
  (ln) => Math.sqrt(2 * ln),
)

/** Where a network of very many units rests near a stored pattern. */
export interface MeanField {
  readonly load: number
  /** m, the overlap with the pattern. */
  readonly overlap: number
  /** (1 − m) / 2, the share of wrong bits. */
  readonly wrong: number
  /** r, the noise of the other patterns: 1 if they were independent of the state. */
  readonly noise: number
  /** C, the response to a small field. */
  readonly response: number
}

/** erf(y)/y − 2/√π e^(−y²): √(2α) as a function of y = m/√(2αr). It rises from 0 to its maximum, and falls like 1/y. */
const rootLoad = (y: number): number => Erf.erf(y) / y - (2 / Math.sqrt(Math.PI)) * Math.exp(-y * y)

/** Positive before the maximum of `rootLoad`, negative after. */
const slope = (y: number): number => (2 / Math.sqrt(Math.PI)) * Math.exp(-y * y) * (y + 2 * y ** 3) - Erf.erf(y)

/** A sign change of f from + to −, halved until nothing is between. */
const bisect = (f: (x: number) => number, low: number, high: number): number =>
  Array.from({ length: 100 }).reduce<readonly [number, number]>(
    ([a, b]) => ((middle) => (f(middle) > 0 ? [middle, b] : [a, middle]))((a + b) / 2),
    [low, high],
  )[0]

const widest = bisect(slope, 1, 2)

const at = (load: number, y: number): MeanField => {
  const overlap = Erf.erf(y)
  // √(2/(παr)) e^(−y²), as √(αr) = m / (√2 y).
  const response = ((2 / Math.sqrt(Math.PI)) * y * Math.exp(-y * y)) / overlap
  return { load, overlap, wrong: Erf.erfc(y) / 2, noise: 1 / (1 - response) ** 2, response }
}

/**
 * The critical load α_c ≈ 0.1379, and where the network rests there: m ≈ 0.967, 1.6 % of the bits wrong.
 *
 * Formula:  α_c = max over y of ½ (erf(y)/y − 2/√π e^(−y²))²
 * Numerics: to a few units in the last place of 1
 * Laws:     capacity_meanField
 * Source:   Amit, Gutfreund and Sompolinsky (1987), T = 0, replica symmetric
 */
export const critical: MeanField = at(rootLoad(widest) ** 2 / 2, widest)

/**
 * Where a network of very many units rests near a stored pattern at a load; nothing above the critical one.
 *
 * Formula:  m = erf(y), y = m/√(2αr), r = 1/(1 − C)², C = √(2/(παr)) e^(−y²)
 * Errors:   OutOfRange (load, a positive number)
 * Numerics: y by bisection; the rest to a few units in the last place of 1
 * Laws:     capacity_meanField
 * Source:   Amit, Gutfreund and Sompolinsky (1987), T = 0, replica symmetric
 *
 * ```ts runnable
 * import { either as E, option as O } from 'fp-ts'
 * import { Capacity } from '@engram/hopfield'
 *
 * const overlap = (load: number) => E.map(O.map((rest: Capacity.MeanField) => rest.overlap.toFixed(4)))(Capacity.meanField(load))
 * overlap(0.1) // => E.right(O.some('0.9980'))
 * overlap(0.14) // => E.right(O.none)
 * Capacity.critical.load.toFixed(4) // => '0.1379'
 * ```
 */
export const meanField = (load: number): E.Either<HopfieldError, O.Option<MeanField>> => {
  if (!(load > 0)) return E.left(outOfRange('Capacity.meanField (load)', 'a positive number', load))
  if (load > critical.load) return E.right(O.none)
  const root = Math.sqrt(2 * load)
  return E.right(
    O.some(
      at(
        load,
        bisect((y) => rootLoad(y) - root, widest, 1 / root),
      ),
    ),
  )
}

/** Weights for patterns, however they are learnt. */
export type Learn = (
  patterns: ReadonlyArray<Pattern.Bipolar>,
) => E.Either<HopfieldError, { readonly weights: Matrix.Matrix }>

/** What is to be tried. */
export interface Experiment {
  readonly seed: number
  readonly units: number
  readonly patterns: number
  readonly trials: number
  /** Hebb's rule without self-couplings by default. */
  readonly learn?: Learn
}

/** How many of how many were stable, and Wilson's interval of 95 % for the share. */
export interface Stable {
  readonly count: number
  readonly total: number
  readonly share: number
  readonly interval: readonly [number, number]
}

export interface Stability {
  /** Units that are not against their field, of all units of all patterns. */
  readonly bits: Stable
  /** Patterns that are fixed points. */
  readonly patterns: Stable
  /** Networks of which all patterns are. */
  readonly networks: Stable
}

const stable = (count: number, total: number): Stable => ({
  count,
  total,
  share: count / total,
  interval: Census.wilson(1.96)(count, total),
})

const sum = (values: ReadonlyArray<number>): number => values.reduce((total, value) => total + value, 0)

const drawPatterns = (count: number, size: number): S.State<Random.Random, ReadonlyArray<Pattern.Bipolar>> =>
  S.map((signs: ReadonlyArray<number>) =>
    Array.from({ length: count }, (_, p) =>
      Pattern.unsafePattern('Bipolar', Int8Array.from(signs.slice(p * size, (p + 1) * size))),
    ),
  )(Random.signs(count * size))

const networkOf = (
  learn: Learn | undefined,
  patterns: ReadonlyArray<Pattern.Bipolar>,
): E.Either<HopfieldError, Network> =>
  learn === undefined
    ? fromPatterns({})(patterns)
    : F.pipe(
        learn(patterns),
        E.chain(({ weights }) => fromWeights({ encoding: 'bipolar' })(weights)),
      )

/** How many units of each pattern are not against their field. */
const alignedOf =
  (learn: Learn | undefined) =>
  (patterns: ReadonlyArray<Pattern.Bipolar>): E.Either<HopfieldError, ReadonlyArray<number>> =>
    F.pipe(
      networkOf(learn, patterns),
      E.map((network) => {
        const machine = units.machine({ network, input: undefined })
        return patterns.map(({ data }) => {
          const { field } = machine(Int8Array.from(data))
          return Array.from(data).filter((spin, unit) => spin * field(unit) >= 0).length
        })
      }),
    )

/**
 * How many bits, patterns and whole sets of random patterns are stable; a tie keeps a unit where it is.
 *
 * Errors:   OutOfRange (units, patterns, trials from 1), and those of the rule
 * Cost:     trials times that of the rule and O(P·n²)
 * Numerics: the same experiment gives the same counts on every platform, as far as the rule is exact
 * Laws:     capacity_stability
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { Capacity } from '@engram/hopfield'
 *
 * const shares = E.map(({ patterns, networks }: Capacity.Stability) => [patterns.share, networks.share])
 * shares(Capacity.stability({ seed: 1, units: 100, patterns: 5, trials: 4 })) // => E.right([1, 1])
 * shares(Capacity.stability({ seed: 1, units: 100, patterns: 40, trials: 4 })) // => E.right([0, 0])
 * ```
 */
export const stability = ({
  seed,
  units: size,
  patterns,
  trials,
  learn,
}: Experiment): E.Either<HopfieldError, Stability> =>
  F.pipe(
    E.Do,
    E.apS('units', whole('Capacity.stability (units)', 1, size)),
    E.apS('patterns', whole('Capacity.stability (patterns)', 1, patterns)),
    E.apS('trials', whole('Capacity.stability (trials)', 1, trials)),
    E.chain(() => {
      const [drawn] = S.sequenceArray(Array.from({ length: trials }, () => drawPatterns(patterns, size)))(
        Random.fromSeed(seed),
      )
      return E.traverseArray(alignedOf(learn))(drawn)
    }),
    E.map((aligned) => {
      const fixed = aligned.map((counts) => counts.filter((count) => count === size).length)
      return {
        bits: stable(sum(aligned.map(sum)), size * patterns * trials),
        patterns: stable(sum(fixed), patterns * trials),
        networks: stable(fixed.filter((count) => count === patterns).length, trials),
      }
    }),
  )
