import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** Whether n numbers are equal one by one, where 0 equals −0 and NaN equals itself. */
export const sameEntries = (x: ReadonlyFloat64, y: ReadonlyFloat64, n: number): boolean => {
  for (let i = 0; i < n; i++) {
    if (x[i] !== y[i] && !(Number.isNaN(x[i]) && Number.isNaN(y[i]))) return false
  }
  return true
}

/** The first position in an n×n matrix, row by row, whose entry differs from its mirror image; −1 if there is none. */
export const firstAsymmetry = (a: ReadonlyFloat64, n: number): number => {
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) if (a[i * n + j] !== a[j * n + i]) return i * n + j
  }
  return -1
}
