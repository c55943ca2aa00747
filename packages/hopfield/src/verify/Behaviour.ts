/**
 * What a network does, against what it is believed to do.
 *
 * Definitions: `atRest` (states that should be fixed points), `energies`, `recalls`.
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern, Tie } from '@engram/associative-memory'
import * as Energy from '../Energy.js'
import type { HopfieldError } from '../HopfieldError.js'
import { localFields } from '../LocalField.js'
import type { State } from '../Network.js'
import * as Recall from '../Recall.js'
import { scheduleOf, type Expectations, type Model } from '../spec/Model.js'
import * as Finding from './Finding.js'
import type { Subject } from './Move.js'
import { tolerance } from './Rounding.js'

type Result = E.Either<HopfieldError, Finding.Outcome>

/** Asks about one item after another; the first counterexample is the answer. */
const first =
  <A>(reason: Finding.Skipped['reason'], ask: (item: A, index: number) => Result) =>
  (items: ReadonlyArray<A>): Result =>
    items.length === 0
      ? E.right(Finding.skipped(reason))
      : F.pipe(
          items,
          E.traverseReadonlyArrayWithIndex((index, item) => ask(item, index)),
          E.map((outcomes) => outcomes.reduce(Finding.Semigroup.concat)),
        )

const once = Finding.held('every case', 1)

/**
 * Whether no unit leaves any of the states; else the first that does.
 *
 * Errors: SizeMismatch, EncodingMismatch
 * Cost:   O(n²) a state, O(P·n) for implicit couplings
 */
export const atRest = ({ input, network }: Subject, reason: Finding.Skipped['reason']) => {
  const activate = Tie.activate(network.encoding, network.tie)
  return first(reason, (state: State, index) =>
    F.pipe(
      state,
      localFields(network, input),
      E.map(({ data: fields }) => {
        const unit = Array.from(state.data).findIndex((value, i) => activate(fields[i] ?? 0, value) !== value)
        return unit < 0 ? once : Finding.falsified({ _tag: 'Restless', index, state, unit, field: fields[unit] ?? 0 })
      }),
    ),
  )
}

/**
 * Whether the energies are as expected, up to what rounding can explain.
 *
 * Errors:   SizeMismatch, EncodingMismatch
 * Cost:     O(n²) a state, O(P·n) for implicit couplings
 * Numerics: `===` where all numbers are multiples of 2⁻¹⁰, else within the tolerance of Rounding.ts
 */
export const energies = ({ expect, input, network }: Model & Subject): Result => {
  const slack = tolerance(network, input)
  return F.pipe(
    expect.energies,
    first('nothing is expected', ({ energy: expected, state }: Expectations['energies'][number], index) =>
      F.pipe(
        state,
        Energy.energy(network, input),
        E.map((actual) =>
          Math.abs(actual - expected) <= slack
            ? once
            : Finding.falsified({ _tag: 'OtherEnergy', index, state, expected, actual }),
        ),
      ),
    ),
  )
}

/**
 * Whether the recalls end in the expected states, under the schedule and seed of the model.
 *
 * Errors: SizeMismatch, EncodingMismatch, NotAPermutation
 * Cost:   a recall each
 */
export const recalls = (model: Model): Result => {
  const { expect, input, network } = model
  const options: Recall.Options = { schedule: scheduleOf(model), ...(input === undefined ? {} : { input }) }
  return F.pipe(
    expect.recalls,
    first('nothing is expected', ({ from, to: expected }: Expectations['recalls'][number], index) =>
      F.pipe(
        from,
        Recall.recall(options)(network),
        E.map(({ outcome, state: actual }) =>
          Pattern.Eq.equals(actual, expected)
            ? once
            : Finding.falsified({ _tag: 'OtherEnd', index, from, expected, actual, end: outcome._tag }),
        ),
      ),
    ),
  )
}
