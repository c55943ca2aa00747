/**
 * The laws of associative memory, each with the implementation of this package.
 */
import { Check } from '@engram/law'
import { all } from '../LearningRule.js'
import { Monoid } from '../Memory.js'
import * as Adapters from './adapters.js'
import * as Association from './association.js'
import * as Auto from './auto.js'
import * as Census from './census.js'
import * as Corruption from './corruption.js'
import * as Crosstalk from './crosstalk.js'
import * as Damage from './damage.js'
import * as Family from './family.js'
import * as Hebbian from './hebbian.js'
import { memoryMonoid } from './memory.js'
import * as Neighbour from './neighbour.js'
import * as Noise from './noise.js'
import * as Patterns from './patterns.js'
import * as Projection from './projection.js'
import * as Recall from './recall.js'
import * as Rules from './rules.js'
import * as Run from './run.js'
import * as Training from './training.js'
import * as Verdict from './verdict.js'
import { basinRadius, descend, landscape } from './landscapes.js'
import { wellEqReference } from './wellFormulas.js'
import * as Wells from './wells.js'

export * as Adapters from './adapters.js'
export * as Arbitraries from './arbitraries.js'
export * from './association.js'
export * from './auto.js'
export * from './census.js'
export * from './corruption.js'
export * from './crosstalk.js'
export * from './damage.js'
export * from './family.js'
export * from './hebbian.js'
export * from './memory.js'
export * from './neighbour.js'
export * from './noise.js'
export * from './patterns.js'
export * from './projection.js'
export * from './recall.js'
export * from './rules.js'
export * from './run.js'
export * from './training.js'
export * from './verdict.js'
export * from './landscapes.js'
export { wellEqReference } from './wellFormulas.js'
export * from './wells.js'

const { learn, learnAuto, learnModified, recall } = Adapters

/** Every law, claimed for this package's own functions. */
export const claims: ReadonlyArray<Check.Claim> = [
  Check.claim(Hebbian.hebbianEqReference, learn),
  Check.claim(Hebbian.hebbianPerm, learn),
  Check.claim(Hebbian.hebbianAppend, learn),
  Check.claim(Hebbian.hebbianLinear, learn),
  Check.claim(memoryMonoid, Monoid),
  Check.claim(Recall.recallEqReference, recall),
  Check.claim(Recall.recallOfOrthogonal, { learn, recall }),
  Check.claim(Association.recallOfCompatible, learn),
  Check.claim(Noise.noiseEqReference, {
    outputBound: Noise.outputBound,
    inputBound: Noise.inputBound,
    radius: Noise.radius,
  }),
  Check.claim(Noise.recallOfDisturbanceLt, Noise.inputBound),
  Check.claim(Noise.disturbanceRadiusTight, Noise.radius),
  Check.claim(Noise.inputBoundLeRadius, [Noise.inputBound, Noise.radius]),
  Check.claim(Damage.recallOfDamageLe, Noise.damage),
  Check.claim(Damage.damageOfOrthogonal, Noise.damage),
  Check.claim(Hebbian.hebbianSymmPsd, learnAuto),
  Check.claim(Hebbian.modifiedEqHebbianSub, learnModified),
  Check.claim(Hebbian.recallSingleOfOverlapPos, learnAuto),
  Check.claim(Association.eigenvectorOfOrthogonal, learnAuto),
  Check.claim(Association.eigenvectorOfModified, learnModified),
  Check.claim(Association.nullSpaceAnnihilated, learnAuto),
  Check.claim(Neighbour.nearestIsLeast, Neighbour.lookUp),
  Check.claim(Neighbour.nearestStored, Neighbour.lookUp),
  Check.claim(Neighbour.nearestEqGreatestNet, learn),
  Check.claim(Crosstalk.crosstalkEqReference, Crosstalk.crosstalk),
  Check.claim(Crosstalk.crosstalkIffAligned, Crosstalk.crosstalk),
  Check.claim(Crosstalk.bitErrorMeasured, Crosstalk.bitError),
  Check.claim(Projection.projectionEqReference, Projection.projection),
  Check.claim(Projection.projectionRecalls, Projection.projection),
  Check.claim(Projection.projectionIdempotent, Projection.projection),
  Check.claim(Projection.projectionOnlineEqBatch, Projection.projectionOnline),
  Check.claim(Family.ruleSingle, all),
  Check.claim(Family.ruleSizes, all),
  Check.claim(Rules.storkeyEqReference, Rules.storkey),
  Check.claim(Rules.storkeySymm, Rules.storkey),
  Check.claim(Rules.covarianceEqReference, Rules.covariance),
  Check.claim(Rules.covarianceEqHebbian, Rules.covariance),
  Check.claim(Rules.willshawEqReference, Rules.willshaw),
  Check.claim(Rules.willshawRecallsTargets, Rules.willshawAnswer),
  Check.claim(Training.deltaEqReference, Training.delta),
  Check.claim(Training.deltaStepLe, Training.delta),
  Check.claim(Training.perceptronOfSeparable, Training.perceptron),
  Check.claim(Training.perceptronOutcome, Training.perceptron),
  Check.claim(Census.censusTotal, Census.surveyor),
  Check.claim(Census.returningShare, Census.surveyor),
  Check.claim(Auto.autoEqReference, Auto.runAuto),
  Check.claim(Auto.autoPeriodLeTwo, Auto.runAuto),
  Check.claim(Auto.autoFixedPointOfPsd, Auto.runAuto),
  Check.claim(Run.runFollows, Run.runTable),
  Check.claim(Run.runOutcome, Run.runTable),
  Check.claim(wellEqReference, landscape),
  Check.claim(Wells.wellMinimum, landscape),
  Check.claim(Wells.wellGradient, landscape),
  Check.claim(Wells.wellDescent, descend),
  Check.claim(Wells.wellLabel, descend),
  Check.claim(Wells.wellBasinRadius, basinRadius),
  Check.claim(Verdict.verdictOfVector, Verdict.classifyReal),
  Check.claim(Patterns.patternConversions, Patterns.conversions),
  Check.claim(Patterns.hammingEqOverlap, Patterns.hamming),
  Check.claim(Patterns.correlationsGram, Patterns.correlations),
  Check.claim(Patterns.hammingMetric, Patterns.hamming),
  Check.claim(Patterns.glyphParseRender, Patterns.pictureText),
  Check.claim(Corruption.flipHamming, Corruption.flip),
  Check.claim(Corruption.zeroMissing, Corruption.zero),
  Check.claim(Corruption.maskLower, Corruption.mask),
  Check.claim(Corruption.corruptionDeterministic, Corruption.flip),
]
