/**
 * How strongly an overlap counts: the function F of a dense associative memory.
 *
 * Definitions: E(y) = −Σₖ F(s(k)·y). `Polynomial` F(z) = zᵃ; `Rectified` F(z) = zᵃ for z > 0 and 0 below; `Exponential`
 *              F(z) = exp βz. The steeper F, the less the patterns that are far from the state disturb.
 * Convention:  an interaction is data; its degree or β is checked where a memory is made of it.
 * References:  Krotov and Hopfield (2016), eq. 1 and 6; Demircigil et al. (2017).
 */

/** F(z) = zᵃ: for even a, a pattern and its negative are stored together. */
export interface Polynomial {
  readonly _tag: 'Polynomial'
  /** a, a whole number of at least 2. */
  readonly degree: number
}

/** F(z) = zᵃ where z > 0, else 0. */
export interface Rectified {
  readonly _tag: 'Rectified'
  /** a, a whole number of at least 2. */
  readonly degree: number
}

/** F(z) = exp βz. */
export interface Exponential {
  readonly _tag: 'Exponential'
  /** β, positive. */
  readonly inverseTemperature: number
}

export type Power = Polynomial | Rectified

export type Interaction = Power | Exponential

/** F(z) = zᵃ; degree 2 is the classical network. */
export const polynomial = (degree: number): Interaction => ({ _tag: 'Polynomial', degree })

/** F(z) = zᵃ where z > 0, else 0. */
export const rectified = (degree: number): Interaction => ({ _tag: 'Rectified', degree })

/** F(z) = exp βz: a great β hears the nearest pattern alone, a small one the majority of all. */
export const exponentialAt = (inverseTemperature: number): Interaction => ({ _tag: 'Exponential', inverseTemperature })

/** F(z) = eᶻ. */
export const exponential: Interaction = exponentialAt(1)

/**
 * F(z) of a whole number, exactly.
 *
 * Cost: that of one power of a `bigint`
 */
export const power =
  ({ _tag, degree }: Power) =>
  (z: number): bigint =>
    _tag === 'Rectified' && z <= 0 ? 0n : BigInt(z) ** BigInt(degree)
