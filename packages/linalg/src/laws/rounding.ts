/**
 * Bounds on rounding errors, for laws that cannot hold exactly.
 *
 * References: Higham (2002), "Accuracy and Stability of Numerical Algorithms", §3.1.
 */

/** The unit roundoff u of float64: fl(a ∘ b) = (a ∘ b)(1 + δ) with |δ| ≤ u. */
export const unit = 2 ** -53

/** γₙ = n u / (1 − n u), which bounds the relative error of n roundings, each to u, one after another. */
export const gammaOf =
  (u: number) =>
  (n: number): number =>
    (n * u) / (1 - n * u)

/** γₙ of float64. */
export const gamma: (n: number) => number = gammaOf(unit)
