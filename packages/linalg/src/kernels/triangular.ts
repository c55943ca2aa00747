import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** X ← L⁻¹ X, L the lower triangle of an n×n matrix, its diagonal taken for ones; X of n×r */
export const solveUnitLower = (x: Float64Array, l: ReadonlyFloat64, n: number, r: number): void => {
  for (let i = 1; i < n; i++) {
    for (let k = 0; k < i; k++) {
      const factor = l[i * n + k]!
      if (factor === 0) continue
      for (let j = 0; j < r; j++) x[i * r + j]! -= factor * x[k * r + j]!
    }
  }
}

/** X ← L⁻¹ X, L the lower triangle of an n×n matrix; X of n×r */
export const solveLower = (x: Float64Array, l: ReadonlyFloat64, n: number, r: number): void => {
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) {
      const factor = l[i * n + k]!
      if (factor === 0) continue
      for (let j = 0; j < r; j++) x[i * r + j]! -= factor * x[k * r + j]!
    }
    for (let j = 0; j < r; j++) x[i * r + j]! /= l[i * n + i]!
  }
}

/** X ← U⁻¹ X, U the upper triangle of an n×n matrix; X of n×r */
export const solveUpper = (x: Float64Array, u: ReadonlyFloat64, n: number, r: number): void => {
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) {
      const factor = u[i * n + k]!
      if (factor === 0) continue
      for (let j = 0; j < r; j++) x[i * r + j]! -= factor * x[k * r + j]!
    }
    for (let j = 0; j < r; j++) x[i * r + j]! /= u[i * n + i]!
  }
}

/** X ← (Lᵀ)⁻¹ X, L the lower triangle of an n×n matrix; X of n×r */
export const solveLowerTransposed = (x: Float64Array, l: ReadonlyFloat64, n: number, r: number): void => {
  for (let i = n - 1; i >= 0; i--) {
    for (let j = 0; j < r; j++) x[i * r + j]! /= l[i * n + i]!
    for (let k = 0; k < i; k++) {
      const factor = l[i * n + k]!
      if (factor === 0) continue
      for (let j = 0; j < r; j++) x[k * r + j]! -= factor * x[i * r + j]!
    }
  }
}

/** x ← (Lᵀ)⁻¹ x, L the lower triangle of an n×n matrix, its diagonal taken for ones */
export const solveUnitLowerTransposed = (x: Float64Array, l: ReadonlyFloat64, n: number): void => {
  for (let i = n - 1; i >= 0; i--) {
    for (let k = 0; k < i; k++) x[k]! -= l[i * n + k]! * x[i]!
  }
}

/** x ← (Uᵀ)⁻¹ x, U the upper triangle of an n×n matrix */
export const solveUpperTransposed = (x: Float64Array, u: ReadonlyFloat64, n: number): void => {
  for (let i = 0; i < n; i++) {
    x[i]! /= u[i * n + i]!
    for (let k = i + 1; k < n; k++) x[k]! -= u[i * n + k]! * x[i]!
  }
}

/** L ← the entries of A below the diagonal, and ones on it; L starts as zeros, n×n */
export const lowerTriangle = (l: Float64Array, a: ReadonlyFloat64, n: number): void => {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) l[i * n + j] = a[i * n + j]!
    l[i * n + i] = 1
  }
}

/** U ← the entries of A on and above the diagonal; U starts as zeros, m×n and A has as many columns */
export const upperTriangle = (u: Float64Array, a: ReadonlyFloat64, m: number, n: number): void => {
  for (let i = 0; i < m; i++) for (let j = i; j < n; j++) u[i * n + j] = a[i * n + j]!
}
