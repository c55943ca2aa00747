import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

const dot = (x: ReadonlyFloat64, p: number, q: number, n: number): number => {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let i = 0
  for (; i + 3 < n; i += 4) {
    s0 += x[p + i]! * x[q + i]!
    s1 += x[p + i + 1]! * x[q + i + 1]!
    s2 += x[p + i + 2]! * x[q + i + 2]!
    s3 += x[p + i + 3]! * x[q + i + 3]!
  }
  for (; i < n; i++) s0 += x[p + i]! * x[q + i]!
  return s0 + s1 + (s2 + s3)
}

/**
 * Rows `first` and `second` ← (c xₚ − s x_q, s′ xₚ + c x_q), where p and q are the same two in either order; all are
 * given by where they start, and have n entries.
 */
const rotate = (
  x: Float64Array,
  [first, second, p, q]: readonly [number, number, number, number],
  [c, s, other]: readonly [number, number, number],
  n: number,
): void => {
  for (let i = 0; i < n; i++) {
    const xp = x[p + i]!
    const xq = x[q + i]!
    x[first + i] = c * xp - s * xq
    x[second + i] = other * xp + c * xq
  }
}

/** Brings the greatest entry of each row to [1, 2) by a power of two, which is taken off its exponent. */
const level = (w: Float64Array, exponents: Int32Array, squares: Float64Array, p: number, m: number): void => {
  let most = 0
  for (let i = p * m; i < (p + 1) * m; i++) most = Math.max(most, Math.abs(w[i]!))
  if (most > 0) {
    const e = Math.floor(Math.log2(most))
    const half = Math.trunc(e / 2)
    for (let i = p * m; i < (p + 1) * m; i++) w[i] = w[i]! * 2 ** -half * 2 ** (half - e)
    exponents[p]! += e
  }
  squares[p] = dot(w, p * m, p * m, m)
}

/** log₂ of how much shorter a row gets by rounding alone before it is taken for zero: no turn of a row that is not shrinks it so. */
const VANISHED = 500

/**
 * Turns n rows of length m until they are orthogonal, and the n rows of V, of length k, along with them. Row p of W stands
 * for 2^exponents[p] times itself, and `squares` are the squared lengths before that factor. Returns whether all cosines
 * fell to `tolerance` within so many sweeps. `origins` remembers log₂ of the length that each row began with: a row that
 * shrinks to 2^−500 of that is a combination of the others, and becomes zero.
 *
 * One-sided Jacobi rotations (Hestenes 1958) that put the longer row first (de Rijk 1989), with the exponents kept apart,
 * so that nothing over- or underflows however far the rows differ in size; of high relative accuracy if the rows become
 * well-conditioned when scaled to one length (Demmel and Veselić 1992).
 */
export const jacobi = (
  w: Float64Array,
  v: Float64Array,
  exponents: Int32Array,
  squares: Float64Array,
  origins: Float64Array,
  tolerance: number,
  sweeps: number,
  m: number,
  n: number,
  k: number,
): boolean => {
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let p = 0; p < n; p++) {
      level(w, exponents, squares, p, m)
      if (sweep === 0) origins[p] = Math.log2(squares[p]!) / 2 + exponents[p]!
    }
    let done = true
    for (let first = 0; first + 1 < n; first++) {
      for (let second = first + 1; second < n; second++) {
        if (squares[first] === 0 || squares[second] === 0) continue
        const gamma = dot(w, first * m, second * m, m)
        if (Math.abs(gamma) <= tolerance * Math.sqrt(squares[first]! * squares[second]!)) continue
        done = false
        const rising = squares[first]! < squares[second]! * 4 ** (exponents[second]! - exponents[first]!)
        const [p, q] = rising ? [second, first] : [first, second]
        const [alpha, beta] = [squares[p]!, squares[q]!]
        const [above, below] = [exponents[p]!, exponents[q]!]
        // δ = 2^(e_q − e_p); with ζδ instead of ζ nothing overflows: t/δ = sign ζ / (|ζδ| + √(δ² + (ζδ)²)).
        const delta = 2 ** (below - above)
        const zeta = (beta * delta * delta - alpha) / (2 * gamma)
        const ratio = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(delta * delta + zeta * zeta))
        const tangent = ratio * delta
        const c = 1 / Math.sqrt(1 + tangent * tangent)
        rotate(w, [first * m, second * m, p * m, q * m], [c, c * tangent * delta, c * ratio], m)
        rotate(v, [first * k, second * k, p * k, q * k], [c, c * tangent, c * tangent], k)
        exponents[first] = above
        exponents[second] = below
        squares[first] = alpha - tangent * delta * gamma
        squares[second] = beta + ratio * gamma
        const [longer, shorter] = [origins[p]!, origins[q]!]
        origins[first] = longer
        origins[second] = shorter
        // What is left of the shorter row may be far shorter: then its length is no difference of the old ones. And if it
        // is a combination of the others, each turn leaves nothing but the rounding of the last, which would go on for ever.
        if (squares[second]! < beta / 1024) level(w, exponents, squares, second, m)
        if (Math.log2(squares[second]!) / 2 + exponents[second]! < shorter - VANISHED) {
          w.fill(0, second * m, (second + 1) * m)
          squares[second] = 0
        }
      }
    }
    if (done) return true
  }
  return n < 2
}
