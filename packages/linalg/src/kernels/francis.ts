import { maxAbs } from './norm.js'
import { exponentOf } from './power.js'

const EPSILON = 2 ** -52

/** The eigenvalues of the 2×2 block in rows and columns i−1 and i, at these places of re and im. */
const twoByTwo = (re: Float64Array, im: Float64Array, h: Float64Array, i: number, n: number): void => {
  const b = h[(i - 1) * n + i]!
  const c = h[i * n + i - 1]!
  const d = h[i * n + i]!
  const p = h[(i - 1) * n + i - 1]! / 2 - d / 2
  const scale = Math.max(Math.abs(p), Math.abs(b), Math.abs(c)) || 1
  const discriminant = (p / scale) * (p / scale) + (b / scale) * (c / scale)
  const root = scale * Math.sqrt(Math.abs(discriminant))
  const z = p < 0 ? p - root : p + root
  const real = discriminant >= 0
  re[i - 1] = d + (real ? z : p)
  re[i] = real ? d - (z === 0 ? 0 : (b / z) * c) : d + p
  im[i - 1] = real ? 0 : root
  im[i] = real ? 0 : -root
}

/** Whether the subdiagonal entry in row k is negligible (Ahues and Tisseur 1997), or not above `floor`. */
const negligible = (h: Float64Array, k: number, floor: number, n: number): boolean => {
  const below = Math.abs(h[k * n + k - 1]!)
  if (below <= floor) return true
  const last = Math.abs(h[k * n + k]!)
  const first = Math.abs(h[(k - 1) * n + k - 1]!)
  if (below > EPSILON * (first + last)) return false
  const above = Math.abs(h[(k - 1) * n + k]!)
  const gap = Math.abs(h[(k - 1) * n + k - 1]! - h[k * n + k]!)
  const most = Math.max(below, above)
  const far = Math.max(last, gap)
  const sum = far + most
  return Math.min(below, above) * (most / sum) <= Math.max(floor, EPSILON * (Math.min(last, gap) * (far / sum)))
}

/** The real part, the imaginary part and the other real part of the two shifts for the block [[a, b], [c, d]]. */
const shifts = (a: number, b: number, c: number, d: number): readonly [number, number, number] => {
  const scale = Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d)
  if (scale === 0) return [0, 0, 0]
  const middle = (a / scale + d / scale) / 2
  const determinant = (a / scale - middle) * (d / scale - middle) - (b / scale) * (c / scale)
  const root = Math.sqrt(Math.abs(determinant))
  if (determinant >= 0) return [middle * scale, root * scale, middle * scale]
  const [high, low] = [(middle + root) * scale, (middle - root) * scale]
  const closer = Math.abs(high - d) <= Math.abs(low - d) ? high : low
  return [closer, 0, closer]
}

/** v ← the first column of (H − σ₁)(H − σ₂) on rows l and below, up to a factor */
const first = (
  v: Float64Array,
  h: Float64Array,
  l: number,
  [re, im, other]: readonly [number, number, number],
  n: number,
): void => {
  const h00 = h[l * n + l]!
  const h10 = h[(l + 1) * n + l]!
  const h11 = h[(l + 1) * n + l + 1]!
  const scale = Math.abs(h00 - other) + im + Math.abs(h10)
  const below = h10 / scale
  v[0] = below * h[l * n + l + 1]! + (h00 - re) * ((h00 - other) / scale) + im * (im / scale)
  v[1] = below * (h00 + h11 - re - other)
  v[2] = below * h[(l + 2) * n + l + 1]!
}

/** v ← a Householder vector that turns its first `size` entries into (g, 0, …); returns [g, vᵀv / 2] */
const reflector = (v: Float64Array, size: number): readonly [number, number] => {
  let most = 0
  for (let r = 0; r < size; r++) most = Math.max(most, Math.abs(v[r]!))
  if (most === 0) return [0, 0]
  const scale = 2 ** exponentOf(most)
  let square = 0
  for (let r = 0; r < size; r++) {
    v[r]! /= scale
    square += v[r]! * v[r]!
  }
  const first = v[0]!
  const g = first > 0 ? -Math.sqrt(square) : Math.sqrt(square)
  v[0] = first - g
  return [scale * g, square - first * g]
}

