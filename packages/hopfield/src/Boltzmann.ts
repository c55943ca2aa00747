/**
 * The distribution of a network in equilibrium at a temperature, by enumeration of its states.
 *
 * Definitions: p(y) = exp(−E(y)/T) / Z with Z = Σ exp(−E(y)/T); free energy F = −T ln Z; entropy S = −Σ p ln p in nats;
 *              heat capacity C = dE/dT = Var(E) / T².
 * Convention:  Boltzmann's constant is 1. A state is numbered by its bits, up = 1, the first unit most significant.
 *              Everything is computed from logarithms, so no temperature is too low.
 * Laws:        boltzmann_eq_reference, freeEnergy_least, glauber_stationary
 * References:  Boltzmann (1868); Gibbs (1902); Hinton and Sejnowski (1983).
 */
import { either as E, function as F } from 'fp-ts'
import { Tie } from '@engram/associative-memory'
import { LogSumExp, Matrix, type Probability, Softmax, Summation, Vector, type ReadonlyFloat64 } from '@engram/linalg'
import { outOfRange, sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { moments, tabulateEnergies } from './kernels/chance.js'
import { units } from './machine.js'
import type { Network } from './Network.js'

export interface Boltzmann {
  readonly network: Network
  readonly temperature: number
  /** E of each state. */
  readonly energies: ReadonlyFloat64
  /** p of each state. */
  readonly probabilities: Probability.Probability
  /** F = −T ln Z */
  readonly freeEnergy: number
}

/** The largest network that is enumerated: 2²⁰ states. */
export const maxUnits = 20

/**
 * The distribution of a network that is held under an input.
 *
 * Formula:  p(y) = exp(−E(y)/T) / Σ exp(−E/T)
 * Errors:   OutOfRange (more than 20 units, T not positive and finite), SizeMismatch (input)
 * Cost:     O(2ⁿ·n) for integer weights, O(2ⁿ·n²) for others
 * Numerics: relative error of p about 2⁻⁵³ · ΔE/T, ΔE being the distance to the lowest energy
 * Laws:     boltzmann_eq_reference
 * Source:   Hinton and Sejnowski (1983), eq. 3
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Boltzmann, Network } from '@engram/hopfield'
 *
 * F.pipe(
 *   Pattern.bipolar([1, 1, 1, -1]),
 *   E.chainW((stored) => Network.fromPatterns({})([stored])),
 *   E.chainW(Boltzmann.make(1)),
 *   E.map(({ probabilities }) => probabilities.data[14]?.toFixed(3)),
 * ) // => E.right('0.495')
 * ```
 */
export const make =
  (temperature: number, input?: Vector.Vector) =>
  (network: Network): E.Either<HopfieldError, Boltzmann> => {
    const operation = 'Boltzmann.make'
    const { size } = network
    if (!(temperature > 0 && temperature < Infinity))
      return E.left(outOfRange(`${operation} (temperature)`, 'a positive finite temperature', temperature))
    if (size > maxUnits) return E.left(outOfRange(operation, `at most ${maxUnits} units`, size))
    if (input !== undefined && input.length !== size)
      return E.left(sizeMismatch(`${operation} (input)`, size, input.length))
    const lower = Tie.lowerOf(network.encoding)
    const energies = new Float64Array(2 ** size)
    tabulateEnergies(energies, units.machine({ network, input })(new Int8Array(size).fill(lower)), lower)
    const heights = Vector.unsafeFromFloat64(energies.map((energy) => -energy))
    return F.pipe(
      E.Do,
      E.apS('probabilities', Softmax.softmax(1 / temperature)(heights)),
      E.apS('smooth', LogSumExp.logSumExp(1 / temperature)(heights)),
      E.bimap(
        () => outOfRange(operation, 'finite energies', energies.find((energy) => !Number.isFinite(energy)) ?? NaN),
        ({ probabilities, smooth }) => ({
          network,
          temperature,
          energies,
          probabilities,
          freeEnergy: -smooth,
        }),
      ),
    )
  }

/** ln Z = −F/T */
export const logPartition = ({ freeEnergy, temperature }: Boltzmann): number => -freeEnergy / temperature

/** Means of units and of products of two of them. */
export interface Moments {
  /** ⟨yᵢ⟩: the magnetisation of a bipolar unit, how probably a binary one is up. */
  readonly means: Vector.Vector
  /** ⟨yᵢyⱼ⟩ */
  readonly pairs: Matrix.Matrix
}

/**
 * What units are on average, alone and in pairs.
 *
 * Formula: ⟨yᵢ⟩ = Σ p(y) yᵢ, ⟨yᵢyⱼ⟩ = Σ p(y) yᵢyⱼ
 * Cost:    O(2ⁿ·n²)
 * Laws:    boltzmann_eq_reference
 */
export const expectations = ({ network, probabilities }: Boltzmann): Moments => {
  const { size } = network
  const means = new Float64Array(size)
  const pairs = new Float64Array(size * size)
  moments(means, pairs, probabilities.data, size, Tie.lowerOf(network.encoding))
  return { means: Vector.unsafeFromFloat64(means), pairs: Matrix.unsafeFromFloat64(size, size)(pairs) }
}

const sum = (terms: ReadonlyArray<number>): number =>
  Summation.compensated(Vector.unsafeFromFloat64(Float64Array.from(terms)))

/** Σ p(y) f(y) over the states that have a probability at all. */
const mean = ({ energies, probabilities }: Boltzmann, f: (energy: number, p: number) => number): number =>
  sum(Array.from(probabilities.data, (p, s) => (p === 0 ? 0 : p * f(energies[s] ?? 0, p))))

/** The energy on average. Formula: Σ p(y) E(y). Cost: O(2ⁿ) */
export const meanEnergy = (boltzmann: Boltzmann): number => mean(boltzmann, (energy) => energy)

/**
 * How undecided the network is.
 *
 * Formula:  S = −Σ p ln p, in nats: n ln 2 at high temperatures, and the logarithm of the number of lowest states at low ones
 * Cost:     O(2ⁿ)
 * Numerics: ln p = (F − E)/T
 * Laws:     boltzmann_eq_reference
 */
export const entropy = (boltzmann: Boltzmann): number =>
  mean(boltzmann, (energy) => (energy - boltzmann.freeEnergy) / boltzmann.temperature)

/**
 * By how much the energy rises with the temperature.
 *
 * Formula: C = Σ p (E − ⟨E⟩)² / T²
 * Cost:    O(2ⁿ)
 * Laws:    boltzmann_eq_reference
 */
export const heatCapacity = (boltzmann: Boltzmann): number => {
  const centre = meanEnergy(boltzmann)
  return mean(boltzmann, (energy) => ((energy - centre) / boltzmann.temperature) ** 2)
}
