/**
 * Generators of memories and pairs in plain arrays.
 */
import fc from 'fast-check'
import type { Tie } from '@engram/associative-memory'
import { Arbitraries } from '@engram/associative-memory/laws'
import type { Order } from '../machine.js'
import type { Instance, PlainPair } from '../reference.js'

export type Numbers = ReadonlyArray<number>
export type Rows = ReadonlyArray<Numbers>
export type Pairs = ReadonlyArray<PlainPair>

/** Which memories to generate; each field that is set gives something up. */
export interface Freedom {
  readonly ties?: ReadonlyArray<Tie.Tie>
  readonly bipolarOnly?: boolean
  readonly noThresholds?: boolean
  /** Other weights back than forth. */
  readonly twoWay?: boolean
  /** Only pairs with nothing missing. */
  readonly complete?: boolean
  /** In each layer. */
  readonly maxUnits?: number
}

export const allTies: ReadonlyArray<Tie.Tie> = ['keep', 'up', 'down', 'zero', 'flip']

/** The tie policies under which a unit in zero field does not turn over for ever. */
export const settling: ReadonlyArray<Tie.Tie> = ['keep', 'up', 'down', 'zero']

/** Multiples of ¼ up to 2, whole numbers mostly: every sum is exact, and sums of 0 are common. */
const quarter: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 1, -1) },
  { weight: 1, arbitrary: fc.integer({ min: -8, max: 8 }).map((k) => k / 4) },
)

export const list = <A>(arbitrary: fc.Arbitrary<A>, length: number): fc.Arbitrary<ReadonlyArray<A>> =>
  fc.array(arbitrary, { minLength: length, maxLength: length })

const zeros = (n: number): Numbers => Array.from({ length: n }, () => 0)

const sometimes = (n: number): fc.Arbitrary<Numbers> => fc.oneof(fc.constant(zeros(n)), list(quarter, n))

export const order: fc.Arbitrary<Order> = fc.constantFrom('x-first', 'y-first')

/** What a layer of n units may hold; units may be missing. */
const layer = (encoding: Tie.Encoding, n: number, complete: boolean): fc.Arbitrary<Numbers> =>
  encoding === 'binary' || complete
    ? Arbitraries.values(encoding)(n)
    : fc.oneof(Arbitraries.bipolar(n), Arbitraries.cue(n), fc.constant(zeros(n)))

export const pair = (encoding: Tie.Encoding, n: number, m: number, complete = false): fc.Arbitrary<PlainPair> =>
  fc.record({ x: layer(encoding, n, complete), y: layer(encoding, m, complete) }, { noNullPrototype: true })

/** A memory, and a pair of states of its layers. */
export const instanceAndPair = (freedom: Freedom = {}): fc.Arbitrary<readonly [Instance, PlainPair]> => {
  const size = Arbitraries.size(freedom.maxUnits ?? 4)
  return fc
    .tuple(
      size,
      size,
      freedom.bipolarOnly === true ? fc.constant('bipolar' as const) : Arbitraries.encoding,
      fc.constantFrom(...(freedom.ties ?? allTies)),
    )
    .chain(([n, m, encoding, tie]) => {
      const theta = freedom.noThresholds === true ? (k: number) => fc.constant(zeros(k)) : sometimes
      const weights = list(list(quarter, m), n)
      return fc.tuple(
        fc.record(
          {
            encoding: fc.constant(encoding),
            tie: fc.constant(tie),
            weights,
            thresholds: fc.record({ x: theta(n), y: theta(m) }, { noNullPrototype: true }),
            ...(freedom.twoWay === true ? { backward: weights } : {}),
          },
          { noNullPrototype: true },
        ),
        pair(encoding, n, m, freedom.complete),
      )
    })
}

/** From one to `most` complete pairs of layers up to `units`, and a pair to begin with. */
export const storedAndPair = (units: number, most: number): fc.Arbitrary<readonly [Tie.Encoding, Pairs, PlainPair]> =>
  fc
    .tuple(Arbitraries.encoding, Arbitraries.size(units), Arbitraries.size(units))
    .chain(([encoding, n, m]) =>
      fc.tuple(
        fc.constant(encoding),
        fc.array(pair(encoding, n, m, true), { minLength: 1, maxLength: most }),
        pair(encoding, n, m),
      ),
    )
