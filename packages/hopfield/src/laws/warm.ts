/**
 * What the laws of networks at a temperature have in common: temperatures, energies of all states, and error bounds.
 */
import fc from 'fast-check'
import { Tie } from '@engram/associative-memory'
import type { Rule } from '../Glauber.js'
import * as Reference from '../reference.js'
import type { Instance } from '../reference.js'
import * as Textbook from '../reference/stochastic.js'
import { instanceAndState, type Freedom, type Numbers } from './arbitraries.js'

const unit = 2 ** -53

export const rules = fc.constantFrom<Rule>('heat-bath', 'metropolis')

const temperatures = fc.integer({ min: 2, max: 64 }).map((k) => k / 8)

export const energiesOf = (instance: Instance): Numbers =>
  Textbook.allStates(Tie.lowerOf(instance.encoding), instance.thresholds.length).map((y) =>
    Reference.energy(instance, y),
  )

export const turnsBy =
  (rule: Rule, temperature: number) =>
  (rise: number): number =>
    rule === 'heat-bath' ? Textbook.heatBath(rise, temperature) : Textbook.metropolis(rise, temperature)

/** How far apart the energies lie, in units of T: what an error in β is multiplied by. */
export const spread = (energies: Numbers, temperature: number): number =>
  (Math.max(...energies) - Math.min(...energies)) / temperature

/**
 * Relative error of a probability: its exponent carries two roundings of a number up to the spread R, the exponential and the
 * quotient one ulp each, and the sum Z as many as it has terms; twice that, since two computations are compared.
 */
export const slackOf = (energies: Numbers, temperature: number): number =>
  (8 * spread(energies, temperature) + 2 * energies.length + 32) * unit

export const near = (a: number, b: number, slack: number): boolean => Math.abs(a - b) <= slack

export const inRow = (values: Numbers, expected: Numbers, close: (a: number, b: number) => boolean): boolean =>
  values.length === expected.length && values.every((value, k) => close(value, expected[k] ?? NaN))

export const networkAt = (freedom: Freedom = {}) => fc.tuple(instanceAndState(freedom), temperatures)

export const withoutDiagonal = (instance: Instance): Instance => ({
  ...instance,
  weights: instance.weights.map((row, i) => row.map((weight, j) => (i === j ? 0 : weight))),
})
