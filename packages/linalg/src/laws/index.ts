import type { Check } from '@engram/law'
import { actionClaims } from './action.js'
import { matrixInstances, vectorInstances } from './instance.js'
import { kernelClaims } from './kernel.js'
import { logSumExpClaims } from './logSumExp.js'
import { normClaims } from './norm.js'
import { productClaims } from './product.js'
import { sizeClaims } from './size.js'
import { softmaxClaims } from './softmax.js'
import { matrixSpace, vectorSpace } from './space.js'

export * as Arbitraries from './arbitraries.js'
export { matrixSpace, vectorSpace } from './space.js'

export const claims: ReadonlyArray<Check.Claim> = [
  ...vectorSpace.claims,
  ...matrixSpace.claims,
  ...productClaims,
  ...actionClaims,
  ...kernelClaims,
  ...sizeClaims,
  ...normClaims,
  ...vectorInstances.claims,
  ...matrixInstances.claims,
  ...softmaxClaims,
  ...logSumExpClaims,
]
