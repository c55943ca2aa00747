import { readFileSync } from 'node:fs'
import { either as E, function as F } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { Bam, Recall } from '../src/index.js'

export type Numbers = ReadonlyArray<number>
export type Rows = ReadonlyArray<Numbers>

/** The value of an `Either` that the test believes to be right. */
export const right = <A>(either: E.Either<unknown, A>): A =>
  E.match(
    (error: unknown): A => {
      throw new Error(JSON.stringify(error))
    },
    (value: A) => value,
  )(either)

/** A golden value: what other software, or arithmetic done elsewhere, says. */
export interface Golden<I, X> {
  readonly id: string
  readonly inputs: I
  readonly expected: X
}

export const golden = <I, X>(file: string, id: string): Golden<I, X> => {
  const text = readFileSync(new URL(`./goldens/${file}.json`, import.meta.url), 'utf8')
  const { cases } = JSON.parse(text) as { readonly cases: ReadonlyArray<Golden<unknown, unknown>> }
  const found = cases.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no case ${id} in ${file}.json`)
  return found as Golden<I, X>
}

export const bipolar = (values: Numbers): Pattern.Bipolar => right(Pattern.bipolar(values))

export const binary = (values: Numbers): Pattern.Binary => right(Pattern.binary(values))

export const cue = (values: Numbers): Pattern.Cue => right(Pattern.cue(values))

export const store = (pairs: ReadonlyArray<Bam.StoredPair>, storage: Bam.Storage = {}): Bam.Bam =>
  right(Bam.fromPairs(storage)(pairs))

export const recall = (bam: Bam.Bam, probe: Recall.Probe, options: Recall.Options = {}): Recall.Recall =>
  F.pipe(probe, Recall.recall(options)(bam), right)
