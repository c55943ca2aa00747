import type { Table } from '../Table.js'
import { bidirectional } from './bidirectional.js'
import { denseCubic, denseExponential } from './dense.js'
import { gemm32 } from './gemm32.js'
import { gemm64 } from './gemm64.js'
import { gemv } from './gemv.js'
import { hebbian } from './hebbian.js'
import { logSumExp } from './logSumExp.js'
import { largeRecall, recall, synchronous } from './recall.js'
import { retrieval } from './retrieval.js'
import { softmax } from './softmax.js'
import { transitions } from './transitions.js'

/** In the order of the report. */
export const tables: ReadonlyArray<Table> = [
  gemm64,
  gemm32,
  gemv,
  softmax,
  logSumExp,
  hebbian,
  recall,
  synchronous,
  largeRecall,
  denseCubic,
  denseExponential,
  retrieval,
  bidirectional,
  transitions,
]
