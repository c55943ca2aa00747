/**
 * How the weights of a network are kept.
 *
 * Definitions: `Dense` (every weight written down), `Sparse` (those that are not 0), and the Hebbian weights
 *              W = Σₚ s(p) s(p)ᵀ (less P·I) that are never built: `Patterns` (the patterns themselves) and `Packed`
 *              (the same, one bit a component). n = 10 000 units then need no 10⁸ weights.
 * Convention:  wᵢⱼ is the weight from unit j to unit i; weights are sums, without the scale of the network.
 * Laws:        couplings_eq, couplings_weight, sparse_eq_dense
 */
import { either as E, function as F } from 'fp-ts'
import { Hebbian, type Pattern, type Trace } from '@engram/associative-memory'
import { Matrix, SignMatrix, SymmetricMatrix, type ReadonlyFloat64 } from '@engram/linalg'
import { find, scatter } from './kernels/sparse.js'

/** Every weight written down. */
export interface Dense {
  readonly _tag: 'Dense'
  readonly weights: Matrix.Matrix
}

/** The Hebbian weights of these patterns, never built. */
export interface Patterns {
  readonly _tag: 'Patterns'
  readonly patterns: ReadonlyArray<Pattern.Bipolar>
  /** `zero` takes the self-couplings wᵢᵢ = P away, `kept` leaves them. */
  readonly diagonal: Diagonal
}

/** The same with the patterns as rows of bits: an eighth of the memory. */
export interface Packed {
  readonly _tag: 'Packed'
  readonly patterns: SignMatrix.SignMatrix<'pattern', 'unit'>
  readonly diagonal: Diagonal
}

/** The weights that are written down, row by row; all others are 0. `Sparse` makes them. */
export interface Sparse {
  readonly _tag: 'Sparse'
  readonly size: number
  /** Row i has the entries from starts[i] up to, but without, starts[i + 1]. */
  readonly starts: Trace.ReadonlyIntegers
  /** Ascending within a row. */
  readonly columns: Trace.ReadonlyIntegers
  readonly weights: ReadonlyFloat64
}

export type Couplings = Dense | Patterns | Packed | Sparse

export type Diagonal = 'zero' | 'kept'

/** Whether no weight is written down because patterns stand for all of them; such weights are symmetric and whole. */
export const areHebbian = (couplings: Couplings): couplings is Patterns | Packed =>
  couplings._tag === 'Patterns' || couplings._tag === 'Packed'

/** How many patterns the weights stand for. */
export const count = (couplings: Patterns | Packed): number =>
  couplings._tag === 'Patterns' ? couplings.patterns.length : couplings.patterns.rows

const noSigns: SignMatrix.SignMatrix<'pattern', 'unit'> = { _tag: 'SignMatrix', rows: 0, cols: 0, words: [] }

/** The patterns as rows of bits. Cost: O(P·n), nothing for what is packed */
export const signs = (couplings: Patterns | Packed): SignMatrix.SignMatrix<'pattern', 'unit'> =>
  couplings._tag === 'Packed'
    ? couplings.patterns
    : F.pipe(
        SignMatrix.fromRows<'pattern', 'unit'>(couplings.patterns.map(({ data }) => data)),
        E.getOrElse(() => noSigns),
      )

/** sᵢ(p) of pattern p and unit i, both of which there are. */
export const signOf = (couplings: Patterns | Packed): ((pattern: number, unit: number) => number) => {
  if (couplings._tag === 'Patterns') return (pattern, unit) => couplings.patterns[pattern]?.data[unit] ?? 0
  const { cols, words } = couplings.patterns
  const width = Math.ceil(cols / 32)
  return (pattern, unit) => 2 * (((words[pattern * width + (unit >>> 5)] ?? 0) >>> (unit & 31)) & 1) - 1
}

/** The same weights with the patterns packed. Cost: O(P·n) */
export const pack = (couplings: Patterns | Packed): Packed => ({
  _tag: 'Packed',
  patterns: signs(couplings),
  diagonal: couplings.diagonal,
})

const dense = ({ size, ...rows }: Sparse): Matrix.Matrix => {
  const data = new Float64Array(size * size)
  scatter(data, rows, size)
  return Matrix.unsafeFromFloat64(size, size)(data)
}

