import { choose } from './choose.js'
import * as scalar from './scalar/gemm.js'
import * as vectorised from './simd/gemm.js'
import type { Gemm, Gemm32 } from './types.js'

/** n×n×n, µs, scalar / vectorised: 8³ 0.4 / 0.5, 12³ 0.8 / 0.6, 16³ 1.7 / 1.1, 64³ 105 / 25, 512³ 75000 / 12000. */
export const gemm: Gemm = (c, a, b, m, k, n, leftTransposed, rightTransposed) =>
  choose(m * k * n >= 2 ** 11, scalar.gemm, vectorised.gemm)(c, a, b, m, k, n, leftTransposed, rightTransposed)

/** n×n×n, µs, scalar / vectorised: 6³ 0.5 / 0.6, 8³ 1.0 / 0.4, 16³ 7.7 / 0.7, 64³ 580 / 20. */
export const gemm32: Gemm32 = (c, a, b, m, k, n, leftTransposed, rightTransposed) =>
  choose(m * k * n >= 2 ** 9, scalar.gemm32, vectorised.gemm32)(c, a, b, m, k, n, leftTransposed, rightTransposed)
