/**
 * What the laws of graded networks allow for rounding (row H13).
 */
import * as Textbook from '../reference/graded.js'
import type { GradedInstance } from '../reference/graded.js'
import type { Numbers } from './arbitraries.js'
import { rowNorm } from './gradedAdapters.js'

export const unit = 2 ** -53

export const greatest = (values: Numbers): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

/** How large the terms of an energy are in all. */
const magnitude = ({ weights, input, gain }: GradedInstance): number =>
  input.length * (rowNorm(weights) + greatest(input) + 4 / gain)

/** Each output is right to a few units in the last place, and the energy is a sum of n² + 2n terms. */
export const energySlack = (instance: GradedInstance): number =>
  8 * (instance.input.length + 4) * unit * magnitude(instance)

/** What rest means: 2⁻³⁶ relative to u, and what a sum of n products is rounded by. */
export const atRest = (instance: GradedInstance, u: Numbers): boolean =>
  Textbook.residual(instance, u).every(
    (r, i) => Math.abs(r) <= 2 ** -36 * Math.max(1, Math.abs(u[i] ?? NaN)) + energySlack(instance),
  )
