/**
 * Runs from states drawn at random.
 */
import { function as F, state as S } from 'fp-ts'
import { Run, Schedule, UnitMemory } from '@engram/associative-memory'
import { Random } from '@engram/linalg'
import { units, type Driven } from './machine.js'
import { unsafeState, type Network, type State } from './Network.js'

/** A state of the network, each equally likely. */
const randomState = (network: Network): S.State<Random.Random, State> => {
  const lower = network.encoding === 'bipolar' ? -1 : 0
  return S.map((signs: ReadonlyArray<number>) =>
    unsafeState(network)(Int8Array.from(signs, (sign) => (sign === 1 ? 1 : lower))),
  )(Random.signs(network.size))
}

/** A seed for a schedule of its own. */
export const freshSeed: S.State<Random.Random, number> = Random.integer(0, 2 ** 32 - 1)

/** A run from a random state, one unit at a time in fresh random orders. */
export const randomRun = (driven: Driven, maxSweeps: number): S.State<Random.Random, Run.Run<State, unknown>> => {
  const machine = units.machine(driven)
  const prepared = { ...units, machine: () => machine }
  return F.pipe(
    randomState(driven.network),
    S.bindTo('start'),
    S.bind('seed', () => freshSeed),
    S.map(({ start, seed }) =>
      Run.run(maxSweeps)(UnitMemory.under(Schedule.shuffled(seed))<Driven, State>(prepared))(driven)(start),
    ),
  )
}
