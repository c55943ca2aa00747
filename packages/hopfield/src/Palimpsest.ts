/**
 * A memory that writes over what is old: Hebb's rule with bounded weights.
 *
 * Definitions: each pattern adds ε (s sᵀ − I) to the weights, and each weight is then brought back between −A and A. New
 *              patterns rub the old ones out one by one, where plain Hebb, beyond its capacity, loses all of them at once.
 * Convention:  A large bound keeps more patterns, each more faintly: with A/ε from 1 to about √n/2 the newest few of any
 *              number are recalled. With A ≤ ε the newest is a fixed point whatever came before.
 * Laws:        palimpsest_eq_reference, palimpsest_eq_hebb, palimpsest_unclipped, palimpsest_newest,
 *              palimpsest_newest_margin, palimpsest_lifetime, palimpsest_forgets, episodes_remembered
 * References:  Parisi (1986), "A memory which forgets"; Nadal, Toulouse, Changeux and Dehaene (1986), "Networks of formal
 *              neurons and memory palimpsests".
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix } from '@engram/linalg'
import { MemoryError, type Pattern } from '@engram/associative-memory'
import { outOfRange, type HopfieldError } from './HopfieldError.js'
import { addOuterWithin } from './kernels/outer.js'
import { encodingOf, fromWeights, weights, type Network, type State } from './Network.js'
import { valuesFor } from './Online.js'

export interface Options {
  /** A, positive; ∞ is plain Hebb. */
  readonly bound: number
  /** ε, positive: 1 by default. */
  readonly amount?: number
}

interface Checked {
  readonly bound: number
  readonly amount: number
}

const checked = (operation: string, { bound, amount = 1 }: Options): E.Either<HopfieldError, Checked> => {
  if (!(bound > 0)) return E.left(outOfRange(`${operation} (bound)`, 'a positive number', bound))
  return amount > 0 && Number.isFinite(amount)
    ? E.right({ bound, amount })
    : E.left(outOfRange(`${operation} (amount)`, 'a positive finite number', amount))
}

const written = (network: Network, stream: ReadonlyArray<Pattern.Bipolar>, { bound, amount }: Checked): Network => {
  const { size } = network
  const data = Float64Array.from(weights(network).data)
  stream.forEach((spins) => addOuterWithin(data, spins.data, amount, bound, size))
  return { ...network, couplings: { _tag: 'Dense', weights: Matrix.unsafeFromFloat64(size, size)(data) } }
}

/**
 * One more pattern, within bounds.
 *
 * Formula:  wᵢⱼ ← min(A, max(−A, wᵢⱼ + ε sᵢsⱼ)) for i ≠ j
 * Errors:   OutOfRange (bound, amount), SizeMismatch, EncodingMismatch
 * Cost:     O(n²)
 * Numerics: exact for whole weights and bounds, and ε a power of two
 * Laws:     palimpsest_eq_reference, palimpsest_unclipped, palimpsest_newest_margin, palimpsest_lifetime
 */
export const imprint =
  (options: Options) =>
  (pattern: State) =>
  (network: Network): E.Either<HopfieldError, Network> =>
    F.pipe(
      E.Do,
      E.apS('checked', checked('Palimpsest.imprint', options)),
      E.apSW('spins', valuesFor('Palimpsest.imprint', network)(pattern)),
      E.map(({ checked, spins }) => written(network, [spins], checked)),
    )

/**
 * The network after a stream of patterns, the newest last.
 *
 * Errors:   Empty, OutOfRange (bound, amount), SizeMismatch, EncodingMismatch
 * Cost:     O(P·n²)
 * Numerics: as `imprint`
 * Laws:     palimpsest_eq_reference, palimpsest_eq_hebb
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { Pattern } from '@engram/associative-memory'
 * import { Network, Palimpsest } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.traverseArray(Pattern.bipolar)([[1, 1, 1], [1, 1, -1], [1, 1, 1]]),
 *   E.chainW(Palimpsest.learn({ bound: 2 })),
 *   E.map((network) => Matrix.toRows(Network.weights(network))),
 * ) // => E.right([[0, 2, 1], [2, 0, 1], [1, 1, 0]])
 * ```
 */
export const learn =
  (options: Options) =>
  (stream: ReadonlyArray<State>): E.Either<HopfieldError, Network> =>
    F.pipe(
      E.Do,
      E.apS('checked', checked('Palimpsest.learn', options)),
      E.apSW('first', MemoryError.firstOf('Palimpsest.learn', 'at least one pattern')(stream)),
      E.bindW('network', ({ first }) =>
        fromWeights({ encoding: encodingOf(first) })(Matrix.zeros(first.length, first.length)),
      ),
      E.bindW('spins', ({ network }) => E.traverseArray(valuesFor('Palimpsest.learn', network))(stream)),
      E.map(({ checked, network, spins }) => written(network, spins, checked)),
    )
