/**
 * Learning and forgetting one pattern at a time.
 *
 * Definitions: `imprint` adds ε (s sᵀ − I) to the weights, `forget` takes it away again. Weights are sums, so patterns may
 *              come in any order, one by one or all at once, and forgetting undoes imprinting.
 * Convention:  bipolar values sᵢ, 2s − 1 for binary patterns. Implicit couplings stay implicit where ε is 1: a pattern
 *              more in the list, or one less, packed or not. Whatever else is done to them writes their weights down.
 * Laws:        imprint_eq_batch, forget_imprint, forget_eq_imprint_neg
 * References:  Vitay, *Hopfield networks*, "Learning can be online", where 1/P and −I are missing from the step.
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { Matrix, SignMatrix } from '@engram/linalg'
import { areHebbian, count, signs } from './Couplings.js'
import { outOfRange, sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { addOuter } from './kernels/outer.js'
import { encodingOf, weights, type Diagonal, type Network, type Packed, type Patterns, type State } from './Network.js'

export interface Options {
  /** How much of the pattern: 1 by default. Powers of two keep whole weights exact. */
  readonly amount?: number
  /** Whether written weights get the self-couplings too: `zero` by default. Implicit couplings have their own. */
  readonly diagonal?: Diagonal
}

/** The values sᵢ of a pattern that belongs to the network. Errors: SizeMismatch, EncodingMismatch */
export const valuesFor =
  (operation: string, { size, encoding }: Network) =>
  (pattern: State): E.Either<HopfieldError, Pattern.Bipolar> => {
    if (pattern.length !== size) return E.left(sizeMismatch(`${operation} (pattern)`, size, pattern.length))
    return encodingOf(pattern) === encoding
      ? E.right(Pattern.toBipolar(pattern))
      : E.left({
          _tag: 'EncodingMismatch',
          operation,
          expected: `a ${encoding} pattern`,
          actual: encodingOf(pattern),
        })
  }

const written = (network: Network, spins: Pattern.Bipolar, amount: number, diagonal: Diagonal): Network => {
  const { size } = network
  const data = Float64Array.from(weights(network).data)
  addOuter(data, spins.data, amount, size, diagonal === 'kept' ? 1 : 0)
  return { ...network, couplings: { _tag: 'Dense', weights: Matrix.unsafeFromFloat64(size, size)(data) } }
}

/** The pattern as a row of bits. */
const rowOf = (spins: Pattern.Bipolar): SignMatrix.SignMatrix<'pattern', 'unit'> =>
  signs({ _tag: 'Patterns', patterns: [spins], diagonal: 'zero' })

/** Where the pattern, or its reverse, which has the same weights, stands in the list; −1 if it does not. */
const placeOf = (couplings: Patterns | Packed, spins: Pattern.Bipolar): number => {
  if (couplings._tag === 'Packed')
    return F.pipe(
      SignMatrix.matMulTranspose(couplings.patterns)(rowOf(spins)),
      E.match(
        () => -1,
        (overlaps) => Array.from(overlaps.data).findLastIndex((overlap) => Math.abs(overlap) === spins.length),
      ),
    )
  const reversed = Pattern.negate(spins)
  return couplings.patterns.findLastIndex(
    (each) => Pattern.equalComponents(each, spins) || Pattern.equalComponents(each, reversed),
  )
}

/** One pattern more. */
const joined = (couplings: Patterns | Packed, spins: Pattern.Bipolar): Patterns | Packed =>
  couplings._tag === 'Packed'
    ? {
        ...couplings,
        patterns: F.pipe(
          couplings.patterns,
          SignMatrix.append(rowOf(spins)),
          // Not reached: the pattern has the size of the network.
          E.getOrElse(() => couplings.patterns),
        ),
      }
    : { ...couplings, patterns: [...couplings.patterns, spins] }

/** The pattern in this place less. */
const parted = (couplings: Patterns | Packed, place: number): Patterns | Packed =>
  couplings._tag === 'Packed'
    ? { ...couplings, patterns: SignMatrix.withoutRow(place)(couplings.patterns) }
    : { ...couplings, patterns: couplings.patterns.toSpliced(place, 1) }

const changed = (network: Network, spins: Pattern.Bipolar, amount: number, diagonal: Diagonal): Network => {
  const { couplings } = network
  if (!areHebbian(couplings)) return written(network, spins, amount, diagonal)
  if (amount === 1) return { ...network, couplings: joined(couplings, spins) }
  const place = amount === -1 ? placeOf(couplings, spins) : -1
  // The last pattern leaves the weights 0, which a list of none could not say the size of.
  return place < 0 || count(couplings) === 1
    ? written(network, spins, amount, couplings.diagonal)
    : { ...network, couplings: parted(couplings, place) }
}

const change =
  (operation: string, sign: 1 | -1) =>
  ({ amount = 1, diagonal = 'zero' }: Options) =>
  (pattern: State) =>
  (network: Network): E.Either<HopfieldError, Network> =>
    Number.isFinite(amount)
      ? F.pipe(
          pattern,
          valuesFor(operation, network),
          E.map((spins) => changed(network, spins, sign * amount, diagonal)),
        )
      : E.left(outOfRange(`${operation} (amount)`, 'a finite number', amount))

/**
 * One more pattern, learnt by Hebb's rule.
 *
 * Formula:  W ← W + ε (s sᵀ − I)
 * Errors:   SizeMismatch, EncodingMismatch, OutOfRange (amount)
 * Cost:     O(n²); O(P) for implicit couplings, O(P·n/32) for packed ones
 * Numerics: exact for whole weights and ε a power of two
 * Laws:     imprint_eq_batch, forget_imprint
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { Pattern } from '@engram/associative-memory'
 * import { Network, Online } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('first', Pattern.bipolar([1, 1, -1])),
 *   E.apS('second', Pattern.bipolar([1, -1, -1])),
 *   E.bindW('network', ({ first }) => Network.fromPatterns({})([first])),
 *   E.chainW(({ network, second }) => Online.imprint({})(second)(network)),
 *   E.map((network) => Matrix.toRows(Network.weights(network))),
 * ) // => E.right([[0, 0, -2], [0, 0, 0], [-2, 0, 0]])
 * ```
 */
export const imprint: (options: Options) => (pattern: State) => (network: Network) => E.Either<HopfieldError, Network> =
  change('Online.imprint', 1)

/**
 * One pattern less: what `imprint` did is undone, whatever was learnt since.
 *
 * Formula:  W ← W − ε (s sᵀ − I)
 * Errors:   SizeMismatch, EncodingMismatch, OutOfRange (amount)
 * Cost:     O(n²); O(P·n) for implicit couplings that hold the pattern or its reverse
 * Numerics: exact for whole weights and ε a power of two
 * Laws:     forget_imprint, forget_eq_imprint_neg, dream_margin
 */
export const forget: (options: Options) => (pattern: State) => (network: Network) => E.Either<HopfieldError, Network> =
  change('Online.forget', -1)
