/**
 * NumPy; its ways are in `python/numpy_ways.py`.
 */
import { avx512, oneThread, type PythonContender } from '../Contender.js'

const matrices = {
  gemm64: [{ label: '', precision: 'float64' }],
  gemm32: [{ label: '', precision: 'float32' }],
  gemv: [{ label: '', precision: 'float64' }],
  hebbian: [
    { label: '', precision: 'float64' },
    { label: '', precision: 'float32' },
  ],
} as const satisfies PythonContender['ways']

const sweeps = [
  { label: 'every overlap anew', precision: 'float64' },
  { label: 'overlaps kept', precision: 'float64' },
] as const

export const numpy: PythonContender = {
  runtime: 'python',
  name: 'NumPy',
  module: 'numpy',
  environment: oneThread,
  ways: {
    ...matrices,
    softmax: [
      { label: '', precision: 'float64' },
      { label: '', precision: 'float32' },
    ],
    logSumExp: [
      { label: 'greatest first', precision: 'float64' },
      { label: 'logaddexp', precision: 'float64' },
    ],
    recall: [
      { label: 'every field anew', precision: 'float64' },
      { label: 'fields kept', precision: 'float64' },
      { label: 'in the manner of neurodynex', precision: 'float64' },
    ],
    synchronous: [
      { label: 'products with the weights', precision: 'float64' },
      { label: 'products with the weights', precision: 'float32' },
      { label: 'products with the patterns', precision: 'float32' },
    ],
    largeRecall: [{ label: 'overlaps kept', precision: 'float64' }],
    retrieval: [
      { label: '', precision: 'float64' },
      { label: '', precision: 'float32' },
    ],
    bidirectional: [
      { label: 'products with the weights', precision: 'float64' },
      { label: 'products with the weights', precision: 'float32' },
      { label: 'products with the pairs', precision: 'float32' },
    ],
    denseCubic: sweeps,
    denseExponential: sweeps,
    transitions: [{ label: '', precision: 'float64' }],
  },
}

/** As installed, OpenBLAS may not know a processor that is newer than itself. */
export const numpyAvx512: PythonContender = {
  ...numpy,
  ...avx512,
  name: 'NumPy (AVX-512)',
  ways: matrices,
}
