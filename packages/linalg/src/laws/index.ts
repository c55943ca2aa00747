import type { Check } from '@engram/law'
import { actionClaims } from './action.js'
import { doorClaims } from './door.js'
import { gemmClaims } from './gemm.js'
import { gemvClaims } from './gemv.js'
import { matrixInstances, vectorInstances } from './instance.js'
import { kernelClaims } from './kernel.js'
import { logSumExpClaims } from './logSumExp.js'
import { matrix32Claims } from './matrix32.js'
import { normClaims } from './norm.js'
import { productClaims } from './product.js'
import { purityClaims } from './purity.js'
import { randomClaims } from './random.js'
import { samplingClaims } from './sampling.js'
import { signProductClaims } from './signProducts.js'
import { signClaims } from './signs.js'
import { sizeClaims } from './size.js'
import { softmaxClaims } from './softmax.js'
import { softmaxRowsClaims } from './softmaxRows.js'
import { matrixSpace, vectorSpace } from './space.js'
import { symmetricClaims } from './symmetric.js'
import { transposedClaims } from './transposed.js'

export * as Arbitraries from './arbitraries.js'
export * as Reference from '../reference.js'
export * as Rounding from './rounding.js'
export * from './action.js'
export * from './door.js'
export * from './gemm.js'
export * from './gemv.js'
export * from './instance.js'
export * from './kernel.js'
export * from './logSumExp.js'
export * from './matrix32.js'
export * from './norm.js'
export * from './product.js'
export * from './purity.js'
export * from './random.js'
export * from './sampling.js'
export * from './signProducts.js'
export * from './signs.js'
export * from './size.js'
export * from './softmax.js'
export * from './softmaxRows.js'
export * from './space.js'
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
  ...logSumExpClaims,
  ...randomClaims,
  ...samplingClaims,
  ...purityClaims,
]
