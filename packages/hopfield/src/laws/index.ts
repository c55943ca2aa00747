/**
 * The laws of Hopfield networks, each with the implementation of this package.
 */
import { Check } from '@engram/law'
import * as Adapters from './adapters.js'
import { synchronousPeriodEqFour } from './antisymmetric.js'
import { recallBlocksFixedPoint } from './blockRest.js'
import * as Blocks from './blocks.js'
import * as Batches from './batches.js'
import { denseClaims } from './denseClaims.js'
import { gradedClaims } from './gradedClaims.js'
import { frustrated, networkEnergyUpdateLe } from './descent.js'
import { documents, fromDocumentDefaults, fromDocumentToDocument } from './documents.js'
import * as Capacity from './capacity.js'
import * as Convergence from './convergence.js'
import * as Couplings from './couplings.js'
import * as Energy from './energy.js'
import * as FixedPoints from './fixedPoints.js'
import * as Graph from './graph.js'
import * as Learning from './learning.js'
import * as Mixtures from './mixtures.js'
import * as Online from './online.js'
import * as Reading from './reading.js'
import * as Certificates from './certificate.js'
import * as Margin from './margin.js'
import * as Palimpsest from './palimpsest.js'
import * as PalimpsestMargins from './palimpsestMargins.js'
import * as Radius from './radius.js'
import * as RadiusCouplings from './radiusCouplings.js'
import * as Nearest from './nearest.js'
import * as Recall from './recall.js'
import * as Sparse from './sparse.js'
import * as Spurious from './spurious.js'
import * as Termination from './termination.js'
import * as Memories from './memories.js'
import { modernDocuments, modernFromDocumentToDocument } from './modernDocuments.js'
import * as ModernEnergy from './modernEnergy.js'
import * as ModernVerdict from './modernVerdict.js'
import * as Retention from './retention.js'
import * as Retrieval from './retrieval.js'
import * as Separation from './separation.js'
import * as Storage from './storage.js'
import * as Trace from './trace.js'
import * as Translation from './translation.js'
import * as Unlearning from './unlearning.js'
import * as UnlearningMargins from './unlearningMargins.js'
import * as Verdict from './verdict.js'
import { warmClaims } from './warmClaims.js'

export * as Adapters from './adapters.js'
export * as Arbitraries from './arbitraries.js'
export { synchronousPeriodEqFour } from './antisymmetric.js'
export { recallBlocksFixedPoint } from './blockRest.js'
export * from './blocks.js'
export * from './batches.js'
export * from './denseClaims.js'
export * from './gradedClaims.js'
export { networkEnergyUpdateLe } from './descent.js'
export * from './documents.js'
export { capacityMeanField, capacityStability, type MeanFieldOf, type StabilityOf } from './capacity.js'
export * from './convergence.js'
export * from './couplings.js'
export * from './energy.js'
export * from './fixedPoints.js'
export * from './graph.js'
export * from './learning.js'
export * from './mixtures.js'
export * from './online.js'
export * from './reading.js'
export * from './certificate.js'
export { radius, type RadiusOf } from './margin.js'
export {
  episodesFill,
  episodesRemembered,
  fill,
  forgettingOf,
  imprintWithin,
  palimpsestEqHebb,
  palimpsestEqReference,
  palimpsestForgets,
  palimpsestNewest,
  type Fill,
  type Forgetting,
  type ImprintWithin,
} from './palimpsest.js'
export * from './palimpsestMargins.js'
export * from './radius.js'
export * from './radiusCouplings.js'
export * from './nearest.js'
export * from './recall.js'
export * from './sparse.js'
export * from './spurious.js'
export * from './termination.js'
export * as Memories from './memories.js'
export * from './modernDocuments.js'
export * from './modernEnergy.js'
export * from './modernVerdict.js'
export * from './retention.js'
export * from './retrieval.js'
export * from './separation.js'
export * from './storage.js'
export * from './trace.js'
export * from './translation.js'
export * from './unlearning.js'
export * from './unlearningMargins.js'
export * from './verdict.js'
export * from './warmClaims.js'

const {
  energy,
  graph,
  isFixedPoint,
  localField,
  lowerBound,
  run,
  runAll,
  runSparse,
  runStates,
  runStored,
  updateUnit,
  weights,
} = Adapters

