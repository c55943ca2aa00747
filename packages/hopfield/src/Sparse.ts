/**
 * Couplings between few of the units.
 *
 * Definitions: `Sparse`, the weights that are written down, row by row; all others are 0. They need not be symmetric.
 * Convention:  a coupling is [i, j, wᵢⱼ], from unit j to unit i, with units counted from 0; each pair is given once.
 * Laws:        sparse_eq_dense
 * References:  Vitay, *Hopfield networks*, the five neurons with sparse connectivity.
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix } from '@engram/linalg'
import { toMatrix as matrixOf, type Sparse } from './Couplings.js'
import { outOfRange, type HopfieldError } from './HopfieldError.js'
import { rowStarts, transposeRows } from './kernels/sparse.js'

export type { Sparse } from './Couplings.js'

/** wᵢⱼ as [i, j, wᵢⱼ]. */
export type Coupling = readonly [to: number, from: number, weight: number]

const isUnit = (size: number, unit: number): boolean => Number.isInteger(unit) && unit >= 0 && unit < size

const ascending = (a: Coupling, b: Coupling): number => a[0] - b[0] || a[1] - b[1]

const build = (size: number, sorted: ReadonlyArray<Coupling>): Sparse => {
  const starts = new Int32Array(size + 1)
  rowStarts(
    starts,
    Int32Array.from(sorted, ([to]) => to),
  )
  return {
    _tag: 'Sparse',
    size,
    starts,
    columns: Int32Array.from(sorted, ([, from]) => from),
    weights: Float64Array.from(sorted, ([, , weight]) => weight),
  }
}

const checked =
  (operation: string, size: number) =>
  (couplings: ReadonlyArray<Coupling>): E.Either<HopfieldError, Sparse> => {
    if (!Number.isInteger(size) || size < 1) return E.left(outOfRange(`${operation} (size)`, 'at least one unit', size))
    const stranger = couplings.flatMap(([to, from]) => [to, from]).find((unit) => !isUnit(size, unit))
    if (stranger !== undefined) return E.left(outOfRange(operation, `a unit from 0 to ${size - 1}`, stranger))
    const infinite = couplings.find(([, , weight]) => !Number.isFinite(weight))
    if (infinite !== undefined) return E.left(outOfRange(operation, 'a finite weight', infinite[2]))
    const sorted = couplings.toSorted(ascending)
    const twice = sorted.find(([to, from], k) => sorted[k + 1]?.[0] === to && sorted[k + 1]?.[1] === from)
    return twice === undefined
      ? E.right(build(size, sorted))
      : E.left({ _tag: 'Repeated', operation, expected: 'each coupling once', actual: [twice[0], twice[1]] })
  }

/**
 * Couplings between these units, each in its own direction.
 *
 * Shapes: triples [i, j, wᵢⱼ] in any order → n×n weights
 * Errors: OutOfRange (a size below 1, a unit that does not exist, a weight that is not finite), Repeated
 * Cost:   O(m log m) for m couplings
 * Laws:   sparse_eq_dense
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { HopfieldError, Sparse } from '@engram/hopfield'
 *
 * const ring = Sparse.fromTriples(3)([[0, 2, -1], [1, 0, 1], [2, 1, 1]])
 * F.pipe(ring, E.map(Sparse.toMatrix), E.map(Matrix.toRows)) // => E.right([[0, 0, -1], [1, 0, 0], [0, 1, 0]])
 * E.mapLeft(HopfieldError.render)(Sparse.fromTriples(2)([[0, 2, 1]])) // => E.left('Sparse.fromTriples: expected a unit from 0 to 1, got 2')
 * ```
 */
export const fromTriples = (size: number): ((couplings: ReadonlyArray<Coupling>) => E.Either<HopfieldError, Sparse>) =>
  checked('Sparse.fromTriples', size)

