/**
 * Laws of what unlearning does to each unit of a state (row H9): whom it harms, whom it helps, and for how long.
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Arbitraries } from '@engram/associative-memory/laws'
import { Law } from '@engram/law'
import { Matrix } from '@engram/linalg'
import * as Network from '../Network.js'
import * as Online from '../Online.js'
import * as Reference from '../reference.js'
import { equalNumbers, equalRows, networkOf, stateOf } from './adapters.js'
import type { Numbers, Rows } from './arbitraries.js'
import { marginsOf, netOf, overlap, past } from './weights.js'

/** Weights with ε of a state learnt, or taken away. */
export type Change = (weights: Rows, y: Numbers, amount: number) => Rows

export interface Changes {
  readonly imprint: Change
  readonly forget: Change
}

const changeBy =
  (operation: (options: Online.Options) => ReturnType<typeof Online.forget>): Change =>
  (weights, y, amount) =>
    F.pipe(
      networkOf(netOf(weights)),
      operation({ amount })(stateOf('bipolar', y)),
      E.match(
        (): Rows => [],
        (network) => Matrix.toRows(Network.weights(network)),
      ),
    )

export const changes: Changes = { imprint: changeBy(Online.imprint), forget: changeBy(Online.forget) }

const { imprint } = changes

const amounts = fc.constantFrom(1, 0.5, 0.25, 0.0625)

const state = (n: number): fc.Arbitrary<Numbers> => Arbitraries.bipolar(n)

/** ε y yᵀ taken whole: units come to work against themselves. */
const withSelves: Change = (weights, y, amount) =>
  Reference.imprint(weights, y, -amount).map((row, i) => row.map((w, j) => (i === j ? w - amount : w)))

/** Only what keeps y is weakened, and never beyond nothing. */
const sparing: Change = (weights, y, amount) =>
  weights.map((row, i) =>
    row.map((w, j) => {
      const sign = (y[i] ?? NaN) * (y[j] ?? NaN)
      return i === j || sign * w <= 0 ? w : sign * Math.max(0, sign * w - amount)
    }),
  )

/** All weights shrink instead. */
const decay: Change = (weights, _, amount) => weights.map((row) => row.map((w) => w * (1 - amount)))

export const forgetEqImprintNeg = Law.law<Changes>({
  id: 'forget_eq_imprint_neg',
  statement:
    'to unlearn ε of a state is to learn −ε of it, so that each undoes the other, from any symmetric weights, whether they ever learnt it or not',
  source: 'Hopfield, Feinstein and Palmer (1983), the unlearning step; Hebb’s rule is a sum',
  rows: ['H9', 'H17'],
  hypotheses: [],
  property: (given) =>
    fc.property(
      Arbitraries.size(6).chain((n) => fc.tuple(past(n), state(n))),
      amounts,
      ([weights, y], amount) => {
        const less = given.forget(weights, y, amount)
        return (
          equalRows(less, given.imprint(weights, y, -amount)) &&
          equalRows(given.imprint(less, y, amount), weights) &&
          equalRows(given.forget(given.imprint(weights, y, amount), y, amount), weights)
        )
      },
    ),
  countermodels: [
    { id: 'self_couplings_too', description: 'takes ε y yᵀ whole', implementation: { imprint, forget: withSelves } },
    {
      id: 'sparing',
      description: 'weakens weights no further than to 0',
      implementation: { imprint, forget: sparing },
    },
    { id: 'decay', description: 'shrinks all weights', implementation: { imprint, forget: decay } },
  ],
})

