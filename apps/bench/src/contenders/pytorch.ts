/**
 * PyTorch; its ways are in `python/torch_ways.py`.
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

export const pytorch: PythonContender = {
  runtime: 'python',
  name: 'PyTorch',
  module: 'torch',
  environment: oneThread,
  ways: {
    ...matrices,
    softmax: [
      { label: '', precision: 'float64' },
      { label: '', precision: 'float32' },
    ],
    logSumExp: [{ label: '', precision: 'float64' }],
    retrieval: [
      { label: '', precision: 'float64' },
      { label: '', precision: 'float32' },
    ],
    recall: [{ label: 'every field anew', precision: 'float64' }],
    synchronous: [
      { label: 'products with the weights', precision: 'float32' },
      { label: 'products with the patterns', precision: 'float32' },
    ],
    largeRecall: [{ label: 'overlaps kept', precision: 'float32' }],
  },
}

/** As installed, OpenBLAS may not know a processor that is newer than itself. */
export const pytorchAvx512: PythonContender = {
  ...pytorch,
  ...avx512,
  name: 'PyTorch (AVX-512)',
  ways: matrices,
}