/**
 * Couplings between these units, each in both directions.
 *
 * Formula: wᵢⱼ = wⱼᵢ
 * Errors:  as `fromTriples`; Repeated also for a pair that is given in both orders
 * Cost:    O(m log m) for m pairs
 * Laws:    sparse_eq_dense
 *
 * The five neurons of lecture V. Its figure is missing; the three potentials that its text works out name these seven
 * couplings. Neuron 3 feels +1 and turns over, and the network rests.
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Vector } from '@engram/linalg'
 * import { Pattern } from '@engram/associative-memory'
 * import { LocalField, Network, Sparse } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('start', Pattern.bipolar([1, -1, 1, -1, -1])),
 *   E.bindW('couplings', () =>
 *     Sparse.symmetric(5)([[0, 1, -4], [0, 2, 3], [0, 3, 4], [1, 3, 3], [1, 4, 3], [2, 3, -1], [3, 4, -1]]),
 *   ),
 *   E.bindW('network', ({ couplings }) => Network.fromSparse({ encoding: 'bipolar' })(couplings)),
 *   E.chainW(({ network, start }) => LocalField.localFields(network)(start)),
 *   E.map(Vector.toArray),
 * ) // => E.right([3, -10, 4, 1, -2])
 * ```
 */
export const symmetric =
  (size: number) =>
  (pairs: ReadonlyArray<Coupling>): E.Either<HopfieldError, Sparse> =>
    checked(
      'Sparse.symmetric',
      size,
    )(
      pairs.flatMap(([i, j, weight]): ReadonlyArray<Coupling> =>
        i === j
          ? [[i, j, weight]]
          : [
              [i, j, weight],
              [j, i, weight],
            ],
      ),
    )

/**
 * Couplings from a list for each unit of those that act on it.
 *
 * Shapes: row i has the pairs [j, wᵢⱼ]
 * Errors: as `fromTriples`
 * Laws:   sparse_eq_dense
 */
export const fromRows = (
  rows: ReadonlyArray<ReadonlyArray<readonly [from: number, weight: number]>>,
): E.Either<HopfieldError, Sparse> =>
  checked(
    'Sparse.fromRows',
    rows.length,
  )(rows.flatMap((row, to) => row.map(([from, weight]): Coupling => [to, from, weight])))

/**
 * The weights of a matrix that are not 0.
 *
 * Errors: NotSquare; OutOfRange (no unit)
 * Cost:   O(n²)
 * Laws:   sparse_eq_dense
 */
export const fromMatrix = (weights: Matrix.Matrix): E.Either<HopfieldError, Sparse> => {
  const operation = 'Sparse.fromMatrix'
  const { cols, rows } = weights
  return rows === cols
    ? checked(
        operation,
        rows,
      )(
        Matrix.toRows(weights).flatMap((row, to) =>
          row.flatMap((weight, from): ReadonlyArray<Coupling> => (weight === 0 ? [] : [[to, from, weight]])),
        ),
      )
    : E.left({ _tag: 'NotSquare', operation, expected: 'as many columns as rows', actual: [rows, cols] })
}

/** The weights as a matrix. Cost: O(n²) */
export const toMatrix: (sparse: Sparse) => Matrix.Matrix = matrixOf

/** The couplings as triples, row by row. Cost: O(m) */
export const toTriples = ({ columns, size, starts, weights }: Sparse): ReadonlyArray<Coupling> =>
  F.pipe(
    Array.from({ length: size }, (_, to) =>
      Array.from({ length: (starts[to + 1] ?? 0) - (starts[to] ?? 0) }, (__, k): Coupling => {
        const at = (starts[to] ?? 0) + k
        return [to, columns[at] ?? 0, weights[at] ?? 0]
      }),
    ),
    (rows) => rows.flat(),
  )

/**
 * The same couplings with their directions turned round.
 *
 * Formula: wⱼᵢ for wᵢⱼ
 * Cost:    O(n + m)
 * Laws:    sparse_eq_dense
 */
export const transpose = (sparse: Sparse): Sparse => {
  const { columns, size } = sparse
  const turned = {
    starts: new Int32Array(size + 1),
    columns: new Int32Array(columns.length),
    weights: new Float64Array(columns.length),
  }
  transposeRows(turned.starts, turned.columns, turned.weights, new Int32Array(size), sparse)
  return { _tag: 'Sparse', size, ...turned }
}
