import { choose } from './choose.js'
import * as scalar from './scalar/gemm.js'
import * as vectorised from './simd/gemm.js'
import type { Gemm, Gemm32 } from './types.js'

/** n³, µs, scalar / vectorised: 8³ 0.4 / 0.4, 14³ 1.5 / 1.2, 16³ 1.7 / 0.9, 64³ 104 / 24, 512³ 56000 / 12000. */
export const gemm: Gemm = (c, a, b, m, k, n, leftTransposed, rightTransposed) =>
  choose(m * k * n >= 2 ** 12, scalar.gemm, vectorised.gemm)(c, a, b, m, k, n, leftTransposed, rightTransposed)

/** n³, µs, scalar / vectorised: 6³ 0.5 / 0.5, 8³ 1.0 / 0.4, 16³ 7.7 / 0.6, 64³ 580 / 20. */
export const gemm32: Gemm32 = (c, a, b, m, k, n, leftTransposed, rightTransposed) =>
  choose(m * k * n >= 2 ** 9, scalar.gemm32, vectorised.gemm32)(c, a, b, m, k, n, leftTransposed, rightTransposed)
