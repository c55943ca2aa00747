import type { Check } from '@engram/law'
import { actionClaims } from './action.js'
import { activationClaims } from './activation.js'
import { choleskyClaims } from './cholesky.js'
import { doorClaims } from './door.js'
import { eigenClaims } from './eigen.js'
import { eigenvalueClaims } from './eigenvalues.js'
import { erfClaims } from './erf.js'
import { extremeClaims } from './extremes.js'
import { gemmClaims } from './gemm.js'
import { gemvClaims } from './gemv.js'
import { gramSchmidtClaims } from './gramSchmidt.js'
import { hadamardClaims } from './hadamard.js'
import { matrixInstances, vectorInstances } from './instance.js'
import { inverseClaims } from './inverse.js'
import { kernelClaims } from './kernel.js'
import { lambertWClaims } from './lambertW.js'
import { leastSquaresClaims } from './leastSquares.js'
import { logSumExpClaims } from './logSumExp.js'
import { luClaims } from './lu.js'
import { matrix32Claims } from './matrix32.js'
import { normClaims } from './norm.js'
import { normalClaims } from './normal.js'
import { productClaims } from './product.js'
import { proofClaims } from './proof.js'
import { pseudoInverseClaims } from './pseudoInverse.js'
import { purityClaims } from './purity.js'
import { qrClaims } from './qr.js'
import { randomClaims } from './random.js'
import { samplingClaims } from './sampling.js'
import { signProductClaims } from './signProducts.js'
import { signClaims } from './signs.js'
import { singularValueClaims } from './singularValues.js'
import { sizeClaims } from './size.js'
import { softmaxClaims } from './softmax.js'
import { softmaxMeanClaims } from './softmaxMean.js'
import { softmaxMeanKernelClaims } from './softmaxMeanKernel.js'
import { softmaxRowsClaims } from './softmaxRows.js'
import { matrixSpace, vectorSpace } from './space.js'
import { spectrumClaims } from './spectrum.js'
import { subspaceClaims } from './subspace.js'
import { summationClaims } from './summation.js'
import { svdClaims } from './svd.js'
import { symmetricClaims } from './symmetric.js'
import { transposedClaims } from './transposed.js'

export * as Arbitraries from './arbitraries.js'
export * as Reference from '../reference.js'
export * as Rounding from './rounding.js'
export * from './action.js'
export * from './activation.js'
export * from './cholesky.js'
export * from './door.js'
export * from './eigen.js'
export * from './eigenvalues.js'
export * from './erf.js'
export * from './extremes.js'
export * from './gemm.js'
export * from './gemv.js'
export * from './gramSchmidt.js'
export * from './hadamard.js'
export * from './instance.js'
export * from './inverse.js'
export * from './kernel.js'
export * from './lambertW.js'
export * from './leastSquares.js'
export * from './logSumExp.js'
export * from './lu.js'
export * from './matrix32.js'
export * from './norm.js'
export * from './normal.js'
export * from './product.js'
export * from './proof.js'
export * from './pseudoInverse.js'
export * from './purity.js'
export * from './qr.js'
export * from './random.js'
export * from './sampling.js'
export * from './signProducts.js'
export * from './signs.js'
export * from './singularValues.js'
export * from './size.js'
export * from './softmax.js'
export * from './softmaxMean.js'
export * from './softmaxMeanKernel.js'
export * from './softmaxRows.js'
export * from './space.js'
export * from './spectrum.js'
export * from './subspace.js'
export * from './summation.js'
export * from './svd.js'
export * from './symmetric.js'
export * from './transposed.js'

/** Every law of this package, with this package as its implementation. */
export const claims: ReadonlyArray<Check.Claim> = [
  ...doorClaims,
  ...symmetricClaims,
  ...vectorSpace.claims,
  ...matrixSpace.claims,
  ...actionClaims,
  ...productClaims,
  ...transposedClaims,
  ...matrix32Claims,
  ...kernelClaims,
  ...gemmClaims,
  ...gemvClaims,
  ...sizeClaims,
  ...signClaims,
  ...signProductClaims,
  ...normClaims,
  ...vectorInstances.claims,
  ...matrixInstances.claims,
  ...softmaxClaims,
  ...softmaxRowsClaims,
  ...softmaxMeanClaims,
  ...softmaxMeanKernelClaims,
  ...logSumExpClaims,
  ...luClaims,
  ...inverseClaims,
  ...choleskyClaims,
  ...qrClaims,
  ...gramSchmidtClaims,
  ...eigenClaims,
  ...eigenvalueClaims,
  ...svdClaims,
  ...singularValueClaims,
  ...pseudoInverseClaims,
  ...leastSquaresClaims,
  ...subspaceClaims,
  ...spectrumClaims,
  ...erfClaims,
  ...normalClaims,
  ...lambertWClaims,
  ...summationClaims,
  ...activationClaims,
  ...hadamardClaims,
  ...proofClaims,
  ...extremeClaims,
  ...randomClaims,
  ...samplingClaims,
  ...purityClaims,
]
