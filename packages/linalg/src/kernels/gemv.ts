import { choose } from './choose.js'
import * as scalar from './scalar/matrixVector.js'
import * as vectorised from './simd/matrixVector.js'
import type { Gemv } from './types.js'

/** n×n, µs, scalar / vectorised: 32² 0.7 / 0.5, 48² 1.3 / 0.9, 128² 8.0 / 4.3, 1024² 490 / 280. */
export const gemv: Gemv = (y, a, x, m, n) => choose(m * n >= 2 ** 11, scalar.gemv, vectorised.gemv)(y, a, x, m, n)

/** n×n, µs, scalar / vectorised: 32² 0.7 / 0.5, 48² 1.3 / 0.9, 128² 8.1 / 4.2, 1024² 510 / 280. */
export const gevm: Gemv = (y, a, x, m, n) => choose(m * n >= 2 ** 11, scalar.gevm, vectorised.gevm)(y, a, x, m, n)
