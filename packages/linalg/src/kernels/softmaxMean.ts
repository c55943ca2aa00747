import { choose } from './choose.js'
import * as scalar from './scalar/softmaxMean.js'
import * as vectorised from './simd/softmaxMean.js'
import type { SoftmaxMean } from './types.js'

/** q·p·(d + m), µs, scalar / vectorised: 512 1.6 / 2.6, 1024 3.7 / 3.1, 2048 4.9 / 2.5, 8192 14 / 4.9, 8·10⁶ 16600 / 1270. */
export const softmaxMean: SoftmaxMean = (out, beta, queries, keys, values, blocked, q, p, d, m) =>
  choose(q * p * (d + m) >= 2 ** 10, scalar.softmaxMean, vectorised.softmaxMean)(
    out,
    beta,
    queries,
    keys,
    values,
    blocked,
    q,
    p,
    d,
    m,
  )
