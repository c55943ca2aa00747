/**
 * The textbook versions of dense associative memories on plain arrays.
 */
import { Tie as TieModule } from '@engram/associative-memory'
import { power, type Interaction, type Power } from '../Interaction.js'
import type { Encoding, Tie } from '../Network.js'

type Numbers = ReadonlyArray<number>

/** A dense memory in plain arrays. */
export interface DenseInstance {
  readonly interaction: Interaction
  readonly encoding: Encoding
  readonly tie: Tie
  readonly patterns: ReadonlyArray<Numbers>
}

/** 2y − 1 of a binary value */
export const spins = (encoding: Encoding, y: Numbers): Numbers =>
  encoding === 'binary' ? y.map((value) => 2 * value - 1) : y

/** mₖ = s(k)·y */
export const overlaps = ({ encoding, patterns }: DenseInstance, y: Numbers): Numbers =>
  patterns.map((s) => spins(encoding, s).reduce((sum, si, i) => sum + si * (spins(encoding, y)[i] ?? 0), 0))

/** F(z) */
export const interact = (interaction: Interaction, z: number): number => {
  switch (interaction._tag) {
    case 'Polynomial':
      return z ** interaction.degree
    case 'Rectified':
      return z > 0 ? z ** interaction.degree : 0
    case 'Exponential':
      return Math.exp(interaction.inverseTemperature * z)
  }
}

/** E = −Σₖ F(s(k)·y), and −log(−E) for F(z) = exp βz */
export const energy = (instance: DenseInstance, y: Numbers): number => {
  const m = overlaps(instance, y)
  const { interaction } = instance
  if (interaction._tag !== 'Exponential') return -m.reduce((sum, z) => sum + interact(interaction, z), 0)
  const greatest = Math.max(...m)
  const beta = interaction.inverseTemperature
  return -beta * greatest - Math.log(m.reduce((sum, z) => sum + Math.exp(beta * (z - greatest)), 0))
}

/** −∂E/∂yᵢ = Σₖ sᵢ(k) F′(mₖ), and β Σₖ sᵢ(k) softmax(βm)ₖ of −log(−E) for F(z) = exp βz; twice that of binary units */
export const gradient = (instance: DenseInstance, y: Numbers): Numbers => {
  const { encoding, interaction, patterns } = instance
  const m = overlaps(instance, y)
  const exps = m.map((z) => (interaction._tag === 'Exponential' ? interact(interaction, z) : 0))
  const total = exps.reduce((sum, each) => sum + each, 0)
  const slopes = m.map((z, k) =>
    interaction._tag === 'Exponential'
      ? (interaction.inverseTemperature * (exps[k] ?? 0)) / total
      : interaction._tag === 'Rectified' && z <= 0
        ? 0
        : interaction.degree * z ** (interaction.degree - 1),
  )
  return y.map(
    (_, i) =>
      (encoding === 'binary' ? 2 : 1) *
      patterns.reduce((sum, s, k) => sum + (spins(encoding, s)[i] ?? 0) * (slopes[k] ?? 0), 0),
  )
}

/** y with unit i up or down */
export const put = ({ encoding }: DenseInstance, y: Numbers, i: number, up: boolean): Numbers =>
  y.map((value, unit) => (unit === i ? (up ? 1 : TieModule.lowerOf(encoding)) : value))

/** e^(βz) · 10⁶⁰, rounded down, for a whole number z ≤ 0 and β a multiple of 2⁻²⁰ up to 8 */
const exponentialBits = (beta: number, z: number): bigint => {
  const one = 10n ** 60n
  const [above, below] = [BigInt(beta * 2 ** 20), 2n ** 20n]
  const powers = Array.from({ length: 120 }).reduce<ReadonlyArray<bigint>>(
    (terms, _, j) => terms.concat(((terms[j] ?? 0n) * above) / (below * BigInt(j + 1))),
    [one],
  )
  const e = powers.reduce((sum, term) => sum + term, 0n)
  return Array.from({ length: -z }).reduce((product: bigint) => (product * one) / e, one)
}

/** The sign of Σ exp(β plus) − Σ exp(β minus): what occurs on both sides is struck out, the rest added to sixty places. */
export const exponentialSign = (beta: number, plus: Numbers, minus: Numbers): number => {
  const all = [...new Set([...plus, ...minus])]
  const times = (z: number): number => plus.filter((x) => x === z).length - minus.filter((x) => x === z).length
  const left = all.filter((z) => times(z) !== 0)
  const greatest = Math.max(...left)
  const sum = left.reduce(
    (total, z) => total + BigInt(times(z)) * exponentialBits(beta, Math.max(z - greatest, -140 / beta)),
    0n,
  )
  return sum > 0n ? 1 : sum < 0n ? -1 : 0
}

/** The sign of Σ F(plus) − Σ F(minus) for a power, in whole numbers. */
export const powerSign = (interaction: Power, plus: Numbers, minus: Numbers): number => {
  const sum = (of: Numbers): bigint => of.reduce((total, z) => total + power(interaction)(z), 0n)
  const difference = sum(plus) - sum(minus)
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

/** ½ (E(yᵢ = −1) − E(yᵢ = +1)), E(yᵢ = 0) − E(yᵢ = 1) of binary units; of F = exp, its sign */
export const localField = (instance: DenseInstance, y: Numbers, i: number): number => {
  const [down, up] = [put(instance, y, i, false), put(instance, y, i, true)]
  if (instance.interaction._tag === 'Exponential')
    return exponentialSign(instance.interaction.inverseTemperature, overlaps(instance, up), overlaps(instance, down))
  return (energy(instance, down) - energy(instance, up)) / (1 - TieModule.lowerOf(instance.encoding))
}

/** y with unit i at the value of lower energy */
export const updateUnit = (instance: DenseInstance, y: Numbers, i: number): Numbers =>
  y.map((value, unit) =>
    unit === i ? TieModule.activate(instance.encoding, instance.tie)(localField(instance, y, i), value) : value,
  )

/** Whether every unit stays */
export const isFixedPoint = (instance: DenseInstance, y: Numbers): boolean =>
  y.every((value, i) => updateUnit(instance, y, i)[i] === value)
