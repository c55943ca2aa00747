/**
 * Generators of networks and states in plain arrays.
 */
import fc from 'fast-check'
import { Arbitraries } from '@engram/associative-memory/laws'
import type { Tie } from '../Network.js'
import type { Instance } from '../reference.js'

export type Numbers = ReadonlyArray<number>
export type Rows = ReadonlyArray<Numbers>

/** Which networks to generate; each field that is set gives a hypothesis up. */
export interface Freedom {
  readonly asymmetric?: boolean
  /** Self-couplings below 0 too. */
  readonly anyDiagonal?: boolean
  readonly ties?: ReadonlyArray<Tie>
  readonly bipolarOnly?: boolean
  readonly maxUnits?: number
  /** Weights whose sums round. */
  readonly rounding?: boolean
}

/**
 * Multiples of ¼ up to 2, whole numbers mostly: every sum of products in the laws is exact, and sums of 0 are common,
 * since ties are where implementations differ.
 */
const quarter: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 1, -1) },
  { weight: 1, arbitrary: fc.integer({ min: -8, max: 8 }).map((k) => k / 4) },
)

const double: fc.Arbitrary<number> = fc.double({ min: -1, max: 1, noNaN: true })

const list = <A>(arbitrary: fc.Arbitrary<A>, length: number): fc.Arbitrary<ReadonlyArray<A>> =>
  fc.array(arbitrary, { minLength: length, maxLength: length })

/** Zeros half of the time. */
const sometimes = (values: fc.Arbitrary<Numbers>, n: number): fc.Arbitrary<Numbers> =>
  fc.oneof(fc.constant(Array.from({ length: n }, () => 0)), values)

const settle =
  (freedom: Freedom) =>
  (rows: Rows): Rows =>
    rows.map((row, i) =>
      row.map((weight, j) => {
        const value = freedom.asymmetric === true || i <= j ? weight : (rows[j]?.[i] ?? 0)
        return i === j && freedom.anyDiagonal !== true ? Math.abs(value) : value
      }),
    )

/** A network with its input, and a state of it. */
export const instanceAndState = (freedom: Freedom = {}): fc.Arbitrary<readonly [Instance, Numbers]> => {
  const value = freedom.rounding === true ? double : quarter
  return fc
    .tuple(
      Arbitraries.size(freedom.maxUnits ?? 5),
      freedom.bipolarOnly === true ? fc.constant('bipolar' as const) : Arbitraries.encoding,
      fc.constantFrom<Tie>(...(freedom.ties ?? ['keep', 'up', 'down', 'flip'])),
    )
    .chain(([n, encoding, tie]) =>
      fc.tuple(
        fc.record(
          {
            encoding: fc.constant(encoding),
            tie: fc.constant(tie),
            weights: list(list(value, n), n).map(settle(freedom)),
            thresholds: sometimes(list(value, n), n),
            input: sometimes(list(value, n), n),
          },
          { noNullPrototype: true },
        ),
        Arbitraries.values(encoding)(n),
      ),
    )
}

/** The same and one of its units. */
export const instanceStateAndUnit = (freedom: Freedom = {}): fc.Arbitrary<readonly [Instance, Numbers, number]> =>
  instanceAndState(freedom).chain(([instance, y]) =>
    fc.tuple(fc.constant(instance), fc.constant(y), fc.integer({ min: 0, max: y.length - 1 })),
  )

/** An order in which every unit of n comes once. */
export const order = (n: number): fc.Arbitrary<Numbers> => {
  const units = Array.from({ length: n }, (_, unit) => unit)
  return fc.shuffledSubarray(units, { minLength: n, maxLength: n })
}

/** Blocks that together hold every unit of n: an order cut into pieces, and some units once more. */
export const fairBlocks = (n: number): fc.Arbitrary<Rows> =>
  fc
    .tuple(order(n), list(fc.boolean(), n), fc.array(order(n), { maxLength: 1 }), fc.integer({ min: 1, max: n }))
    .map(([units, cuts, again, share]) => [
      ...units.reduce<Rows>((blocks, unit, k) => {
        const last = blocks.at(-1)
        return last === undefined || cuts[k] === true ? [...blocks, [unit]] : [...blocks.slice(0, -1), [...last, unit]]
      }, []),
      ...again.map((more) => more.slice(0, share)),
    ])
