/**
 * Inputs from a seed.
 */
import { Corruption, Pattern } from '@engram/associative-memory'
import { Random } from '@engram/linalg'
import { either as E } from 'fp-ts'

/**
 * Multiples of 1/64 from −1 to 1.
 *
 * A product of two is a multiple of 2⁻¹², so a sum of up to 2¹¹ of them needs at most 24 bits: every order of summation
 * gives the same number, in float32 as in float64.
 */
export const dyadics = (count: number, seed: number): Float64Array => {
  const [uniforms] = Random.uniforms(count)(Random.fromSeed(seed))
  return Float64Array.from(uniforms, (u) => Math.floor(u * 129 - 64) / 64)
}

/** ±1, each with probability one half. */
export const spins = (count: number, seed: number): Int8Array =>
  Int8Array.from(Random.signs(count)(Random.fromSeed(seed))[0])

/** An order of 0 … n−1. */
export const order = (n: number, seed: number): Int32Array =>
  Int32Array.from(Random.permutation(n)(Random.fromSeed(seed))[0])

/** The first rows of n spins each, with a fraction of every one turned over. */
export const corrupted = (rows: Int8Array, n: number, count: number, fraction: number, seed: number): Int8Array => {
  const share = E.getOrElse((): Corruption.Fraction => {
    throw new RangeError(`not a fraction: ${fraction}`)
  })(Corruption.fraction(fraction))
  const one = (_: unknown, k: number): ReadonlyArray<number> => {
    const row = Pattern.unsafePattern('Bipolar', rows.subarray(k * n, (k + 1) * n))
    return Pattern.toArray(Corruption.flip(share)(row)(Random.fromSeed(seed + k))[0])
  }
  return Int8Array.from(Array.from({ length: count }, one).flat())
}
