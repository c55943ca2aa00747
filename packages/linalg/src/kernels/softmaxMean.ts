import { choose } from './choose.js'
import * as scalar from './scalar/softmaxMean.js'
import * as vectorised from './simd/softmaxMean.js'
import type { SoftmaxMean } from './types.js'

export const softmaxMean: SoftmaxMean = (out, beta, queries, keys, values, blocked, q, p, d, m) =>
  choose(q * p * (d + m) >= 2 ** 11, scalar.softmaxMean, vectorised.softmaxMean)(
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
