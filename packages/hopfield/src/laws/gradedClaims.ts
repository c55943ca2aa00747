/**
 * The laws of graded networks (row H13), each with the implementation of this package.
 */
import { Check } from '@engram/law'
import * as DormandPrince from './dormandPrince.js'
import * as Gain from './gain.js'
import * as Graded from './graded.js'
import * as GradedAdapters from './gradedAdapters.js'
import { gradedDocuments, gradedFromDocumentToDocument } from './gradedDocuments.js'
import * as GradedLimits from './gradedLimits.js'

export * from './dormandPrince.js'
export * from './gain.js'
export * from './graded.js'
export * as GradedAdapters from './gradedAdapters.js'
export * from './gradedDocuments.js'
export * from './gradedLimits.js'

/** Every law of graded networks, claimed for this package’s own functions. */
export const gradedClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(Gain.gainWork, GradedAdapters.sigmoid),
  Check.claim(Gain.gainInverse, GradedAdapters.sigmoid),
  Check.claim(DormandPrince.dormandPrinceLinear, GradedAdapters.oneStep),
  Check.claim(DormandPrince.dormandPrinceQuadrature, GradedAdapters.oneStep),
  Check.claim(DormandPrince.dormandPrinceOrder, GradedAdapters.oneStep),
  Check.claim(Graded.gradedEqReference, {
    energy: GradedAdapters.gradedEnergy,
    velocity: GradedAdapters.gradedVelocity,
  }),
  Check.claim(Graded.gradedEnergyLe, {
    energy: GradedAdapters.gradedEnergy,
    trajectory: GradedAdapters.trajectory,
  }),
  Check.claim(Graded.gradedSettle, GradedAdapters.settle),
  Check.claim(GradedLimits.gradedHighGain, GradedAdapters.settle),
  Check.claim(GradedLimits.gradedLowGain, GradedAdapters.settle),
  Check.claim(gradedFromDocumentToDocument, gradedDocuments),
]