/** Every law, claimed for this package's own functions. */
export const claims: ReadonlyArray<Check.Claim> = [
  Check.claim(Learning.weightsEqReference, weights),
  Check.claim(Learning.weightsBinaryEqBipolar, weights),
  Check.claim(Learning.weightsNeg, weights),
  Check.claim(Learning.weightsAppend, weights),
  Check.claim(Couplings.couplingsEq, runStored),
  Check.claim(Reading.couplingsWeight, Reading.read),
  Check.claim(Sparse.sparseEqDense, runSparse),
  Check.claim(Couplings.recallScaleInvariant, runStored),
  Check.claim(Recall.recallEqReference, run),
  Check.claim(Blocks.recallBlocksEqReference, runStates),
  Check.claim(Blocks.recallBlocksSpecialise, run),
  Check.claim(Energy.energyUpdateLe, { energy, updateUnit }),
  Check.claim(Energy.energyUpdateLt, { energy, updateUnit }),
  Check.claim(Energy.energyUpdateEq, { energy, localField }),
  Check.claim(networkEnergyUpdateLe, frustrated),
  Check.claim(Energy.energyGeBound, { energy, lowerBound }),
  Check.claim(Trace.energyTraceLe, run),
  Check.claim(Trace.energyTraceEq, run),
  Check.claim(Convergence.recallFixedPoint, run),
  Check.claim(Convergence.synchronousPeriodLeTwo, run),
  Check.claim(synchronousPeriodEqFour, run),
  Check.claim(recallBlocksFixedPoint, run),
  Check.claim(FixedPoints.isFixedPointIffAligned, isFixedPoint),
  Check.claim(FixedPoints.isFixedPointOfSingle, { weights, isFixedPoint }),
  Check.claim(FixedPoints.isFixedPointOfOrthogonal, { weights, isFixedPoint }),
  Check.claim(Graph.graphSuccessor, graph),
  Check.claim(Graph.graphAcyclicOfSymmetric, graph),
  Check.claim(Graph.graphBasin, graph),
  Check.claim(Verdict.verdictStored, Verdict.classify),
  Check.claim(Verdict.verdictMixture, Verdict.classify),
  Check.claim(Radius.radiusRecall, Margin.radius),
  Check.claim(Radius.radiusRounding, Margin.radius),
  Check.claim(Radius.radiusTight, Margin.radius),
  Check.claim(RadiusCouplings.radiusImplicitEq, RadiusCouplings.radiusStored),
  Check.claim(RadiusCouplings.radiusSparseEq, RadiusCouplings.radiusSparse),
  Check.claim(Certificates.marginsEqCrosstalk, Certificates.marginsOf),
  Check.claim(Certificates.certificateSpec, Certificates.certify),
  Check.claim(Capacity.capacityMeanField, Capacity.meanField),
  Check.claim(Capacity.capacityStability, Capacity.stability),
  Check.claim(Retention.retentionResumes, Retention.retention),
  Check.claim(Retention.retentionOfSingle, Retention.retention),
  Check.claim(Spurious.spuriousCensusEq, Spurious.fixedOf),
  Check.claim(Spurious.spuriousCensusKinds, Spurious.kindsOf),
  Check.claim(Spurious.spuriousSample, Spurious.sampleOf),
  Check.claim(Mixtures.isFixedPointOfMixture3, { weights, isFixedPoint }),
  Check.claim(Mixtures.isFixedPointNeg, isFixedPoint),
  Check.claim(Online.imprintEqBatch, Online.learner),
  Check.claim(Online.forgetImprint, Online.learner),
  Check.claim(Palimpsest.palimpsestEqReference, Palimpsest.imprintWithin),
  Check.claim(Palimpsest.palimpsestEqHebb, Palimpsest.imprintWithin),
  Check.claim(Palimpsest.palimpsestNewest, Palimpsest.imprintWithin),
  Check.claim(Palimpsest.palimpsestForgets, Palimpsest.imprintWithin),
  Check.claim(PalimpsestMargins.palimpsestUnclipped, Palimpsest.imprintWithin),
  Check.claim(PalimpsestMargins.palimpsestNewestMargin, Palimpsest.imprintWithin),
  Check.claim(PalimpsestMargins.palimpsestLifetime, Palimpsest.imprintWithin),
  Check.claim(Palimpsest.episodesRemembered, Palimpsest.forgettingOf),
  Check.claim(Palimpsest.episodesFill, Palimpsest.fill),
  Check.claim(Unlearning.sleepEqDreams, Unlearning.dreams),
  Check.claim(Unlearning.sleepResumes, Unlearning.sleepOf),
  Check.claim(Unlearning.dreamEnergy, Unlearning.rise),
  Check.claim(UnlearningMargins.forgetEqImprintNeg, UnlearningMargins.changes),
  Check.claim(UnlearningMargins.dreamMargin, UnlearningMargins.changes.forget),
  Check.claim(UnlearningMargins.dreamOrthogonal, UnlearningMargins.changes.forget),
  Check.claim(UnlearningMargins.dreamExhausts, UnlearningMargins.changes.forget),
  Check.claim(Translation.translationRunEq, Translation.translate),
  Check.claim(Translation.translationEnergyEq, Translation.translate),
  Check.claim(Translation.translationInverse, Translation.translate),
  Check.claim(Termination.measureUpdateLt, { measure: Termination.measure, updateUnit }),
  Check.claim(Termination.flipsLeBound, { run, flipBound: Termination.flipBound }),
  Check.claim(Termination.flipWanders, { measure: Termination.measure, updateUnit }),
  Check.claim(Recall.recallAllEqRecall, runAll),
  Check.claim(Nearest.recallNearestOfSingle, runStored),
  Check.claim(Recall.recallPure, run),
  Check.claim(Retrieval.modernEqReference, Memories.retrieve),
  Check.claim(Retrieval.modernHull, Memories.update),
  Check.claim(Retrieval.modernMean, Memories.retrieve),
  Check.claim(Retrieval.modernSingle, Memories.retrieve),
  Check.claim(Retrieval.modernPerm, Memories.retrieve),
  Check.claim(Batches.modernBatch, Memories.batch),
  Check.claim(Batches.modernMasked, Memories.masked),
  Check.claim(ModernEnergy.modernEnergyLe, { energy: Memories.energy, update: Memories.update }),
  Check.claim(ModernEnergy.modernEnergyBounds, Memories.energy),
  Check.claim(ModernEnergy.modernRecall, Memories.recall),
  Check.claim(modernFromDocumentToDocument, modernDocuments),
  Check.claim(ModernVerdict.modernVerdict, ModernVerdict.verdict),
  Check.claim(Separation.separationEq, Separation.separation),
  Check.claim(Separation.retrievalErrorLe, Separation.retrievalError),
  Check.claim(Separation.wellSeparated, Separation.wellSeparation),
  Check.claim(Storage.storageConstant, Storage.storage),
  ...warmClaims,
  ...gradedClaims,
  ...denseClaims,
  Check.claim(fromDocumentToDocument, documents),
  Check.claim(fromDocumentDefaults, documents),
]
