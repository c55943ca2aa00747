import { choose } from './choose.js'
import * as scalar from './scalar/matrixVector.js'
import * as vectorised from './simd/matrixVector.js'
import type { Gemv } from './types.js'

/** n×n, µs, scalar / vectorised: 24² 0.3 / 0.4, 48² 1.3 / 0.8, 128² 8.0 / 3.9, 1024² 500 / 265. */
export const gemv: Gemv = (y, a, x, m, n) => choose(m * n >= 2 ** 11, scalar.gemv, vectorised.gemv)(y, a, x, m, n)

/** n×n, µs, scalar / vectorised: 32² 0.7 / 0.8, 48² 1.3 / 0.8, 128² 8.0 / 4.1, 1024² 500 / 265. */
export const gevm: Gemv = (y, a, x, m, n) => choose(m * n >= 2 ** 11, scalar.gevm, vectorised.gevm)(y, a, x, m, n)
