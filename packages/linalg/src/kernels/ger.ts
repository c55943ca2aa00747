import { choose } from './choose.js'
import * as scalar from './scalar/matrixVector.js'
import * as vectorised from './simd/matrixVector.js'
import type { Ger } from './types.js'

/** n×n, µs, scalar / vectorised: 48² 1.8 / 1.6, 64² 2.7 / 2.4, 96² 5.4 / 3.8, 256² 37 / 25, 512² 168 / 117. */
export const ger: Ger = (a, x, y, m, n) => choose(m * n >= 2 ** 13, scalar.ger, vectorised.ger)(a, x, y, m, n)
