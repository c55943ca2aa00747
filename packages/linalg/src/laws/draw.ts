import type { state as S } from 'fp-ts'
import type { Random } from '../Random.js'

export type Draw<A> = S.State<Random, A>

export const value = <A>(draw: Draw<A>, from: Random): A => draw(from)[0]

export const indices = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, i) => i)

/** The draw n times over, each from where the last one left off. */
export const repeat =
  <A>(draw: Draw<A>, n: number): Draw<ReadonlyArray<A>> =>
  (start) =>
    indices(n).reduce<[ReadonlyArray<A>, Random]>(
      ([drawn, from]) => {
        const [one, next] = draw(from)
        return [[...drawn, one], next]
      },
      [[], start],
    )

export const mapDraw =
  <A, B>(f: (a: A) => B, draw: Draw<A>): Draw<B> =>
  (from) => {
    const [a, next] = draw(from)
    return [f(a), next]
  }

export const same = (x: unknown, y: unknown): boolean => JSON.stringify(x) === JSON.stringify(y)
