/**
 * The law of what can be read off couplings (rows H1, H11).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Law } from '@engram/law'
import { Matrix } from '@engram/linalg'
import { Pattern } from '@engram/associative-memory'
import * as Couplings from '../Couplings.js'
import * as Reference from '../reference.js'
import * as Sparse from '../Sparse.js'
import { stateOf } from './adapters.js'
import type { Numbers, Rows } from './arbitraries.js'
import { stored } from './couplings.js'
import { sparse } from './sparse.js'

/** What is read off couplings, in plain data. */
export interface Reading {
  readonly weights: Rows
  readonly matrix: Rows
  readonly diagonal: Numbers
  readonly asymmetry: readonly [number, number] | undefined
}

export type Read = (couplings: Couplings.Couplings) => Reading

export const read: Read = (couplings) => {
  const units = Couplings.diagonalOf(couplings).map((_, unit) => unit)
  const weight = Couplings.weight(couplings)
  return {
    weights: units.map((i) => units.map((j) => weight(i, j))),
    matrix: Matrix.toRows(Couplings.toMatrix(couplings)),
    diagonal: Couplings.diagonalOf(couplings),
    asymmetry: Couplings.firstAsymmetry(couplings),
  }
}

const told = (weights: Rows): Reading => {
  const pairs = weights.flatMap((row, i) => row.map((_, j) => [i, j] as const))
  return {
    weights,
    matrix: weights,
    diagonal: weights.map((row, i) => row[i] ?? 0),
    asymmetry: pairs.find(([i, j]) => weights[i]?.[j] !== weights[j]?.[i]),
  }
}

const matrixOf = (weights: Rows): Matrix.Matrix =>
  Matrix.unsafeFromFloat64(weights.length, weights.length)(Float64Array.from(weights.flat()))

/** Couplings of each kind, and the weights that they stand for. */
const kept: fc.Arbitrary<readonly [Couplings.Couplings, Rows]> = fc.oneof(
  stored.chain(([{ diagonal }, encoding, patterns]) =>
    fc.constantFrom(F.identity, Couplings.pack).map((keep: (each: Couplings.Patterns) => Couplings.Couplings) => {
      const rows = patterns.map((pattern) => Pattern.toBipolar(stateOf(encoding, pattern)))
      return [
        keep({ _tag: 'Patterns', patterns: rows, diagonal }),
        Reference.weights(encoding, patterns).map((row, i) =>
          row.map((w, j) => (i === j && diagonal === 'kept' ? patterns.length : w)),
        ),
      ] as const
    }),
  ),
  sparse.chain(({ instance: { weights } }) =>
    fc.boolean().map((written): readonly [Couplings.Couplings, Rows] => {
      const dense: Couplings.Couplings = { _tag: 'Dense', weights: matrixOf(weights) }
      return [written ? dense : E.getOrElseW(() => dense)(Sparse.fromMatrix(matrixOf(weights))), weights]
    }),
  ),
)

export const couplingsWeight = Law.law<Read>({
  id: 'couplings_weight',
  statement:
    'the weight from one unit to another, the matrix, its diagonal and the first pair that is not symmetric are the same however the weights are kept',
  source: 'definition of the couplings',
  rows: ['H1', 'H11'],
  hypotheses: [],
  property: (readOff) =>
    fc.property(kept, ([couplings, weights]) => JSON.stringify(readOff(couplings)) === JSON.stringify(told(weights))),
  countermodels: [
    {
      id: 'turned_round',
      description: 'takes the weight to a unit for the one from it',
      implementation: (couplings) => {
        const reading = read(couplings)
        return { ...reading, weights: reading.weights.map((row, i) => row.map((_, j) => reading.weights[j]?.[i] ?? 0)) }
      },
    },
    {
      id: 'self_coupled',
      description: 'leaves the self-couplings in the overlaps',
      implementation: (couplings) =>
        read(Couplings.areHebbian(couplings) ? { ...couplings, diagonal: 'kept' } : couplings),
    },
    {
      id: 'symmetric_by_assumption',
      description: 'takes all weights for symmetric',
      implementation: (couplings) => ({ ...read(couplings), asymmetry: undefined }),
    },
  ],
})
