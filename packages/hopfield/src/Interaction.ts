/**
 * How strongly an overlap counts: the function F of a dense associative memory.
 *
 * Definitions: E(y) = −Σₖ F(s(k)·y). `Polynomial` F(z) = zᵃ; `Rectified` F(z) = zᵃ for z > 0 and 0 below; `Exponential`
 *              F(z) = eᶻ. The steeper F, the less the patterns that are far from the state disturb.
 * Convention:  an interaction is data; its degree is checked where a memory is made of it.
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

/** F(z) = eᶻ. */
export interface Exponential {
  readonly _tag: 'Exponential'
}

export type Power = Polynomial | Rectified

export type Interaction = Power | Exponential

/** F(z) = zᵃ; degree 2 is the classical network. */
export const polynomial = (degree: number): Interaction => ({ _tag: 'Polynomial', degree })

/** F(z) = zᵃ where z > 0, else 0. */
export const rectified = (degree: number): Interaction => ({ _tag: 'Rectified', degree })

/** F(z) = eᶻ. */
export const exponential: Interaction = { _tag: 'Exponential' }

/**
 * F(z) of a whole number, exactly.
 *
 * Cost: that of one power of a `bigint`
 */
export const power =
  ({ _tag, degree }: Power) =>
  (z: number): bigint =>
    _tag === 'Rectified' && z <= 0 ? 0n : BigInt(z) ** BigInt(degree)
