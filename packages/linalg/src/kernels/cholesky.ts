/**
 * A ← L with A = L Lᵀ, zeros above the diagonal; returns the first k whose pivot aₖₖ − Σ lₖⱼ² is not above
 * slack(k) · aₖₖ, and n if there is none. What lies in row k and below is of no use then, but for the pivot on the
 * diagonal of row k.
 *
 * Row by row (Golub and Van Loan 2013, §4.2.5): every sum runs along two rows.
 */
export const choleskyFactor = (a: Float64Array, slack: (k: number) => number, n: number): number => {
  for (let i = 0; i < n; i++) {
    const row = i * n
    for (let j = 0; j < i; j++) {
      const other = j * n
      let sum = a[row + j]!
      for (let k = 0; k < j; k++) sum -= a[row + k]! * a[other + k]!
      a[row + j] = sum / a[other + j]!
    }
    const diagonal = a[row + i]!
    let pivot = diagonal
    for (let k = 0; k < i; k++) pivot -= a[row + k]! * a[row + k]!
    a[row + i] = pivot
    if (!(pivot > slack(i) * diagonal)) return i
    a[row + i] = Math.sqrt(pivot)
    for (let j = i + 1; j < n; j++) a[row + j] = 0
  }
  return n
}