/** The weight matrix. Cost: O(1) for dense couplings, O(n²) for sparse ones, O(P·n²) for patterns */
export const toMatrix = (couplings: Couplings): Matrix.Matrix => {
  switch (couplings._tag) {
    case 'Dense':
      return couplings.weights
    case 'Sparse':
      return dense(couplings)
    case 'Packed': {
      const gram = SignMatrix.gram(couplings.patterns)
      return couplings.diagonal === 'zero' ? SymmetricMatrix.clearDiagonal(gram) : gram
    }
    case 'Patterns':
      return F.pipe(
        couplings.patterns,
        couplings.diagonal === 'zero' ? Hebbian.learnModified : Hebbian.learnAuto,
        E.match(
          () => Matrix.zeros(0, 0),
          (memory) => memory.weights,
        ),
      )
  }
}

const sum = (terms: ReadonlyArray<number>): number => terms.reduce((total, term) => total + term, 0)

const sparseWeight = (sparse: Sparse, i: number, j: number): number => {
  const at = find(sparse, i, j)
  return at < 0 ? 0 : (sparse.weights[at] ?? 0)
}

/**
 * The weight from one unit to another.
 *
 * Requires: units of the network
 * Cost:     O(1); O(P) for patterns; O(log n) for sparse couplings
 * Laws:     couplings_weight
 */
export const weight =
  (couplings: Couplings) =>
  (to: number, from: number): number => {
    switch (couplings._tag) {
      case 'Dense':
        return couplings.weights.data[to * couplings.weights.cols + from] ?? 0
      case 'Sparse':
        return sparseWeight(couplings, to, from)
      default: {
        if (to === from) return couplings.diagonal === 'zero' ? 0 : count(couplings)
        const sign = signOf(couplings)
        return sum(Array.from({ length: count(couplings) }, (_, p) => sign(p, to) * sign(p, from)))
      }
    }
  }

/** The weights of the units to themselves. Cost: O(n), O(n log n) for sparse couplings */
export const diagonalOf = (couplings: Couplings): ReadonlyArray<number> => {
  switch (couplings._tag) {
    case 'Dense':
      return Array.from(Matrix.diagonalOf(couplings.weights).data)
    case 'Sparse':
      return Array.from({ length: couplings.size }, (_, unit) => sparseWeight(couplings, unit, unit))
    default: {
      const length = couplings._tag === 'Packed' ? couplings.patterns.cols : (couplings.patterns[0]?.length ?? 0)
      return Array.from({ length }, () => (couplings.diagonal === 'zero' ? 0 : count(couplings)))
    }
  }
}

/**
 * The first two units, row by row, whose weights to each other differ; nothing if the weights are symmetric.
 *
 * Cost: O(n²); O(m log n) for m sparse couplings; O(1) for patterns
 * Laws: couplings_weight
 */
export const firstAsymmetry = (couplings: Couplings): readonly [number, number] | undefined => {
  switch (couplings._tag) {
    case 'Dense':
      return F.pipe(
        SymmetricMatrix.fromMatrix(couplings.weights),
        E.match(
          (error): readonly [number, number] | undefined =>
            error._tag === 'NotSymmetric' ? [error.row, error.col] : undefined,
          () => undefined,
        ),
      )
    case 'Sparse':
      return firstOneWay(couplings)
    default:
      return undefined
  }
}

const firstOneWay = (sparse: Sparse): readonly [number, number] | undefined => {
  const { columns, size, starts } = sparse
  const mirrored = (i: number): ReadonlyArray<readonly [number, number]> =>
    Array.from({ length: (starts[i + 1] ?? 0) - (starts[i] ?? 0) }, (_, k) => columns[(starts[i] ?? 0) + k] ?? 0)
      .filter((j) => sparseWeight(sparse, i, j) !== sparseWeight(sparse, j, i))
      .map((j) => (i < j ? [i, j] : [j, i]))
  return Array.from({ length: size }, (_, i) => mirrored(i))
    .flat()
    .reduce<readonly [number, number] | undefined>(
      (first, pair) =>
        first === undefined || pair[0] < first[0] || (pair[0] === first[0] && pair[1] < first[1]) ? pair : first,
      undefined,
    )
}
