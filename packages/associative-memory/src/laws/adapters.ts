/**
 * This package in plain arrays: the shape in which a stranger's implementation is checked too.
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix, Vector } from '@engram/linalg'
import * as Hebbian from '../Hebbian.js'
import type { Memory } from '../Memory.js'
import { unsafePattern, toArray, type Bipolar } from '../Pattern.js'
import * as Recall from '../Recall.js'
import type { Encoding, Tie } from '../Tie.js'
import type { Numbers, Rows } from './arbitraries.js'

/** From inputs and targets to weights. */
export type Learn = (associations: ReadonlyArray<readonly [Numbers, Numbers]>) => Rows

/** From patterns to the weights between their components. */
export type LearnAuto = (patterns: Rows) => Rows

/** From weights, thresholds, previous outputs and an input to outputs. */
export type RecallWith = (
  encoding: Encoding,
  tie: Tie,
  weights: Rows,
  thresholds: Numbers,
  previous: Numbers,
  x: Numbers,
) => Numbers

const signal = (values: Numbers) => Vector.unsafeFromFloat64(Float64Array.from(values))

export const rowsOf = (learnt: E.Either<unknown, Memory>): Rows =>
  F.pipe(
    learnt,
    E.match(
      () => [],
      ({ weights }) => Matrix.toRows(weights),
    ),
  )

export const learn: Learn = (associations) =>
  rowsOf(Hebbian.learn(associations.map(([input, target]) => ({ input: signal(input), target: signal(target) }))))

export const learnAuto: LearnAuto = (patterns) => rowsOf(Hebbian.learnAuto(patterns.map(signal)))

/** Takes the caller's word that the patterns are bipolar, so that a law can break its word. */
export const learnModified: LearnAuto = (patterns) =>
  rowsOf(Hebbian.learnModified(patterns.map((values): Bipolar => unsafePattern('Bipolar', Int8Array.from(values)))))

export const recall: RecallWith = (encoding, tie, weights, thresholds, previous, x) =>
  F.pipe(
    Matrix.fromRows(weights),
    E.chainW((matrix) => {
      const rule = { encoding, thresholds: signal(thresholds) }
      const memory: Memory = { _tag: 'Memory', weights: matrix, count: 0 }
      return Recall.recall(
        tie === 'keep' || tie === 'flip' ? { ...rule, tie, previous: signal(previous) } : { ...rule, tie },
      )(memory)(signal(x))
    }),
    E.match(() => [], toArray),
  )

export const transpose = (rows: Rows): Rows => (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? 0))

export const equalRows = (a: Rows, b: Rows): boolean =>
  a.length === b.length && a.every((row, i) => equalNumbers(row, b[i] ?? []))

export const equalNumbers = (a: Numbers, b: Numbers): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i])

export const addRows = (a: Rows, b: Rows): Rows => a.map((row, i) => row.map((value, j) => value + (b[i]?.[j] ?? 0)))

export const scaleRows = (factor: number, a: Rows): Rows => a.map((row) => row.map((value) => factor * value))
