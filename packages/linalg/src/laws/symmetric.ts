/**
 * A matrix is taken for symmetric just when it is.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import type { LinalgError } from '../LinalgError.js'
import * as Matrix from '../Matrix.js'
import * as SymmetricMatrix from '../SymmetricMatrix.js'
import { matrix, size } from './arbitraries.js'
import { mapMatrix } from './build.js'

type M = Matrix.Matrix

const source = 'definition of symmetry'

/** Square matrices that are symmetric, or would be but for one entry that is off by a little. */
const almostSymmetric = fc.tuple(size, fc.nat(80), fc.constantFrom(0, 2 ** -30)).chain(([n, k, off]) =>
  matrix(n, n).map((a) =>
    Matrix.unsafeFromFloat64(
      n,
      n,
    )(
      Float64Array.from(a.data, (_, at) => {
        const [i, j] = [Math.floor(at / n), at % n]
        return (a.data[Math.min(i, j) * n + Math.max(i, j)] ?? 0) + (at === k ? off : 0)
      }),
    ),
  ),
)

type Refine = (a: M) => E.Either<LinalgError, M>

export const symmetricIffTransposeEq = Law.law<Refine>({
  id: 'symmetric_iff_transpose_eq',
  statement: 'a square matrix is taken for symmetric just when A = Aᵀ, exactly',
  source,
  hypotheses: [],
  property: (fromMatrix) =>
    fc.property(almostSymmetric, (a) => E.isRight(fromMatrix(a)) === Matrix.Eq.equals(a, Matrix.transpose(a))),
  countermodels: [
    {
      id: 'tolerant',
      description: 'rounds before it compares',
      implementation: (a) => SymmetricMatrix.fromMatrix(mapMatrix((entry) => Math.round(entry * 1e6))(a)),
    },
    { id: 'trusting', description: 'only looks at the sizes', implementation: E.right },
  ],
})

export const symmetricNamesFirst = Law.law<Refine>({
  id: 'symmetric_names_first',
  statement: 'the entry that is named differs from its mirror image, and none before it does',
  source,
  hypotheses: [],
  property: (fromMatrix) =>
    fc.property(
      fc.integer({ min: 2, max: 5 }).chain((n) => matrix(n, n)),
      (a) =>
        F.pipe(
          fromMatrix(a),
          E.match(
            (error) => {
              const mirrored = Matrix.transpose(a).data
              const k = Array.from(a.data).findIndex((each, at) => each !== mirrored[at])
              return (
                error._tag === 'NotSymmetric' &&
                error.row * a.cols + error.col === k &&
                error.actual === a.data[k] &&
                error.expected === mirrored[k]
              )
            },
            () => true,
          ),
        ),
    ),
  countermodels: [
    {
      id: 'mirrored',
      description: 'names row and column the wrong way round',
      implementation: F.flow(
        SymmetricMatrix.fromMatrix,
        E.mapLeft((error) => (error._tag === 'NotSymmetric' ? { ...error, row: error.col, col: error.row } : error)),
      ),
    },
  ],
})

export const clearDiagonalSpec = Law.law<(a: SymmetricMatrix.SymmetricMatrix) => M>({
  id: 'clearDiagonal_spec',
  statement: 'clearing the diagonal zeroes it, changes nothing else, and keeps the matrix symmetric',
  source,
  hypotheses: [],
  property: (clearDiagonal) =>
    fc.property(almostSymmetric, (a) =>
      F.pipe(
        SymmetricMatrix.fromMatrix(a),
        E.match(
          () => true,
          (symmetric) => {
            const cleared = clearDiagonal(symmetric)
            return (
              E.isRight(SymmetricMatrix.zeroDiagonalFromMatrix(cleared)) &&
              Array.from(a.data).every((each, k) => k % (a.cols + 1) === 0 || each === cleared.data[k])
            )
          },
        ),
      ),
    ),
  countermodels: [
    {
      id: 'firstColumn',
      description: 'steps by n through the entries instead of n + 1',
      implementation: (a) => mapMatrix((each, k) => (k % a.cols === 0 ? 0 : each))(a),
    },
  ],
})

export const symmetricClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(symmetricIffTransposeEq, SymmetricMatrix.fromMatrix),
  Check.claim(symmetricNamesFirst, SymmetricMatrix.fromMatrix),
  Check.claim(clearDiagonalSpec, SymmetricMatrix.clearDiagonal),
]
