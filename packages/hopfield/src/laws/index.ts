/**
 * The laws of Hopfield networks, each with the implementation of this package.
 */
import { Check } from '@engram/law'
import * as Adapters from './adapters.js'
import * as Blocks from './blocks.js'
import { frustrated, networkEnergyUpdateLe } from './descent.js'
import { documents, fromDocumentDefaults, fromDocumentToDocument } from './documents.js'
import * as Convergence from './convergence.js'
import * as Couplings from './couplings.js'
import * as Energy from './energy.js'
import * as FixedPoints from './fixedPoints.js'
import * as Graph from './graph.js'
import * as Learning from './learning.js'
import * as Recall from './recall.js'
import * as Trace from './trace.js'
import * as Verdict from './verdict.js'

export * as Adapters from './adapters.js'
export * as Arbitraries from './arbitraries.js'
export * from './blocks.js'
export { networkEnergyUpdateLe } from './descent.js'
export * from './documents.js'
export * from './convergence.js'
export * from './couplings.js'
export * from './energy.js'
export * from './fixedPoints.js'
export * from './graph.js'
export * from './learning.js'
export * from './recall.js'
export * from './trace.js'
export * from './verdict.js'

const { energy, graph, isFixedPoint, localField, lowerBound, run, runStates, runStored, updateUnit, weights } = Adapters

/** Every law, claimed for this package's own functions. */
export const claims: ReadonlyArray<Check.Claim> = [
  Check.claim(Learning.weightsEqReference, weights),
  Check.claim(Learning.weightsBinaryEqBipolar, weights),
  Check.claim(Learning.weightsNeg, weights),
  Check.claim(Learning.weightsAppend, weights),
  Check.claim(Couplings.couplingsEq, runStored),
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
  Check.claim(FixedPoints.isFixedPointIffAligned, isFixedPoint),
  Check.claim(FixedPoints.isFixedPointOfSingle, { weights, isFixedPoint }),
  Check.claim(FixedPoints.isFixedPointOfOrthogonal, { weights, isFixedPoint }),
  Check.claim(Graph.graphSuccessor, graph),
  Check.claim(Graph.graphAcyclicOfSymmetric, graph),
  Check.claim(Graph.graphBasin, graph),
  Check.claim(Verdict.verdictStored, Verdict.classify),
  Check.claim(Verdict.verdictMixture, Verdict.classify),
  Check.claim(Recall.recallPure, run),
  Check.claim(fromDocumentToDocument, documents),
  Check.claim(fromDocumentDefaults, documents),
]
