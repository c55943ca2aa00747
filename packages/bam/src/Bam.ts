/**
 * Bidirectional associative memories as data.
 *
 * Definitions: layer X of n units and layer Y of m units; every unit of one is coupled to every unit of the other by
 *              wᵢⱼ, in both directions alike, and none to its own layer. Couplings are a weight matrix (`Dense`), the
 *              stored pairs themselves, a bit a component (`Patterns`), from which W = Σₚ s(p) t(p)ᵀ is never built, or
 *              one matrix for each direction (`TwoWay`), which is more than a bidirectional memory has and costs it its
 *              energy.
 * Convention:  W is n × m as in the lectures: y = f(xᵀW), x = f(Wy). Weights are sums, never divided by a count.
 *              A threshold is subtracted from the sum.
 * Laws:        bam_weights_eq_reference, bam_couplings_eq, bam_transpose, bam_binary_eq_bipolar
 * References:  Kosko (1988); Fausett (1994) §3.5; lecture M, "Bidirectional Associative Memory".
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern, type Tie } from '@engram/associative-memory'
import { Matrix, Vector } from '@engram/linalg'
import { empty, sizeMismatch, type BamError } from './BamError.js'
import { forward, hebbian, implicit, turned, type Couplings } from './couplings.js'
import type { Pair, Sizes } from './Pair.js'

export type { Couplings, Dense, Packed, Patterns, TwoWay } from './couplings.js'

export interface Thresholds {
  readonly x: Vector.Vector
  readonly y: Vector.Vector
}

export interface Bam {
  readonly _tag: 'Bam'
  readonly sizes: Sizes
  /** Of both layers. */
  readonly encoding: Tie.Encoding
  /** What a unit does in a field of exactly 0. */
  readonly tie: Tie.Tie
  readonly couplings: Couplings
  readonly thresholds: Thresholds
}

/** What is stored: complete patterns, all of one encoding. */
export type StoredPair = Pair<Pattern.Pattern>

/** How a memory is set up. Everything has a default: tie `keep` as in the lecture, thresholds 0. */
export interface Settings {
  readonly tie?: Tie.Tie
  readonly thresholds?: { readonly x?: Vector.Vector; readonly y?: Vector.Vector }
}

export interface Storage extends Settings {
  /** Weights written down by default. */
  readonly couplings?: 'dense' | 'patterns'
}

/** The encoding in which a pattern is written. */
export const encodingOf = (pattern: Pattern.Pattern): Tie.Encoding =>
  Pattern.isBipolar(pattern) ? 'bipolar' : 'binary'

/** The sizes and the encoding that all pairs have. Errors: Empty, SizeMismatch, EncodingMismatch */
export const shapeOf =
  (operation: string) =>
  (
    pairs: ReadonlyArray<StoredPair>,
  ): E.Either<BamError, { readonly sizes: Sizes; readonly encoding: Tie.Encoding }> => {
    const first = pairs[0]
    if (first === undefined) return E.left(empty(operation, 'at least one pair'))
    const sizes: Sizes = { x: first.x.length, y: first.y.length }
    const oddX = pairs.find(({ x }) => x.length !== sizes.x)
    if (oddX !== undefined) return E.left(sizeMismatch(`${operation} (x)`, sizes.x, oddX.x.length))
    const oddY = pairs.find(({ y }) => y.length !== sizes.y)
    if (oddY !== undefined) return E.left(sizeMismatch(`${operation} (y)`, sizes.y, oddY.y.length))
    const { _tag } = first.x
    const other = pairs.flatMap(({ x, y }) => [x, y]).find((pattern) => pattern._tag !== _tag)
    return other === undefined
      ? E.right({ sizes, encoding: encodingOf(first.x) })
      : E.left({
          _tag: 'EncodingMismatch',
          operation,
          expected: `${_tag} patterns throughout`,
          actual: other._tag,
        })
  }

const ofLength = (operation: string, size: number, vector?: Vector.Vector): E.Either<BamError, Vector.Vector> =>
  vector === undefined
    ? E.right(Vector.zeros(size))
    : vector.length === size
      ? E.right(vector)
      : E.left(sizeMismatch(operation, size, vector.length))

const assemble = (
  operation: string,
  sizes: Sizes,
  encoding: Tie.Encoding,
  couplings: Couplings,
  { tie = 'keep', thresholds = {} }: Settings,
): E.Either<BamError, Bam> =>
  F.pipe(
    E.Do,
    E.apS('x', ofLength(`${operation} (thresholds of x)`, sizes.x, thresholds.x)),
    E.apS('y', ofLength(`${operation} (thresholds of y)`, sizes.y, thresholds.y)),
    E.map((checked) => ({ _tag: 'Bam', sizes, encoding, tie, couplings, thresholds: checked })),
  )

