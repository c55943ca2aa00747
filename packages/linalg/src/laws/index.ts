import type { Check } from '@engram/law'
import { matrixSpace, vectorSpace } from './space.js'

export * as Arbitraries from './arbitraries.js'
export { matrixSpace, vectorSpace } from './space.js'

export const claims: ReadonlyArray<Check.Claim> = [...vectorSpace.claims, ...matrixSpace.claims]
