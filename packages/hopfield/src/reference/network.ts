/**
 * The textbook versions of what a classical network does, on plain arrays.
 */
import { Tie as TieModule } from '@engram/associative-memory'
import type { Encoding, Tie } from '../Network.js'

type Numbers = ReadonlyArray<number>

/** A network, its external input included, in plain arrays. */
export interface Instance {
  readonly encoding: Encoding
  readonly tie: Tie
  /** wᵢⱼ, from j to i. */
  readonly weights: ReadonlyArray<Numbers>
  readonly thresholds: Numbers
  readonly input: Numbers
}

/** wᵢⱼ = Σₚ sᵢ(p) sⱼ(p), with 2s − 1 for s where the pattern is binary; wᵢᵢ = 0 */
export const weights = (encoding: Encoding, patterns: ReadonlyArray<Numbers>): ReadonlyArray<Numbers> => {
  const spins = patterns.map((pattern) => pattern.map((s) => (encoding === 'binary' ? 2 * s - 1 : s)))
  const units = (spins[0] ?? []).map((_, unit) => unit)
  return units.map((i) =>
    units.map((j) => (i === j ? 0 : spins.reduce((total, s) => total + (s[i] ?? 0) * (s[j] ?? 0), 0))),
  )
}

/** hᵢ = Σⱼ wᵢⱼ yⱼ + (xᵢ − θᵢ) */
export const localField = ({ weights, thresholds, input }: Instance, y: Numbers, i: number): number =>
  y.reduce((total, yj, j) => total + (weights[i]?.[j] ?? 0) * yj, 0) + ((input[i] ?? 0) - (thresholds[i] ?? 0))

/** E = −½ Σᵢⱼ wᵢⱼ yᵢ yⱼ − Σᵢ (xᵢ − θᵢ) yᵢ */
export const energy = ({ weights, thresholds, input }: Instance, y: Numbers): number =>
  -0.5 * y.reduce((total, yi, i) => total + yi * y.reduce((sum, yj, j) => sum + (weights[i]?.[j] ?? 0) * yj, 0), 0) -
  y.reduce((total, yi, i) => total + ((input[i] ?? 0) - (thresholds[i] ?? 0)) * yi, 0)

/** y with unit i following its field */
export const updateUnit = (instance: Instance, y: Numbers, i: number): Numbers =>
  y.map((value, unit) =>
    unit === i ? TieModule.activate(instance.encoding, instance.tie)(localField(instance, y, i), value) : value,
  )

/** y with every unit following its field at once */
export const updateAll = (instance: Instance, y: Numbers): Numbers =>
  y.map((value, i) => TieModule.activate(instance.encoding, instance.tie)(localField(instance, y, i), value))

/** y with the units of a block following their fields at once */
export const updateBlock = (instance: Instance, y: Numbers, block: Numbers): Numbers => {
  const together = updateAll(instance, y)
  return y.map((value, i) => (block.includes(i) ? (together[i] ?? value) : value))
}

/** One unit after another, in the given order */
export const sweep = (instance: Instance, y: Numbers, order: Numbers): Numbers =>
  order.reduce((state, i) => updateUnit(instance, state, i), y)

/** Whether every unit stays */
export const isFixedPoint = (instance: Instance, y: Numbers): boolean =>
  y.every((value, i) => updateUnit(instance, y, i)[i] === value)
