import type { Check } from '@engram/law'
import { actionClaims } from './action.js'
import { kernelClaims } from './kernel.js'
import { normClaims } from './norm.js'
import { productClaims } from './product.js'
import { sizeClaims } from './size.js'
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
]
