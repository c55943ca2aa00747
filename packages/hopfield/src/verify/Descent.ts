/**
 * Whether the energy ever rises when one unit follows its field: for every state of a small network, for a sample of the
 * states of a large one.
 *
 * Definitions: `exhaustive`, `sampled`.
 * Convention:  the smallest counterexample has the fewest units up, then the state with the smallest number
 *              (`TransitionGraph.indexOf`), then the first unit. A sample is shrunk the same way.
 *              Where numbers round, a rise counts when it exceeds what rounding can explain.
 * Laws:        network_energy_update_le
 * References:  Hopfield (1982); Fausett (1994) §3.4.4.
 */
import { either as E, function as F } from 'fp-ts'
import { Check } from '@engram/law'
import * as Energy from '../Energy.js'
import type { HopfieldError } from '../HopfieldError.js'
import { networkEnergyUpdateLe, stateWith } from '../laws/descent.js'
import type { State } from '../Network.js'
import * as TransitionGraph from '../TransitionGraph.js'
import { updateUnit } from '../Update.js'
import * as Finding from './Finding.js'
import type { Subject } from './Move.js'
import { tolerance } from './Rounding.js'

const range = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index)

/** The counterexample that a state and a unit are, told in energies. */
const riseAt = ({ input, network }: Subject, state: State, unit: number): E.Either<HopfieldError, Finding.Outcome> =>
  F.pipe(
    E.Do,
    E.bind('update', () => updateUnit(network, input)(unit)(state)),
    E.bind('before', () => Energy.energy(network, input)(state)),
    E.bind('after', ({ update }) => Energy.energy(network, input)(update.state)),
    E.map(({ after, before, update: { field } }) =>
      Finding.falsified({ _tag: 'Rise', state, unit, field, before, after }),
    ),
  )

const unitsUp = (index: number): number => index.toString(2).replaceAll('0', '').length

/** The state with the fewest units up in which some update raises the energy, and the first such unit. */
const smallestRise = (
  { energies, network: { size }, successors }: TransitionGraph.TransitionGraph,
  slack: number,
): { readonly state: number; readonly unit: number } | undefined =>
  range(energies.length)
    .flatMap((state) => {
      const unit = range(size).find(
        (i) => (energies[successors[state * size + i] ?? state] ?? 0) - (energies[state] ?? 0) > slack,
      )
      return unit === undefined ? [] : [{ state, unit }]
    })
    .toSorted((a, b) => unitsUp(a.state) - unitsUp(b.state) || a.state - b.state)[0]

/**
 * Every update of every state.
 *
 * Requires: at most `TransitionGraph.maxUnits` units
 * Errors:   OutOfRange, SizeMismatch (input)
 * Cost:     O(2ⁿ·n²)
 */
export const exhaustive = (subject: Subject): E.Either<HopfieldError, Finding.Outcome> => {
  const { input, network } = subject
  return F.pipe(
    network,
    TransitionGraph.make(input),
    E.chain((graph) => {
      const rise = smallestRise(graph, 2 * tolerance(network, input))
      return rise === undefined
        ? E.right(Finding.held('every case', graph.energies.length * network.size))
        : riseAt(subject, TransitionGraph.stateAt(network)(rise.state), rise.unit)
    }),
  )
}

/**
 * A sample of updates, drawn from a seed; units with suspicious weights are asked more often than the others.
 *
 * Errors: SizeMismatch (input)
 * Cost:   O(runs · n), O(runs · P·n) for implicit couplings
 * Laws:   network_energy_update_le
 */
export const sampled =
  (plan: Check.Plan) =>
  (subject: Subject): E.Either<HopfieldError, Finding.Outcome> => {
    const report = Check.check(plan)(networkEnergyUpdateLe)(subject)
    if (report._tag !== 'Falsified') return E.right(Finding.held('sample', report.runs))
    // The property draws one argument, the pair.
    const [[up, unit]] = report.counterexample as readonly [readonly [ReadonlyArray<number>, number]]
    return riseAt(subject, stateWith(subject.network, up), unit)
  }
