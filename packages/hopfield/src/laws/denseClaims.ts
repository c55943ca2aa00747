/**
 * The laws of dense memories, each with the implementation of this package.
 */
import { Check } from '@engram/law'
import * as Dense from './dense.js'
import * as DenseAdapters from './denseArbitraries.js'
import * as DenseAssociator from './denseAssociator.js'
import * as DenseCapacity from './denseCapacity.js'
import * as DenseClassical from './denseClassical.js'
import * as DenseDocuments from './denseDocuments.js'
import * as DenseExponential from './denseExponential.js'
import * as DenseGradient from './denseGradient.js'
import * as DenseMirror from './denseMirror.js'
import * as DensePower from './densePower.js'
import * as DenseRest from './denseRest.js'

export * from './dense.js'
export * from './denseAssociator.js'
export * from './denseCapacity.js'
export * from './denseClassical.js'
export * from './denseDocuments.js'
export * from './denseExponential.js'
export {
  denseGradientEq,
  denseGradientLe,
  denseGradientRests,
  type DerivativeRule,
  type GradientOf,
  type StepOf,
} from './denseGradient.js'
export * from './denseMirror.js'
export * from './densePower.js'
export * from './denseRest.js'

const { denseEnergy, denseField, denseIsFixedPoint, denseRun, denseUpdate } = DenseAdapters

/** Every law of dense memories, claimed for this package's own functions. */
export const denseClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(Dense.denseEqReference, { energy: denseEnergy, field: denseField }),
  Check.claim(Dense.denseEnergyUpdateLe, { energy: denseEnergy, updateUnit: denseUpdate }),
  Check.claim(Dense.denseTraceEq, denseRun),
  Check.claim(DensePower.densePowerSign, denseField),
  Check.claim(DenseGradient.denseGradientEq, DenseGradient.gradient),
  Check.claim(DenseGradient.denseGradientLe, DenseGradient),
  Check.claim(DenseGradient.denseGradientRests, DenseGradient.step),
  Check.claim(DenseRest.denseRecallFixedPoint, denseRun),
  Check.claim(DenseRest.denseExponentialEnergy, denseEnergy),
  Check.claim(DenseExponential.denseExponentialSign, denseField),
  Check.claim(DenseExponential.denseExponentialScale, denseEnergy),
  Check.claim(DenseExponential.denseExponentialRecalls, denseRun),
  Check.claim(DenseClassical.denseDegreeTwo, denseRun),
  Check.claim(DenseMirror.denseMirrorOfEven, denseRun),
  Check.claim(DenseMirror.denseRecallOfIncreasing, denseRun),
  Check.claim(DenseMirror.denseIsFixedPointOfSingle, denseIsFixedPoint),
  Check.claim(DenseMirror.denseBinaryEqBipolar, denseRun),
  Check.claim(DenseAssociator.denseAssociatorEqJoined, DenseAssociator.associator),
  Check.claim(DenseAssociator.denseAssociatorOfSeparated, DenseAssociator.associator),
  Check.claim(DenseCapacity.denseCapacityGrowth, DenseCapacity.capacities),
  Check.claim(DenseCapacity.denseCapacityInverse, DenseCapacity.capacities),
  Check.claim(DenseCapacity.denseRateBounds, DenseCapacity.rate),
  Check.claim(DenseDocuments.denseFromDocumentToDocument, DenseDocuments.denseDocuments),
  Check.claim(DenseDocuments.denseFromDocumentDefaults, DenseDocuments.denseDocuments),
]
