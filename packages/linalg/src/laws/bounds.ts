/**
 * A priori bounds on the errors of orthogonal transformations, with their constants.
 *
 * Definitions: u the unit roundoff, γₖ as in `rounding`; n and m the sizes.
 * References:  Higham (2002), "Accuracy and Stability of Numerical Algorithms", ch. 19.
 */
import { gamma } from './rounding.js'

/**
 * One Householder reflection of vectors of length m, its own vector computed: γ₆ₘ₊₃₇.
 *
 * The length is a sum of m squares and a root: m/2 + 2 roundings; v has two more; τ has m/2 + 4. In b − τ v (vᵀb) with
 * τ‖v‖² = 2 the two v, τ, the sum of m products, two products and the difference add up to 2 (3 m + 17) + 3 (lemma 19.2).
 */
const reflection = (m: number): number => 6 * m + 37

/** min(m, n) of them, one after another (lemma 19.3): ‖aⱼ − Q rⱼ‖ ≤ that · ‖aⱼ‖, for the exact Q. */
export const reflections = (m: number, n: number): number => gamma(Math.min(m, n) * reflection(m) + 1)

/** Each column of the computed Q is off by the same: ‖Q̂ − Q‖ ≤ √n · that in the Frobenius norm (eq. 19.13). */
export const householderQ = (m: number, n: number): number => Math.sqrt(Math.max(1, n)) * reflections(m, n)

/** Rotations in so many stages, in each of which no two touch the same row: γ₆ √2 each (lemma 19.9). */
const rotations = (stages: number): number => gamma(Math.ceil(6 * Math.SQRT2 * stages))

/**
 * Tridiagonal reduction from both sides, and QL sweeps of n − 1 rotations from both sides, of which an eigenvalue needs fewer
 * than two on average (Parlett 1998, §8.11); three are allowed for here.
 */
export const symmetricQl = (n: number): number => gamma(2 * n * reflection(n) + 1) + 2 * rotations(3 * n * n)

/** The eigenvectors have one side of these. */
export const symmetricQlVectors = (n: number): number => Math.sqrt(Math.max(1, n)) * symmetricQl(n)

/** One-sided Jacobi sweeps of 2 n stages, no more than 12 of them for sizes up to some hundred; then lengths and quotients. */
const jacobiSweeps = (m: number, n: number): number => rotations(12 * 2 * n) + gamma(m + 4)

/** The rotations for V; for U the cosines at which the sweeps stop, and their own errors: (m + 8) u + γₘ. */
const jacobiV = (n: number): number => Math.sqrt(Math.max(1, n)) * 2 * rotations(12 * 2 * n)

const jacobiU = (m: number, n: number): number => n * gamma(2 * m + 16)

/** Hessenberg reduction and QR sweeps of 3×3 reflections from both sides, at most four an eigenvalue. */
export const hessenbergQr = (n: number): number => gamma(2 * n * reflection(n) + 2 * 4 * n * reflection(3) * n + 1)

interface Sides {
  readonly rows: number
  readonly cols: number
}

/** A = U Σ Vᵀ: Jacobi's sweeps on the columns, or on the rows if there are fewer. */
export const svdBound = ({ rows, cols }: Sides): number => jacobiSweeps(Math.max(rows, cols), Math.min(rows, cols))

/** Its U and V. */
export const svdVectors = ({ rows, cols }: Sides): number => {
  const [long, short] = [Math.max(rows, cols), Math.min(rows, cols)]
  return Math.max(jacobiU(long, short), 2 * jacobiV(short))
}

/**
 * The computed pseudo-inverse X is that of A + E, ‖E‖ ≤ ε ‖A‖, with relative errors δ of its entries, where ε counts the
 * backward error and the singular values that were dropped. So A X A − A = E − E X A − A X E − E X E + A ΔX A, which is at
 * most (ε (1 + 3 κ) + δ κ) ‖A‖ with κ = ‖A‖ ‖X‖; the others are alike, and products round by γₙ κ. This is ε + δ.
 */
export const inverseError = ({ rows, cols }: Sides): number => {
  const n = Math.max(rows, cols)
  return 4 * svdBound({ rows, cols }) + 2 * n * Math.sqrt(n) * 2 ** -52 + gamma(4 * n + 4)
}