export const dreamMargin = Law.law<Change>({
  id: 'dream_margin',
  statement:
    'to unlearn y changes the margin zᵢhᵢ of each unit of each z by exactly ε(1 − (y·z) yᵢzᵢ): y loses ε(n − 1) everywhere',
  source: 'hᵢ(z) = Σⱼ wᵢⱼzⱼ with W − ε(y yᵀ − I) for W; Hopfield, Feinstein and Palmer (1983)',
  rows: ['H9'],
  hypotheses: [],
  property: (unlearn) =>
    fc.property(
      Arbitraries.size(6).chain((n) => fc.tuple(past(n), state(n), state(n))),
      amounts,
      ([weights, y, z], amount) => {
        const before = marginsOf(weights, z)
        const told = marginsOf(unlearn(weights, y, amount), z)
        return equalNumbers(
          told,
          before.map((margin, i) => margin + amount * (1 - overlap(y, z) * (y[i] ?? NaN) * (z[i] ?? NaN))),
        )
      },
    ),
  countermodels: [
    { id: 'self_couplings_too', description: 'takes ε y yᵀ whole', implementation: withSelves },
    { id: 'sparing', description: 'weakens weights no further than to 0', implementation: sparing },
    { id: 'learns', description: 'strengthens what it should weaken', implementation: imprint },
  ],
})

/** Weights of any past in which z has been learnt firmly enough to be a fixed point, z, and a state to unlearn. */
const firm = (orthogonal: boolean) =>
  fc
    .integer({ min: 1, max: 3 })
    .chain((half) => {
      const n = 2 * half
      const units = Array.from({ length: n }, (_, unit) => unit)
      const turned = fc.shuffledSubarray(units, orthogonal ? { minLength: half, maxLength: half } : {})
      return fc.tuple(past(n), state(n), turned)
    })
    .map(([weights, z, turned]) => ({
      weights: Reference.imprint(weights, z, 1),
      z,
      y: z.map((value, unit) => (turned.includes(unit) ? -value : value)),
    }))

const keeps = (orthogonal: boolean) => (unlearn: Change) =>
  fc.property(firm(orthogonal), amounts, ({ weights, z, y }, amount) => {
    const before = marginsOf(weights, z)
    const after = unlearn(weights, y, amount)
    return (
      Reference.isFixedPoint(netOf(after), z) &&
      marginsOf(after, z).every((margin, i) => margin === (before[i] ?? NaN) + amount)
    )
  })

export const dreamOrthogonal = Law.law<Change>({
  id: 'dream_orthogonal',
  statement:
    'a fixed point orthogonal to y stays one when y is unlearnt: each of its units stands more firmly, by ε exactly',
  source: 'dream_margin with y·z = 0; Hopfield, Feinstein and Palmer (1983), why unlearning stabilizes',
  rows: ['H9'],
  hypotheses: [{ id: 'orthogonal', statement: 'y·z = 0', dropped: keeps(false) }],
  property: keeps(true),
  countermodels: [
    { id: 'self_couplings_too', description: 'takes ε y yᵀ whole, and gives nothing', implementation: withSelves },
    { id: 'learns', description: 'strengthens what it should weaken', implementation: imprint },
    { id: 'decay', description: 'shrinks all weights', implementation: decay },
  ],
})

export const dreamExhausts = Law.law<Change>({
  id: 'dream_exhausts',
  statement:
    'y outlasts being unlearnt k times, as a fixed point, exactly if kε(n − 1) is at most the least of its margins: too many dreams destroy any memory of two units or more',
  source: 'dream_margin with z = y, ties kept; Hopfield, Feinstein and Palmer (1983), too much unlearning',
  rows: ['H9'],
  hypotheses: [],
  property: (unlearn) =>
    fc.property(firm(true), amounts, fc.integer({ min: -1, max: 2 }), ({ weights, z }, amount, more) => {
      const least = Math.min(...marginsOf(weights, z))
      const lasts = Math.floor(least / (amount * (z.length - 1)))
      const dreams = Math.max(0, lasts + more)
      const left = Array.from({ length: dreams }).reduce<Rows>((before) => unlearn(before, z, amount), weights)
      return Reference.isFixedPoint(netOf(left), z) === dreams <= lasts
    }),
  countermodels: [
    { id: 'self_couplings_too', description: 'takes ε y yᵀ whole, and so once too often', implementation: withSelves },
    { id: 'sparing', description: 'weakens weights no further than to 0', implementation: sparing },
    { id: 'decay', description: 'shrinks all weights', implementation: decay },
  ],
})
