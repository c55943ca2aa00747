import { readFileSync } from 'node:fs'
import { either as E } from 'fp-ts'
import { Pattern } from '../src/index.js'

/** The value of a `Right`; a test that meets a `Left` fails with what is in it. */
export const right = <L, A>(either: E.Either<L, A>): A => {
  if (E.isLeft(either)) throw new Error(`expected a Right, got ${JSON.stringify(either.left)}`)
  return either.right
}

export const left = <L, A>(either: E.Either<L, A>): L => {
  if (E.isRight(either)) throw new Error(`expected a Left, got ${JSON.stringify(either.right)}`)
  return either.left
}

type Numbers = ReadonlyArray<number>

export const bipolar = (components: Numbers): Pattern.Bipolar => right(Pattern.bipolar(components))
export const binary = (components: Numbers): Pattern.Binary => right(Pattern.binary(components))
export const cue = (components: Numbers): Pattern.Cue => right(Pattern.cue(components))

/** One case of a file of values computed elsewhere. */
export interface Golden<I, X> {
  readonly id: string
  readonly inputs: I
  readonly expected: X
}

/** One case of a file of goldens. */
export const golden = <I, X>(name: string, id: string): Golden<I, X> => {
  const file = new URL(`./goldens/${name}.json`, import.meta.url)
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly cases: ReadonlyArray<Golden<unknown, unknown>>
  }
  const found = cases.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no case ${id} in ${name}.json`)
  return found as Golden<I, X>
}

/** One case of the worked numbers of the lectures. */
export const lecture = <I, X>(id: string): Golden<I, X> => golden<I, X>('lectures', id)
