/**
 * The laws of associative memory, each with the implementation of this package.
 */
import { Check } from '@engram/law'
import { Monoid } from '../Memory.js'
import * as Adapters from './adapters.js'
import * as Corruption from './corruption.js'
import * as Hebbian from './hebbian.js'
import { memoryMonoid } from './memory.js'
import * as Patterns from './patterns.js'
import * as Recall from './recall.js'

export * as Adapters from './adapters.js'
export * as Arbitraries from './arbitraries.js'
export * from './corruption.js'
export * from './hebbian.js'
export * from './memory.js'
export * from './patterns.js'
export * from './recall.js'

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
  Check.claim(Hebbian.hebbianSymmPsd, learnAuto),
  Check.claim(Hebbian.modifiedEqHebbianSub, learnModified),
  Check.claim(Hebbian.recallSingleOfOverlapPos, learnAuto),
  Check.claim(Patterns.patternConversions, Patterns.conversions),
  Check.claim(Patterns.hammingEqOverlap, Patterns.hamming),
  Check.claim(Patterns.hammingMetric, Patterns.hamming),
  Check.claim(Patterns.glyphParseRender, Patterns.pictureText),
  Check.claim(Corruption.flipHamming, Corruption.flip),
  Check.claim(Corruption.zeroMissing, Corruption.zero),
  Check.claim(Corruption.maskLower, Corruption.mask),
  Check.claim(Corruption.corruptionDeterministic, Corruption.flip),
]
