/**
 * A ← L \ U with P A = L U, where L has a diagonal of ones that is not stored; row i of P A is row order[i] of A.
 * Returns the sign of the permutation. A column without a pivot is left as it is.
 *
 * Partial pivoting (Golub and Van Loan 2013, algorithm 3.4.1): |lᵢⱼ| ≤ 1; the innermost loop runs along rows.
 */
export const luFactor = (a: Float64Array, order: Int32Array, n: number): 1 | -1 => {
  let sign: 1 | -1 = 1
  for (let i = 0; i < n; i++) order[i] = i
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k + 1; i < n; i++) if (Math.abs(a[i * n + k]!) > Math.abs(a[pivot * n + k]!)) pivot = i
    if (pivot !== k) {
      sign = sign === 1 ? -1 : 1
      const row = order[k]!
      order[k] = order[pivot]!
      order[pivot] = row
      for (let j = 0; j < n; j++) {
        const entry = a[k * n + j]!
        a[k * n + j] = a[pivot * n + j]!
        a[pivot * n + j] = entry
      }
    }
    const top = a[k * n + k]!
    if (top === 0) continue
    for (let i = k + 1; i < n; i++) {
      const factor = a[i * n + k]! / top
      a[i * n + k] = factor
      if (factor === 0) continue
      for (let j = k + 1; j < n; j++) a[i * n + j]! -= factor * a[k * n + j]!
    }
  }
  return sign
}
