/**
 * Draws, many of them, from one generator.
 */
import { state as S } from 'fp-ts'
import type { Random } from '@engram/linalg'

/** The numbers 0 … n−1. */
export const range = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, k) => k)

/** The same draw n times, one after another. */
export const times =
  (n: number) =>
  <A>(draw: S.State<Random.Random, A>): S.State<Random.Random, ReadonlyArray<A>> =>
    S.sequenceArray(range(n).map(() => draw))
