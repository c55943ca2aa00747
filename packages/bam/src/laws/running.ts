/**
 * What the laws of runs have in common: the run of the textbook, and what to run.
 */
import fc from 'fast-check'
import type { Order } from '../machine.js'
import * as Reference from '../reference.js'
import type { Instance, PlainPair } from '../reference.js'
import { equalPairs, type HalfStep, type Run } from './adapters.js'
import { instanceAndPair, order, type Freedom } from './arbitraries.js'

export const layers = (first: Order): ReadonlyArray<'x' | 'y'> => (first === 'x-first' ? ['x', 'y'] : ['y', 'x'])

/** The run of the textbook: sweeps of two half steps until one changes nothing. */
export const textbook = (instance: Instance, first: Order, start: PlainPair, sweeps: number): Run => {
  const sweep = (pair: PlainPair): readonly [PlainPair, ReadonlyArray<HalfStep>] =>
    layers(first).reduce<readonly [PlainPair, ReadonlyArray<HalfStep>]>(
      ([before, steps], layer) => {
        const after = Reference.halfStep(instance, before, layer)
        const fields = layer === 'x' ? Reference.fieldsOfX(instance, before) : Reference.fieldsOfY(instance, before)
        return [after, [...steps, { layer, fields, state: after[layer], energy: Reference.lyapunov(instance, after) }]]
      },
      [pair, []],
    )
  const go = (pair: PlainPair, told: Run, left: number): Run => {
    if (left === 0) return told
    const [after, steps] = sweep(pair)
    const rests = equalPairs(pair, after)
    const next: Run = {
      pair: after,
      outcome: rests ? 'FixedPoint' : 'Exhausted',
      halfSteps: [...told.halfSteps, ...steps],
      energies: [...told.energies, Reference.lyapunov(instance, after)],
    }
    return rests ? next : go(after, next, left - 1)
  }
  const begun: Run = {
    pair: start,
    outcome: 'Exhausted',
    halfSteps: [],
    energies: [Reference.lyapunov(instance, start)],
  }
  return go(start, begun, sweeps)
}

export const cases = (freedom: Freedom) =>
  fc.tuple(instanceAndPair(freedom), order).map(([[instance, pair], first]) => [instance, first, pair] as const)
