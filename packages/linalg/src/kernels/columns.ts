import { exponentOf, shift } from './power.js'
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** exponents ← those of the greatest absolute values in the columns of A, m×n */
export const columnExponents = (exponents: Int32Array, a: ReadonlyFloat64, m: number, n: number): void => {
  for (let j = 0; j < n; j++) {
    let most = 0
    for (let i = 0; i < m; i++) most = Math.max(most, Math.abs(a[i * n + j]!))
    exponents[j] = exponentOf(most)
  }
}

/** Column j of A (m×n) is multiplied by 2^(sign · exponents[j]). */
export const shiftColumns = (a: Float64Array, exponents: Int32Array, sign: 1 | -1, m: number, n: number): void => {
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) a[i * n + j] = shift(a[i * n + j]!, sign * exponents[j]!)
}

/** Column j of A (m×n) is multiplied by factors[j]. */
export const scaleColumns = (a: Float64Array, factors: ReadonlyFloat64, m: number, n: number): void => {
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) a[i * n + j]! *= factors[j]!
}
