/**
 * A memory and a state, set up for a run: bidirectional memories as memories of units.
 *
 * Convention: units 0 … n−1 are layer X, units n … n+m−1 layer Y. Sums of whole weights are exact, so they are carried
 *             along; sums of other weights are taken anew, in the order of the units.
 */
import { either as E, function as F } from 'fp-ts'
import { Schedule, Tie, type UnitMemory } from '@engram/associative-memory'
import { sizeMismatch, type BamError } from './BamError.js'
import type { Bam } from './Bam.js'
import { packed } from './kernels/overlaps.js'
import { anew, areWholeWithin, carried, type Sums } from './kernels/sums.js'
import { energyOf, sweep, type Rule } from './kernels/sweep.js'
import * as Pair from './Pair.js'

/** The sums of a state, after what they all need has been prepared. */
const sumsOf = ({ couplings, sizes: { x: n, y: m } }: Bam): ((state: Int8Array) => Sums) => {
  const room = () => new Float64Array(n + m)
  switch (couplings._tag) {
    case 'Patterns': {
      const bits = ({ patterns, units }: typeof couplings.x) => ({ patterns: patterns.words, units: units.words })
      const [x, y] = [bits(couplings.x), bits(couplings.y)]
      return (state) => packed(x, y, state, n, m, couplings.count)
    }
    case 'Dense': {
      const { data } = couplings.weights
      return areWholeWithin(data, Number.MAX_SAFE_INTEGER / Math.max(n, m))
        ? (state) => carried(room(), data, state, n, m)
        : (state) => anew(room(), data, data, state, n, m)
    }
    case 'TwoWay':
      return (state) => anew(room(), couplings.forward.data, couplings.backward.data, state, n, m)
  }
}

/** Bidirectional memories as an instance of the algebra of memories. */
export const units: UnitMemory.UnitMemory<Bam> = {
  size: ({ sizes }) => sizes.x + sizes.y,
  encoding: ({ encoding }) => encoding,
  machine: (bam) => {
    const { sizes, thresholds } = bam
    const prepared = sumsOf(bam)
    const rule: Rule = {
      thresholds: Float64Array.from([...thresholds.x.data, ...thresholds.y.data]),
      next: Tie.activate(bam.encoding, bam.tie),
    }
    const of = (unit: number): number => rule.thresholds[unit] ?? 0
    return (state) => {
      const sums = prepared(state)
      const machine = {
        size: sizes.x + sizes.y,
        state,
        field: (unit: number) => sums.at(unit) - of(unit),
        moved: sums.moved,
        reset: sums.reset,
        energy: () => energyOf(sums, rule, state),
        next: rule.next,
      }
      return bam.couplings._tag === 'TwoWay'
        ? { ...machine, rise: (unit, delta) => -delta * (0.5 * (sums.at(unit) + sums.across(unit)) - of(unit)) }
        : { ...machine, rise: (_, delta, field) => -delta * field, sweep: sweep(sums, rule, state) }
    }
  },
}

/** Whatever has two layers of units. */
export interface Layered {
  readonly sizes: Pair.Sizes
  readonly encoding: Tie.Encoding
}

/** Which layer goes first. */
export type Order = 'x-first' | 'y-first'

/** All units of one layer at once, then all of the other. */
export const alternating =
  (order: Order) =>
  ({ sizes }: { readonly sizes: Pair.Sizes }): Schedule.Schedule => {
    const x = Array.from({ length: sizes.x }, (_, i) => i)
    const y = Array.from({ length: sizes.y }, (_, j) => sizes.x + j)
    return Schedule.blocks(order === 'x-first' ? [x, y] : [y, x])
  }

const fitsLayer = (
  operation: string,
  layer: 'x' | 'y',
  bam: Layered,
  state: Pair.State,
): E.Either<BamError, Pair.State> =>
  state.length !== bam.sizes[layer]
    ? E.left(sizeMismatch(`${operation} (${layer})`, bam.sizes[layer], state.length))
    : (state._tag === 'Binary') === (bam.encoding === 'binary')
      ? E.right(state)
      : E.left({
          _tag: 'EncodingMismatch',
          operation: `${operation} (${layer})`,
          expected: bam.encoding === 'binary' ? 'a Binary pattern' : 'a Bipolar pattern or a Cue',
          actual: state._tag,
        })

/** One state of all units, if the pair belongs to the memory. Errors: SizeMismatch, EncodingMismatch */
export const fit =
  (operation: string, bam: Layered) =>
  ({ x, y }: Pair.Pair): E.Either<BamError, Pair.State> =>
    F.pipe(
      E.Do,
      E.apS('x', fitsLayer(operation, 'x', bam, x)),
      E.apS('y', fitsLayer(operation, 'y', bam, y)),
      E.map(Pair.join),
    )

/** Checks the pair, then asks a machine that stands in it. */
export const ask =
  <A>(operation: string, question: (machine: UnitMemory.Machine, bam: Bam) => A) =>
  (bam: Bam) =>
  (pair: Pair.Pair): E.Either<BamError, A> =>
    F.pipe(
      pair,
      fit(operation, bam),
      E.map(({ data }) => question(units.machine(bam)(Int8Array.from(data)), bam)),
    )
