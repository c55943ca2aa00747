import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { unsafeFromFloat64, type Matrix } from '../Matrix.js'
import { fromMatrix, type SignMatrix } from '../SignMatrix.js'
import { mapMatrix } from './build.js'
import { length, seeded } from './seeded.js'

/** Numbers of bits, around one word and around four. */
export const bits: fc.Arbitrary<number> = fc.oneof(length, fc.constantFrom(31, 32, 100, 127, 128, 129))

/** An m×n matrix of 1 and −1. */
export const signs = (m: number, n: number): fc.Arbitrary<Matrix> =>
  seeded((u) => (u < 0.5 ? -1 : 1))(m * n).map(unsafeFromFloat64(m, n))

/** A matrix of 1 and −1. */
export const someSigns: fc.Arbitrary<Matrix> = fc.tuple(length, bits).chain(([m, n]) => signs(m, n))

/** The matrix of signs whose entries are 1 where those of A are above 0, and −1 elsewhere. */
export const packed = (a: Matrix): SignMatrix =>
  F.pipe(
    fromMatrix(mapMatrix((entry) => (entry > 0 ? 1 : -1))(a)),
    E.getOrElse(() => packed(a)),
  )