/**
 * A memory that stores pairs by Hebb's rule.
 *
 * Formula:  wᵢⱼ = Σₚ sᵢ(p) tⱼ(p) for bipolar, Σₚ (2sᵢ(p)−1)(2tⱼ(p)−1) for binary pairs
 * Shapes:   P pairs of patterns [n], [m] → W [n, m]
 * Errors:   Empty (no pairs), SizeMismatch, EncodingMismatch (binary beside bipolar)
 * Cost:     O(P·n·m / 32), or O(P·(n + m)) with `couplings: 'patterns'`
 * Numerics: exact
 * Laws:     bam_weights_eq_reference, bam_couplings_eq, bam_stored_of_orthogonal
 * Source:   lecture M, "Setting the weights"; Kosko (1988)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { Pattern } from '@engram/associative-memory'
 * import { Bam } from '@engram/bam'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('x', Pattern.binary([1, 0, 1])),
 *   E.apS('y', Pattern.binary([0, 1])),
 *   E.chainW((pair) => Bam.fromPairs({})([pair])),
 *   E.map((bam) => Matrix.toRows(Bam.weights(bam))),
 * ) // => E.right([[-1, 1], [1, -1], [-1, 1]])
 * ```
 */
export const fromPairs =
  (storage: Storage) =>
  (pairs: ReadonlyArray<StoredPair>): E.Either<BamError, Bam> =>
    F.pipe(
      pairs,
      shapeOf('Bam.fromPairs'),
      E.chain(({ sizes, encoding }) => {
        const patterns = implicit(pairs, sizes)
        return assemble(
          'Bam.fromPairs',
          sizes,
          encoding,
          storage.couplings === 'patterns' ? patterns : { _tag: 'Dense', weights: hebbian(patterns) },
          storage,
        )
      }),
    )

/** What weights do not tell. */
export interface Explicit extends Settings {
  readonly encoding: Tie.Encoding
}

const fromCouplings =
  (operation: string, { encoding, ...settings }: Explicit, couplings: Couplings) =>
  ({ rows, cols }: Matrix.Matrix): E.Either<BamError, Bam> =>
    rows === 0 || cols === 0
      ? E.left(empty(operation, 'at least one unit in each layer'))
      : assemble(operation, { x: rows, y: cols }, encoding, couplings, settings)

/**
 * A memory with given weights, any real ones.
 *
 * Shapes: W [n, m]
 * Errors: Empty, SizeMismatch (thresholds)
 * Cost:   O(n + m)
 */
export const fromWeights =
  (settings: Explicit) =>
  (weightMatrix: Matrix.Matrix): E.Either<BamError, Bam> =>
    fromCouplings('Bam.fromWeights', settings, { _tag: 'Dense', weights: weightMatrix })(weightMatrix)

/**
 * A memory with other weights from Y to X than from X to Y. It need not come to rest.
 *
 * Shapes: both [n, m]
 * Errors: ShapeMismatch, Empty, SizeMismatch (thresholds)
 */
export const fromTwoWeights =
  (settings: Explicit) =>
  (forward: Matrix.Matrix, backward: Matrix.Matrix): E.Either<BamError, Bam> => {
    const operation = 'Bam.fromTwoWeights'
    return forward.rows === backward.rows && forward.cols === backward.cols
      ? fromCouplings(operation, settings, { _tag: 'TwoWay', forward, backward })(forward)
      : E.left({
          _tag: 'ShapeMismatch',
          operation,
          expected: [forward.rows, forward.cols],
          actual: [backward.rows, backward.cols],
        })
  }

/** The weights from X to Y. Cost: O(1), or O(P·n·m / 32) where they are not written down */
export const weights = ({ couplings }: Bam): Matrix.Matrix => forward(couplings)

/** The same memory with the layers exchanged: Wᵀ. Laws: bam_transpose */
export const transpose = (bam: Bam): Bam => ({
  ...bam,
  sizes: { x: bam.sizes.y, y: bam.sizes.x },
  couplings: turned(bam.couplings),
  thresholds: { x: bam.thresholds.y, y: bam.thresholds.x },
})

const sums = (a: Matrix.Matrix, axis: 'rows' | 'cols'): ReadonlyArray<number> =>
  Matrix.toRows(axis === 'rows' ? a : Matrix.transpose(a)).map((row) => row.reduce((sum, w) => sum + w, 0))

const halved = (theta: Vector.Vector, strengths: ReadonlyArray<number>): Vector.Vector =>
  Vector.unsafeFromFloat64(Float64Array.from(theta.data, (value, i) => (value + (strengths[i] ?? 0)) / 2))

/**
 * The memory of binary units that does what this one does with bipolar ones, +1 being 1 and −1 being 0.
 *
 * With the weights alone, as the lecture has it, it would not: 0 is silent where −1 speaks.
 *
 * Formula:  θ′xᵢ = ½ (Σⱼ wᵢⱼ + θxᵢ), θ′yⱼ = ½ (Σᵢ wᵢⱼ + θyⱼ); a binary memory is itself
 * Cost:     O(n·m), builds weights that are not written down
 * Laws:     bam_binary_eq_bipolar
 */
export const toBinary = (bam: Bam): Bam => {
  const { couplings, encoding, thresholds } = bam
  const there = weights(bam)
  const back = couplings._tag === 'TwoWay' ? couplings.backward : there
  return encoding === 'binary'
    ? bam
    : {
        ...bam,
        encoding: 'binary',
        thresholds: {
          x: halved(thresholds.x, sums(back, 'rows')),
          y: halved(thresholds.y, sums(there, 'cols')),
        },
      }
}
