/**
 * What came of verifying a network: data, rendered elsewhere.
 *
 * Definitions: a `Finding` is a check with its `Outcome`: held, falsified with a smallest counterexample, or skipped.
 * Convention:  units, patterns and expectations are counted from 0.
 */
import type { semigroup } from 'fp-ts'
import type { State } from '../Network.js'
import type { Outcome as End } from '../Recall.js'

/** What is checked, and in which words. */
export const statements = {
  symmetric: 'the weights are symmetric',
  diagonal: 'no unit works against itself',
  patterns: 'the stored patterns are fixed points',
  descent: 'the energy never rises when one unit is updated',
  fixedPoints: 'the expected fixed points are fixed points',
  energies: 'the expected energies are right',
  recalls: 'the expected recalls end where they should',
} as const

export type Check = keyof typeof statements

/** The weights between two units differ: wᵢⱼ and wⱼᵢ. */
export interface Asymmetric {
  readonly _tag: 'Asymmetric'
  readonly units: readonly [number, number]
  readonly weights: readonly [number, number]
}

/** wᵢᵢ < 0 */
export interface SelfInhibiting {
  readonly _tag: 'SelfInhibiting'
  readonly unit: number
  readonly weight: number
}

/** A state that should be a fixed point, with the first unit that leaves it. */
export interface Restless {
  readonly _tag: 'Restless'
  /** Among the stored patterns, or the expected fixed points. */
  readonly index: number
  readonly state: State
  readonly unit: number
  readonly field: number
}

/** An update that raises the energy. */
export interface Rise {
  readonly _tag: 'Rise'
  readonly state: State
  readonly unit: number
  readonly field: number
  readonly before: number
  readonly after: number
}

export interface OtherEnergy {
  readonly _tag: 'OtherEnergy'
  readonly index: number
  readonly state: State
  readonly expected: number
  readonly actual: number
}

export interface OtherEnd {
  readonly _tag: 'OtherEnd'
  readonly index: number
  readonly from: State
  readonly expected: State
  readonly actual: State
  readonly end: End['_tag']
}

export type Counterexample = Asymmetric | SelfInhibiting | Restless | Rise | OtherEnergy | OtherEnd

/** How far a check that held reaches; of the diagonal, what it is. */
export type Extent = 'every case' | 'sample' | 'by construction' | 'zero' | 'non-negative'

export interface Held {
  readonly _tag: 'Held'
  readonly extent: Extent
  readonly cases: number
}

export interface Falsified {
  readonly _tag: 'Falsified'
  readonly counterexample: Counterexample
}

export interface Skipped {
  readonly _tag: 'Skipped'
  readonly reason: 'no pattern is stored' | 'nothing is expected'
}

export type Outcome = Held | Falsified | Skipped

export interface Finding {
  readonly check: Check
  readonly outcome: Outcome
}

export const held = (extent: Extent, cases: number): Outcome => ({ _tag: 'Held', extent, cases })

export const falsified = (counterexample: Counterexample): Outcome => ({ _tag: 'Falsified', counterexample })

export const skipped = (reason: Skipped['reason']): Outcome => ({ _tag: 'Skipped', reason })

export const isFalsified = ({ outcome }: Finding): boolean => outcome._tag === 'Falsified'

/** Two parts of one check: the first counterexample counts, else the cases add. */
export const Semigroup: semigroup.Semigroup<Outcome> = {
  concat: (a, b) => {
    if (a._tag === 'Held' && b._tag === 'Held') return { ...a, cases: a.cases + b.cases }
    return a._tag === 'Falsified' || b._tag === 'Skipped' ? a : b
  },
}
