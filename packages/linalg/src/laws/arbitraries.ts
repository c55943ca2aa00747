/**
 * Vectors and matrices for properties.
 *
 * Definitions: a dyadic number here is k/64 with |k| ≤ 512. Sums of a few products of three of them need fewer than 53
 *              bits, so that float64 computes them exactly and laws hold with `===`.
 */
import fc from 'fast-check'
import { unsafeFromFloat64 as matrixFrom, type Matrix } from '../Matrix.js'
import { fromSeed, type Random } from '../Random.js'
import { unsafeFromFloat64 as vectorFrom, type Vector } from '../Vector.js'

export const dyadic: fc.Arbitrary<number> = fc.integer({ min: -512, max: 512 }).map((k) => k / 64)

/** Numbers of the same size as `dyadic`, with up to 53 bits: sums and products of these round. */
export const double: fc.Arbitrary<number> = fc.maxSafeInteger().map((k) => k / 2 ** 50)

/** Any float64 numbers but NaN, the infinite ones often among them. */
export const extended: fc.Arbitrary<number> = fc.oneof(
  dyadic,
  fc.constantFrom(-Infinity, Infinity, 1e308, -1e308),
  fc.double({ noNaN: true }),
)

/** Lengths, 0 and 1 among them, and enough to go round a kernel's blocks of four more than once. */
export const size: fc.Arbitrary<number> = fc.integer({ min: 0, max: 9 })

/** A vector of n entries drawn by `entry`. */
export const vectorOf =
  (entry: fc.Arbitrary<number>) =>
  (n: number): fc.Arbitrary<Vector> =>
    fc.array(entry, { minLength: n, maxLength: n }).map((xs) => vectorFrom(Float64Array.from(xs)))

/** An m×n matrix of entries drawn by `entry`. */
export const matrixOf =
  (entry: fc.Arbitrary<number>) =>
  (m: number, n: number): fc.Arbitrary<Matrix> =>
    fc.array(entry, { minLength: m * n, maxLength: m * n }).map((xs) => matrixFrom(m, n)(Float64Array.from(xs)))

/** A vector of n dyadic numbers. */
export const vector = vectorOf(dyadic)

/** An m×n matrix of dyadic numbers. */
export const matrix = matrixOf(dyadic)

/** A generator, from any seed. */
export const random: fc.Arbitrary<Random> = fc.maxSafeInteger().map(fromSeed)
