import { readFileSync } from 'node:fs'
import { either as E } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { Matrix, Vector } from '@engram/linalg'
import { Network } from '../src/index.js'

/** The value of a `Right`; a test that meets a `Left` fails with what is in it. */
export const right = <L, A>(either: E.Either<L, A>): A => {
  if (E.isLeft(either)) throw new Error(`expected a Right, got ${JSON.stringify(either.left)}`)
  return either.right
}

type Numbers = ReadonlyArray<number>

export const bipolar = (values: Numbers): Pattern.Bipolar => right(Pattern.bipolar(values))

export const binary = (values: Numbers): Pattern.Binary => right(Pattern.binary(values))

export const vector = (values: Numbers): Vector.Vector => right(Vector.fromArray(values))

export const network = (
  weights: ReadonlyArray<Numbers>,
  storage: Parameters<typeof Network.fromWeights>[0] = { encoding: 'bipolar' },
): Network.Network => right(Network.fromWeights(storage)(right(Matrix.fromRows(weights))))

/** One case of a file of values computed elsewhere. */
export interface Golden<I, X> {
  readonly id: string
  readonly inputs: I
  readonly expected: X
}

const goldens = (file: string): ReadonlyArray<Golden<unknown, unknown>> =>
  (
    JSON.parse(readFileSync(new URL(`./goldens/${file}.json`, import.meta.url), 'utf8')) as {
      readonly cases: ReadonlyArray<Golden<unknown, unknown>>
    }
  ).cases

export const golden = <I, X>(file: string, id: string): Golden<I, X> => {
  const found = goldens(file).find((each) => each.id === id)
  if (found === undefined) throw new Error(`no case ${id} in ${file}.json`)
  return found as Golden<I, X>
}
