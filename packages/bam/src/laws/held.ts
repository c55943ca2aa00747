/**
 * What the laws of training have in common: memories of weights, pairs to learn, and when a pair is held.
 */
import fc from 'fast-check'
import { Arbitraries } from '@engram/associative-memory/laws'
import * as Reference from '../reference.js'
import type { Instance, PlainPair } from '../reference.js'
import { pair, type Pairs, type Rows } from './arbitraries.js'

export const instance = (weights: Rows, thresholds?: PlainPair): Instance => ({
  encoding: 'bipolar',
  tie: 'keep',
  weights,
  thresholds: thresholds ?? { x: weights.map(() => 0), y: (weights[0] ?? []).map(() => 0) },
})

/** Whether every unit wants to be what it is, and none is undecided. */
export const isHeld = (memory: Instance, { x, y }: PlainPair, margin = 0): boolean =>
  Reference.fieldsOfX(memory, { x, y }).every((field, i) => field * (x[i] ?? 0) > margin) &&
  Reference.fieldsOfY(memory, { x, y }).every((field, j) => field * (y[j] ?? 0) > margin)

/** Pairs of all kinds, equal halves among them. */
export const pairs = (units: number, most: number): fc.Arbitrary<Pairs> =>
  fc
    .tuple(Arbitraries.size(units), Arbitraries.size(units))
    .chain(([n, m]) => fc.array(pair('bipolar', n, m, true), { minLength: 1, maxLength: most }))
