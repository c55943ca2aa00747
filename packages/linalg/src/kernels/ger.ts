import { choose } from './choose.js'
import * as scalar from './scalar/matrixVector.js'
import * as vectorised from './simd/matrixVector.js'
import type { Ger } from './types.js'

/** n×n, µs, scalar / vectorised: 48² 2.8 / 2.7, 64² 4.3 / 4.0, 128² 19 / 14, 1024² 800 / 640. */
export const ger: Ger = (a, x, y, m, n) => choose(m * n >= 2 ** 13, scalar.ger, vectorised.ger)(a, x, y, m, n)
