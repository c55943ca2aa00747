/**
 * The laws of networks at a temperature (row H12), each with the implementation of this package.
 */
import { Check } from '@engram/law'
import * as Annealing from './annealing.js'
import * as Boltzmann from './boltzmann.js'
import * as Contrastive from './contrastive.js'
import * as Glauber from './glauber.js'
import * as Rbm from './rbm.js'
import * as RbmAdapters from './rbmAdapters.js'
import { rbmDocuments, rbmFromDocumentToDocument } from './rbmDocuments.js'
import * as StochasticAdapters from './stochasticAdapters.js'
import { temperatureEqFormula } from './temperature.js'
import * as Walk from './walk.js'

export * from './annealing.js'
export * from './boltzmann.js'
export * from './contrastive.js'
export * from './glauber.js'
export * from './rbm.js'
export * as RbmAdapters from './rbmAdapters.js'
export * from './rbmDocuments.js'
export * as StochasticAdapters from './stochasticAdapters.js'
export * from './temperature.js'
export * from './walk.js'

/** Every law of networks at a temperature, claimed for this package’s own functions. */
export const warmClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(temperatureEqFormula, StochasticAdapters.temperatureAt),
  Check.claim(Boltzmann.boltzmannEqReference, StochasticAdapters.equilibrium),
  Check.claim(Boltzmann.freeEnergyLeast, StochasticAdapters.equilibrium),
  Check.claim(Glauber.glauberDetailedBalance, StochasticAdapters),
  Check.claim(Glauber.glauberStationary, StochasticAdapters),
  Check.claim(Glauber.littleStationary, StochasticAdapters.chain),
  Check.claim(Walk.glauberSample, StochasticAdapters.walk),
  Check.claim(Walk.glauberZeroEqRecall, StochasticAdapters.walk),
  Check.claim(Annealing.annealingResume, StochasticAdapters.anneal),
  Check.claim(Annealing.annealingBest, StochasticAdapters.anneal),
  Check.claim(Annealing.annealingGround, StochasticAdapters.anneal),
  Check.claim(Rbm.rbmEnergyEqHopfield, RbmAdapters.energies),
  Check.claim(Rbm.rbmConditional, RbmAdapters.conditionals),
  Check.claim(Rbm.rbmLikelihood, RbmAdapters.likelihood),
  Check.claim(Rbm.rbmGradient, RbmAdapters.likelihood),
  Check.claim(rbmFromDocumentToDocument, rbmDocuments),
  Check.claim(Contrastive.cdExpectation, RbmAdapters.cdUpdate),
]
