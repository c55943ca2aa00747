/** What kernels read of couplings row by row; the arrays of `Sparse` fit it. */
export interface Rows {
  readonly starts: { readonly [index: number]: number }
  readonly columns: { readonly length: number; readonly [index: number]: number }
  readonly weights: { readonly [index: number]: number }
}

/** starts[i] ← how many of the rows named in `rows` come before row i. `starts` has one entry more than there are rows. */
export const rowStarts = (starts: Int32Array, rows: Int32Array): void => {
  starts.fill(0)
  for (let k = 0; k < rows.length; k++) starts[rows[k]! + 1]!++
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!
}

/** The columns as rows: their entries end up ascending. `filled` has one entry a row, and begins with zeros. */
export const transposeRows = (
  starts: Int32Array,
  columns: Int32Array,
  weights: Float64Array,
  filled: Int32Array,
  rows: Rows,
): void => {
  const n = filled.length
  rowStarts(starts, Int32Array.from(rows.columns as ArrayLike<number>))
  for (let i = 0; i < n; i++) {
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
      const j = rows.columns[k]!
      const at = starts[j]! + filled[j]!++
      columns[at] = i
      weights[at] = rows.weights[k]!
    }
  }
}

/** W ← the entries, row by row; W begins with zeros. */
export const scatter = (w: Float64Array, { columns, starts, weights }: Rows, n: number): void => {
  for (let i = 0; i < n; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) w[i * n + columns[k]!] = weights[k]!
  }
}

/** The place of the entry (i, j); −1 if there is none. */
export const find = ({ columns, starts }: Rows, i: number, j: number): number => {
  let low = starts[i]!
  let high = starts[i + 1]! - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const column = columns[middle]!
    if (column === j) return middle
    if (column < j) low = middle + 1
    else high = middle - 1
  }
  return -1
}
