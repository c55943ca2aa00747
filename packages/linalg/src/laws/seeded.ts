/**
 * Large inputs for properties: made from a seed, so that thousands of numbers cost no more to draw than one.
 */
import fc from 'fast-check'
import { state as S } from 'fp-ts'
import { unsafeFromFloat64 as matrixFrom, type Matrix } from '../Matrix.js'
import { fromSeed, uniforms } from '../Random.js'
import { unsafeFromFloat64 as vectorFrom, type Vector } from '../Vector.js'

/** Lengths around those of a kernel's blocks, most of them small. */
export const length: fc.Arbitrary<number> = fc.oneof(fc.nat(9), fc.constantFrom(15, 16, 17, 33, 65))

/** n numbers, each made from one in [0, 1). */
export const seeded =
  (entry: (u: number, position: number) => number) =>
  (n: number): fc.Arbitrary<Float64Array> =>
    fc.maxSafeInteger().map((seed) => Float64Array.from(S.evaluate(fromSeed(seed))(uniforms(n)), entry))

/** Numbers of many sizes, with 53 bits; zeros of both signs and, now and then, numbers whose products overflow. */
const spread = (u: number): number => {
  const size = (u * 2 ** 20) % 1
  if (size < 0.05) return u < 0.5 ? -0 : 0
  return (u - 0.5) * (size > 0.999 ? 2 ** 1023 : 2 ** Math.floor(40 * size - 20))
}

export const seededMatrix = (rows: number, cols: number): fc.Arbitrary<Matrix> =>
  seeded(spread)(rows * cols).map(matrixFrom(rows, cols))

export const seededVector = (n: number): fc.Arbitrary<Vector> => seeded(spread)(n).map((data) => vectorFrom(data))
