/**
 * Verifying one network: the hypotheses of Hopfield's theorem, its conclusion, and what the document expects.
 *
 * Definitions: `tasks` (the work in pieces, for whoever shows progress), `step`, `verify`.
 * Convention:  the energy of every state is looked at up to `TransitionGraph.maxUnits` units, of a sample beyond.
 *              A network that fails a hypothesis may still keep the conclusion: both are told.
 * Laws:        network_energy_update_le
 * References:  Hopfield (1982); Fausett (1994) §3.4.4.
 */
import { either as E, function as F } from 'fp-ts'
import type { HopfieldError } from '../HopfieldError.js'
import type { Model } from '../spec/Model.js'
import { maxUnits } from '../TransitionGraph.js'
import { atRest, energies, recalls } from './Behaviour.js'
import { exhaustive, sampled } from './Descent.js'
import { isFalsified, Semigroup, type Check, type Finding, type Outcome } from './Finding.js'
import { diagonal, symmetric } from './Weights.js'

/** How many updates to try where there are too many to try all, and the seed to draw them from. */
export interface Plan {
  readonly seed: number
  readonly runs: number
}

/** A piece of the work. */
export interface Task {
  readonly check: Check
  readonly run: () => E.Either<HopfieldError, Outcome>
}

const batch = 500

/** The plan in pieces, each with a seed of its own. */
const batches = ({ runs, seed }: Plan): ReadonlyArray<Plan> =>
  Array.from({ length: Math.ceil(runs / batch) }, (_, k) => ({
    seed: (seed + k) >>> 0,
    runs: Math.min(batch, runs - k * batch),
  }))

/** The pieces in the order in which they are told; those of one check stand together. */
export const tasks =
  (plan: Plan) =>
  (model: Model): ReadonlyArray<Task> => {
    const { expect, network, patterns } = model
    const descent = network.size <= maxUnits ? [exhaustive] : batches(plan).map(sampled)
    return [
      { check: 'symmetric', run: () => E.right(symmetric(network)) },
      { check: 'diagonal', run: () => E.right(diagonal(network)) },
      { check: 'patterns', run: () => atRest(model, 'no pattern is stored')(patterns) },
      ...descent.map((look): Task => ({ check: 'descent', run: () => look(model) })),
      { check: 'fixedPoints', run: () => atRest(model, 'nothing is expected')(expect.fixedPoints) },
      { check: 'energies', run: () => energies(model) },
      { check: 'recalls', run: () => recalls(model) },
    ]
  }

/** The findings after one more piece; a check that has been falsified is not looked at again. */
export const step = (
  findings: ReadonlyArray<Finding>,
  { check, run }: Task,
): E.Either<HopfieldError, ReadonlyArray<Finding>> => {
  const last = findings.at(-1)
  if (last?.check !== check) return E.map((outcome: Outcome) => [...findings, { check, outcome }])(run())
  return isFalsified(last)
    ? E.right(findings)
    : E.map((outcome: Outcome) => [
        ...findings.slice(0, -1),
        { check, outcome: Semigroup.concat(last.outcome, outcome) },
      ])(run())
}

/**
 * What there is to find out about a network; the same plan and model always give the same findings.
 *
 * Requires: a model as `Model.fromDocument` makes it
 * Errors:   SizeMismatch, EncodingMismatch, NotAPermutation, of a model whose parts do not fit each other
 * Cost:     O(n²) for the weights; O(2ⁿ·n²) for the energies of at most 16 units, else O(runs · n)
 * Numerics: exact where all numbers are multiples of 2⁻¹⁰; else a rise of the energy counts beyond the rounding error
 * Laws:     network_energy_update_le
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Model, NetworkDocument } from '@engram/hopfield/spec'
 * import { Finding, Verify } from '@engram/hopfield/verify'
 *
 * const oneWay = `{
 *   "kind": "hopfield", "version": 1, "encoding": "bipolar", "tie": "keep",
 *   "couplings": { "kind": "weights", "weights": [[0, 2], [-1, 0]] },
 *   "patterns": [],
 *   "seed": 7
 * }`
 * F.pipe(
 *   NetworkDocument.parse(oneWay),
 *   E.chain(Model.fromDocument),
 *   E.chainW(Verify.verify({ seed: 7, runs: 100 })),
 *   E.map((findings) => findings.filter(Finding.isFalsified).map(({ check }) => check)),
 * ) // => E.right(['symmetric', 'descent'])
 * ```
 */
export const verify =
  (plan: Plan) =>
  (model: Model): E.Either<HopfieldError, ReadonlyArray<Finding>> =>
    tasks(plan)(model).reduce<E.Either<HopfieldError, ReadonlyArray<Finding>>>(
      (findings, task) =>
        F.pipe(
          findings,
          E.chain((sofar) => step(sofar, task)),
        ),
      E.right([]),
    )