/** Reflects `count` pairs or triples of entries: the first ones lie `along` apart, those of one triple `across`. */
const reflect = (
  h: Float64Array,
  v: Float64Array,
  half: number,
  start: number,
  along: number,
  [second, third]: readonly [number, number],
  count: number,
): void => {
  const [v0, v1] = [v[0]!, v[1]!]
  const v2 = third === 0 ? 0 : v[2]!
  const [w0, w1, w2] = [v0 / half, v1 / half, v2 / half]
  for (let c = 0, at = start; c < count; c++, at += along) {
    const sum = w0 * h[at]! + w1 * h[at + second]! + w2 * h[at + third]!
    h[at]! -= sum * v0
    h[at + second]! -= sum * v1
    h[at + third]! -= sum * v2
  }
}

/** One double step of the QR iteration on rows l … i, which are at least three. */
const sweep = (
  h: Float64Array,
  v: Float64Array,
  l: number,
  i: number,
  pair: readonly [number, number, number],
  n: number,
): void => {
  first(v, h, l, pair, n)
  for (let k = l; k < i; k++) {
    const size = Math.min(3, i - k + 1)
    if (k > l) for (let r = 0; r < size; r++) v[r] = h[(k + r) * n + k - 1]!
    const [g, half] = reflector(v, size)
    if (half === 0) continue
    if (k > l) for (let r = 0; r < size; r++) h[(k + r) * n + k - 1] = r === 0 ? g : 0
    reflect(h, v, half, k * n + k, 1, size === 3 ? [n, 2 * n] : [n, 0], i - k + 1)
    reflect(h, v, half, l * n + k, n, size === 3 ? [1, 2] : [1, 0], Math.min(k + 3, i) - l + 1)
  }
}

/**
 * re + i·im ← the eigenvalues of the n×n upper Hessenberg matrix H, which is overwritten. `v` (3) is scratch. Returns
 * whether each was found within `limit` steps.
 *
 * Francis's implicitly shifted QR iteration with the shifts and exceptional shifts of LAPACK's dlahqr (Golub and Van Loan
 * 2013, algorithm 7.5.2).
 */
export const hessenbergEigenvalues = (
  re: Float64Array,
  im: Float64Array,
  h: Float64Array,
  v: Float64Array,
  limit: number,
  n: number,
): boolean => {
  // What is smaller than this beside the greatest entry would underflow in the first column of a step.
  const floor = Math.max(2 ** -1022, 2 ** -900 * maxAbs(h, n * n))
  let steps = 0
  for (let i = n - 1; i >= 0;) {
    let l = i
    while (l > 0 && !negligible(h, l, floor, n)) l--
    if (l > 0) h[l * n + l - 1] = 0
    if (l === i) {
      re[i] = h[i * n + i]!
      im[i] = 0
      i -= 1
      steps = 0
    } else if (l === i - 1) {
      twoByTwo(re, im, h, i, n)
      i -= 2
      steps = 0
    } else {
      if (steps === limit) return false
      steps++
      const at = steps % 20 === 10 ? l + 2 : i
      const size = Math.abs(h[at * n + at - 1]!) + Math.abs(h[(at - 1) * n + at - 2]!)
      const centre = 0.75 * size + h[(steps % 20 === 10 ? l : i) * n + (steps % 20 === 10 ? l : i)]!
      const pair =
        steps % 10 === 0
          ? shifts(centre, -0.4375 * size, size, centre)
          : shifts(h[(i - 1) * n + i - 1]!, h[(i - 1) * n + i]!, h[i * n + i - 1]!, h[i * n + i]!)
      sweep(h, v, l, i, pair, n)
    }
  }
  return true
}
