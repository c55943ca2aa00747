/**
 * The kernels of means weighed by softmax, operation by operation.
 */
import { Law, type Check } from '@engram/law'
import fc from 'fast-check'
import { exp } from '../kernels/exp.js'
import { CHUNK, LEAST, softmaxMean as scalar } from '../kernels/scalar/softmaxMean.js'
import { exponent } from '../kernels/scalar/softmax.js'
import { softmaxMean as vectorised } from '../kernels/simd/softmaxMean.js'
import type { SoftmaxMean as Kernel } from '../kernels/types.js'
import { any, scoresOf, type Mean, type Row } from './asked.js'
import { indices } from './draw.js'
import { identical } from './identical.js'
import { bothClaims, rowsOf, textbook, wholeBlocks } from './textbook.js'

interface Sums {
  readonly max: number
  readonly even: number
  readonly odd: number
  readonly sums: Row
}

const chunksOf = (p: number): Row => indices(Math.ceil(p / CHUNK)).map((k) => k * CHUNK)

/** Chunk by chunk, as it is written; by how much what came before is multiplied is a choice. */
const streamed =
  (rescaled: (factor: number) => number, total: (even: number, odd: number) => number, chunks = chunksOf): Mean =>
  (asked) => {
    const values = rowsOf(asked.values)
    const absorb =
      (scores: Row) =>
      (before: Sums, first: number): Sums => {
        const some = scores.slice(first, first + CHUNK)
        const max = Math.max(before.max, ...some)
        if (max === -Infinity) return before
        const factor = rescaled(exp(exponent(asked.beta, before.max, max)))
        return some.reduce<Sums>(
          ({ even, odd, sums }, score, k) => {
            const t = exponent(asked.beta, score, max)
            const mass = t >= LEAST ? exp(t) : 0
            return {
              max,
              even: k % 2 === 0 ? even + mass : even,
              odd: k % 2 === 0 ? odd : odd + mass,
              sums: mass === 0 ? sums : sums.map((each, i) => each + mass * (values[first + k]?.[i] ?? NaN)),
            }
          },
          { max, even: before.even * factor, odd: before.odd * factor, sums: before.sums.map((each) => each * factor) },
        )
      }
    return scoresOf(asked).flatMap((scores) => {
      const begin: Sums = { max: -Infinity, even: 0, odd: 0, sums: indices(asked.values.cols).map(() => 0) }
      const { even, odd, sums } = chunks(asked.keys.rows).reduce(absorb(scores), begin)
      const all = total(even, odd)
      return all > 0 ? sums.map((each) => each / all) : sums
    })
  }

const same = (factor: number): number => factor

const plus = (a: number, b: number): number => a + b

const defined = streamed(same, plus)

export const softmaxMeanEqTextbook = Law.law<Mean>({
  id: 'softmaxMean_eq_textbook',
  statement:
    'chunk by chunk masses exp(β (x − max)) and their sums of values are added up, rescaled where a greater score comes, and divided in the end',
  source: textbook,
  hypotheses: [],
  property: (mean) => fc.property(any, (asked) => identical(mean(asked), defined(asked))),
  countermodels: [
    {
      id: 'notRescaled',
      description: 'keeps what it has when a greater score comes',
      implementation: streamed(() => 1, plus),
    },
    {
      id: 'lastChunk',
      description: 'forgets the keys that whole chunks leave over',
      implementation: streamed(same, plus, (p) => indices(Math.floor(p / CHUNK)).map((k) => k * CHUNK)),
    },
    {
      id: 'wholeBlocks',
      description: 'forgets the columns that blocks of four leave over',
      implementation: (asked) => wholeBlocks(4, asked.values.cols, defined(asked)),
    },
    {
      id: 'oddLanes',
      description: 'forgets the masses in odd places in the sum that it divides by',
      implementation: streamed(same, (even) => even),
    },
  ],
})

const run =
  (kernel: Kernel): Mean =>
  ({ beta, blocked, keys, queries, values }) => {
    const out = new Float64Array(queries.rows * values.cols)
    const told = kernel(
      out,
      beta,
      queries.data,
      keys.data,
      values.data,
      blocked.data,
      queries.rows,
      keys.rows,
      keys.cols,
      values.cols,
    )
    return told ? out : []
  }

export const softmaxMeanKernelClaims: ReadonlyArray<Check.Claim> = bothClaims(
  softmaxMeanEqTextbook,
  scalar,
  vectorised,
  run,
)
