/**
 * Hopfield networks as data.
 *
 * Definitions: n units, each coupled to the others by wᵢⱼ (from j to i), with threshold θᵢ (a bias bᵢ is −θᵢ).
 *              Couplings are written down (`Dense`, `Sparse`) or kept as the stored patterns (`Patterns`, `Packed`).
 * Convention:  weights are sums, not means: they stay integers. `scale` is the separate factor 1, 1/P or 1/n that
 *              multiplies them where they meet thresholds and input.
 * Laws:        weights_eq_reference, weights_binary_eq_bipolar, weights_neg, weights_append, couplings_eq
 * References:  Hopfield (1982); Fausett (1994) §3.4.4; Vitay, *Hopfield networks*, "Storing patterns".
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern, type Tie as TieModule } from '@engram/associative-memory'
import { Vector, type Matrix, type SignMatrix } from '@engram/linalg'
import * as Couplings from './Couplings.js'
import { outOfRange, sizeMismatch, type HopfieldError } from './HopfieldError.js'

/** What a unit does in a field of exactly 0. Answering 0, as `sign(0)` would, is no choice: 0 is not a state of a unit. */
export type Tie = Exclude<TieModule.Tie, 'zero'>

export type Encoding = TieModule.Encoding

export type { Couplings, Dense, Diagonal, Packed, Patterns, Sparse } from './Couplings.js'

export interface Network {
  readonly _tag: 'Hopfield'
  readonly size: number
  readonly encoding: Encoding
  readonly tie: Tie
  readonly couplings: Couplings.Couplings
  /** Factor of the couplings; positive. */
  readonly scale: number
  readonly thresholds: Vector.Vector
}

/** A state of a network: one value a unit, in the network's encoding. */
export type State = Pattern.Pattern

/** How a network is made from patterns. Everything has a default: bipolar units as the patterns are, tie `keep`. */
export interface Storage {
  readonly diagonal?: Couplings.Diagonal
  /** How the weights are kept: `dense` by default; the run is the same. */
  readonly couplings?: 'dense' | 'patterns' | 'packed'
  readonly tie?: Tie
  readonly scale?: number
  /** One threshold per unit; all 0 by default. */
  readonly thresholds?: Vector.Vector
}

const positive = (operation: string, scale: number): E.Either<HopfieldError, number> =>
  scale > 0 && Number.isFinite(scale) ? E.right(scale) : E.left(outOfRange(operation, 'a positive finite scale', scale))

const ofLength = (
  operation: string,
  expected: number,
  vector: Vector.Vector,
): E.Either<HopfieldError, Vector.Vector> =>
  vector.length === expected ? E.right(vector) : E.left(sizeMismatch(operation, expected, vector.length))

const assemble = (
  operation: string,
  size: number,
  encoding: Encoding,
  couplings: Couplings.Couplings,
  { scale = 1, tie = 'keep', thresholds = Vector.zeros(size) }: Storage,
): E.Either<HopfieldError, Network> =>
  F.pipe(
    E.Do,
    E.apS('scale', positive(operation, scale)),
    E.apS('thresholds', ofLength(`${operation} (thresholds)`, size, thresholds)),
    E.map((checked) => ({ _tag: 'Hopfield', size, encoding, tie, couplings, ...checked })),
  )

/**
 * A network that stores patterns by Hebb's rule.
 *
 * Formula:  wᵢⱼ = Σₚ sᵢ(p) sⱼ(p) for bipolar, Σₚ (2sᵢ(p)−1)(2sⱼ(p)−1) for binary patterns; wᵢᵢ = 0 unless kept
 * Shapes:   P patterns [n] → n units of the encoding of the first pattern
 * Errors:   Empty (no patterns), SizeMismatch, EncodingMismatch (binary beside bipolar), OutOfRange (scale)
 * Cost:     O(P·n²), or O(P·n) with `couplings: 'patterns'` or `'packed'`
 * Numerics: exact
 * Laws:     weights_eq_reference, weights_binary_eq_bipolar, weights_neg, weights_append, couplings_eq
 * Source:   Fausett (1994) §3.4.4; Hopfield (1982), eq. 2
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { Pattern } from '@engram/associative-memory'
 * import { Network } from '@engram/hopfield'
 *
 * F.pipe(
 *   Pattern.bipolar([1, 1, 1, -1]),
 *   E.map((pattern) => Network.fromPatterns({})([pattern])),
 *   E.chainW(E.map((network) => Matrix.toRows(Network.weights(network)))),
 * ) // => E.right([[0, 1, 1, -1], [1, 0, 1, -1], [1, 1, 0, -1], [-1, -1, -1, 0]])
 * ```
 */
