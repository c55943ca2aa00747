/**
 * The laws of bidirectional memories, each with the implementation of this package.
 */
import { Check } from '@engram/law'
import * as Adapters from './adapters.js'
import * as Asymmetric from './asymmetric.js'
import { bamRecallAllEqRecall, runAll } from './batch.js'
import * as Bipartite from './bipartite.js'
import { bamCapacityCounts, measure } from './capacity.js'
import { bamFromDocumentDefaults, bamFromDocumentToDocument, documents } from './documents.js'
import * as Endings from './endings.js'
import * as Exponential from './exponential.js'
import { contraction, followingGain, runGraded } from './gradedAdapters.js'
import * as Graded from './graded.js'
import * as GradedLimits from './gradedLimits.js'
import * as Learning from './learning.js'
import * as Lyapunov from './lyapunov.js'
import * as Portraits from './portraits.js'
import * as Recall from './recall.js'
import * as Symmetry from './symmetry.js'
import * as Trainers from './trainers.js'
import * as Training from './training.js'

export * as Adapters from './adapters.js'
export * as Arbitraries from './arbitraries.js'
export * from './asymmetric.js'
export * from './batch.js'
export * from './bipartite.js'
export * from './capacity.js'
export * from './documents.js'
export * from './endings.js'
export * from './exponential.js'
export * from './graded.js'
export * from './gradedLimits.js'
export * from './learning.js'
export * from './lyapunov.js'
export * from './portraits.js'
export * from './recall.js'
export * from './symmetry.js'
export * as Trainers from './trainers.js'
export * from './training.js'

const {
  binary,
  certify,
  distances,
  equilibria,
  halfStep,
  lowerBound,
  lyapunov,
  run,
  runStored,
  runTransposed,
  survey,
  weights,
} = Adapters

/** Every law, claimed for this package's own functions. */
export const claims: ReadonlyArray<Check.Claim> = [
  Check.claim(Learning.bamWeightsEqReference, weights),
  Check.claim(Learning.bamStoredOfOrthogonal, runStored),
  Check.claim(Learning.lyapunovEqDistances, distances),
  Check.claim(Recall.bamRecallEqReference, run),
  Check.claim(Recall.bamRecallEquilibrium, run),
  Check.claim(bamRecallAllEqRecall, runAll),
  Check.claim(Bipartite.bamEqBipartite, run),
  Check.claim(Lyapunov.lyapunovUpdateLe, { lyapunov, halfStep }),
  Check.claim(Lyapunov.lyapunovUpdateLt, { lyapunov, halfStep }),
  Check.claim(Lyapunov.lyapunovGeBound, { lyapunov, lowerBound }),
  Check.claim(Lyapunov.lyapunovTraceLe, run),
  Check.claim(Endings.bamCertificate, certify),
  Check.claim(Endings.bamGraphFixedPoints, equilibria),
  Check.claim(Endings.bamSurvey, survey),
  Check.claim(Symmetry.bamComplement, run),
  Check.claim(Symmetry.bamTranspose, { run, transposed: runTransposed }),
  Check.claim(Symmetry.bamCouplingsEq, runStored),
  Check.claim(Symmetry.bamBinaryEqBipolar, { run, binary }),
  Check.claim(Training.bamStoredOfMultiplicity, Trainers.multiply),
  Check.claim(Training.bamTrainOutcome, Trainers.repeat),
  Check.claim(Training.bamStoredOfAugmentation, Trainers.augment),
  Check.claim(Training.bamPerceptronOfSeparable, Trainers.train),
  Check.claim(Training.bamPerceptronOutcome, Trainers.train),
  Check.claim(Asymmetric.bamAsymmetricRecalls, Trainers.learnAsymmetric),
  Check.claim(Exponential.exponentialEqReference, Exponential.exponentials),
  Check.claim(Exponential.exponentialEnergyLe, Exponential.exponentials),
  Check.claim(Exponential.exponentialStoredOfDistance, Exponential.exponentials),
  Check.claim(Graded.gradedBamEqReference, Graded.gradedMemory),
  Check.claim(Graded.gradedBamLyapunovLe, Graded.gradedMemory),
  Check.claim(GradedLimits.gradedBamHighGain, { run: runGraded, followingGain }),
  Check.claim(GradedLimits.gradedBamLowGain, { run: runGraded, contraction }),
  Check.claim(bamCapacityCounts, measure),
  Check.claim(Portraits.faceInjective, Adapters.draw),
  Check.claim(Portraits.nameReadOfFlipsLt, { spell: Adapters.spell, read: Adapters.read }),
  Check.claim(bamFromDocumentToDocument, documents),
  Check.claim(bamFromDocumentDefaults, documents),
]