export const fromPatterns =
  (storage: Storage) =>
  (patterns: ReadonlyArray<Pattern.Pattern>): E.Either<HopfieldError, Network> => {
    const operation = 'Network.fromPatterns'
    const first = patterns[0]
    if (first === undefined)
      return E.left({ _tag: 'Empty', operation, expected: 'at least one pattern', actual: 'none' })
    const longer = patterns.find((pattern) => pattern.length !== first.length)
    if (longer !== undefined) return E.left(sizeMismatch(operation, first.length, longer.length))
    const other = patterns.find((pattern) => pattern._tag !== first._tag)
    if (other !== undefined)
      return E.left({
        _tag: 'EncodingMismatch',
        operation,
        expected: `${first._tag} patterns throughout`,
        actual: other._tag,
      })
    const { diagonal = 'zero', couplings = 'dense' } = storage
    const implicit: Couplings.Patterns = { _tag: 'Patterns', patterns: patterns.map(Pattern.toBipolar), diagonal }
    return assemble(operation, first.length, encodingOf(first), kept(couplings)(implicit), storage)
  }

const kept = (how: NonNullable<Storage['couplings']>): ((implicit: Couplings.Patterns) => Couplings.Couplings) => {
  switch (how) {
    case 'dense':
      return (implicit) => ({ _tag: 'Dense', weights: Couplings.toMatrix(implicit) })
    case 'patterns':
      return F.identity
    case 'packed':
      return Couplings.pack
  }
}

/**
 * A network that stores patterns given as rows of signs, by Hebb's rule; its weights are never built.
 *
 * Formula: wᵢⱼ = Σₚ sₚᵢ sₚⱼ; wᵢᵢ = 0 unless kept
 * Shapes:  P×n signs → n units
 * Errors:  Empty (no patterns, no units), SizeMismatch (thresholds), OutOfRange (scale)
 * Cost:    O(n)
 * Laws:    couplings_eq
 */
export const fromSigns =
  (storage: Omit<Storage, 'couplings'> & { readonly encoding: Encoding }) =>
  (patterns: SignMatrix.SignMatrix<'pattern', 'unit'>): E.Either<HopfieldError, Network> => {
    const operation = 'Network.fromSigns'
    const { diagonal = 'zero', encoding } = storage
    return patterns.rows === 0 || patterns.cols === 0
      ? E.left({ _tag: 'Empty', operation, expected: 'at least one pattern and one unit', actual: 'none' })
      : assemble(operation, patterns.cols, encoding, { _tag: 'Packed', patterns, diagonal }, storage)
  }

/**
 * A network with given weights.
 *
 * Nothing is asked of the weights but that they form a square of finite numbers: an asymmetric matrix is a network too,
 * though not one whose energy must fall.
 *
 * Shapes: W [n, n], wᵢⱼ from unit j to unit i
 * Errors: NotSquare, Empty, SizeMismatch (thresholds), OutOfRange (scale)
 * Cost:   O(n)
 */
export const fromWeights =
  (storage: Omit<Storage, 'diagonal' | 'couplings'> & { readonly encoding: Encoding }) =>
  (weightMatrix: Matrix.Matrix): E.Either<HopfieldError, Network> => {
    const operation = 'Network.fromWeights'
    const { rows, cols } = weightMatrix
    if (rows !== cols)
      return E.left({ _tag: 'NotSquare', operation, expected: 'as many columns as rows', actual: [rows, cols] })
    return rows === 0
      ? E.left({ _tag: 'Empty', operation, expected: 'at least one unit', actual: 'none' })
      : assemble(operation, rows, storage.encoding, { _tag: 'Dense', weights: weightMatrix }, storage)
  }

/**
 * A network with the given couplings and none besides.
 *
 * Errors: SizeMismatch (thresholds), OutOfRange (scale)
 * Cost:   O(n)
 * Laws:   sparse_eq_dense
 * Source: Vitay, *Hopfield networks*, five neurons with sparse connectivity
 */
export const fromSparse =
  (storage: Omit<Storage, 'diagonal' | 'couplings'> & { readonly encoding: Encoding }) =>
  (couplings: Couplings.Sparse): E.Either<HopfieldError, Network> =>
    assemble('Network.fromSparse', couplings.size, storage.encoding, couplings, storage)

/** The encoding in which a state is written. */
export const encodingOf = (state: State): Encoding => (Pattern.isBipolar(state) ? 'bipolar' : 'binary')

/** A state of the network's encoding from its values, which the caller has proved to be in the alphabet. */
export const unsafeState =
  (network: Network) =>
  (values: Int8Array): State =>
    network.encoding === 'bipolar' ? Pattern.unsafePattern('Bipolar', values) : Pattern.unsafePattern('Binary', values)

/** The weight matrix, without the scale. Cost: O(1) for dense couplings, else as `Couplings.toMatrix` */
export const weights = ({ couplings }: Network): Matrix.Matrix => Couplings.toMatrix(couplings)

/** The same network with its weights written down. */
export const toDense = (network: Network): Network => ({
  ...network,
  couplings: { _tag: 'Dense', weights: weights(network) },
})

/** Two units whose couplings to each other differ, or nothing if the weights are symmetric. Cost: O(n²) at most */
export const firstAsymmetry = ({ couplings }: Network): readonly [number, number] | undefined =>
  Couplings.firstAsymmetry(couplings)
