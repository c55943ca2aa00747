/**
 * The four subspaces of a matrix, and projections.
 *
 * References: Strang (1993), "The fundamental theorem of linear algebra".
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Matrix from '../Matrix.js'
import * as Norm from '../Norm.js'
import { unsafeOrthonormal, type Orthonormal } from '../OrthogonalMatrix.js'
import * as SingularValues from '../SingularValues.js'
import * as Subspace from '../Subspace.js'
import type { Vector } from '../Vector.js'
import type { Result } from './agree.js'
import { dyadic, vectorOf } from './arbitraries.js'
import { mapVector, vectorOfArray } from './build.js'
import { anyAwkward, wholeProduct } from './matrices.js'
import { inverseError } from './bounds.js'
import { column, obliqueness, residual } from './residual.js'
import { gamma } from './rounding.js'

type M = Matrix.Matrix

/** Orthonormal bases of what a matrix spans and of what it annihilates. */
export interface Spaces {
  readonly columnSpace: (a: M) => Result<M>
  readonly nullSpace: (a: M) => Result<M>
}

const spaces: Spaces = { columnSpace: Subspace.columnSpace, nullSpace: Subspace.nullSpace }

const source = 'Strang (1993)'

/** What a basis computed from U or V, or completed to one, is off by. */
const basisError = (a: M): number => 8 * inverseError(a) * Math.max(1, a.rows, a.cols)

export const subspaceRankNullity = Law.law<Spaces>({
  id: 'subspace_rank_nullity',
  statement:
    'dim of the column space + dim of the null space = n, the first is the rank, and both bases are orthonormal',
  source,
  hypotheses: [],
  property: ({ columnSpace, nullSpace }) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        E.Do,
        E.apSW('image', columnSpace(a)),
        E.apSW('nothing', nullSpace(a)),
        E.apSW('rank', SingularValues.rank(a)),
        E.exists(
          ({ image, nothing, rank }) =>
            image.rows === a.rows &&
            nothing.rows === a.cols &&
            image.cols === rank &&
            image.cols + nothing.cols === a.cols &&
            [image, nothing].every((basis) => obliqueness(basis) <= basisError(a)),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'leftNullSpace',
      description: 'the null space of the transpose',
      implementation: { ...spaces, nullSpace: F.flow(Matrix.transpose, Subspace.nullSpace) },
    },
    {
      id: 'allColumns',
      description: 'all columns, dependent or not',
      implementation: { ...spaces, columnSpace: E.right },
    },
  ],
})

export const nullSpaceAnnihilated = Law.law<Pick<Spaces, 'nullSpace'>>({
  id: 'nullSpace_annihilated',
  statement: 'A N = 0, up to the tolerance of the rank',
  source,
  hypotheses: [],
  property: ({ nullSpace }) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        nullSpace(a),
        E.exists((n) => Norm.frobenius(wholeProduct(a, n)) <= basisError(a) * Norm.frobenius(a)),
      ),
    ),
  countermodels: [
    {
      id: 'rowSpace',
      description: 'the complement of the null space',
      implementation: { nullSpace: Subspace.rowSpace },
    },
  ],
})

export const columnSpaceContains = Law.law<Pick<Spaces, 'columnSpace'>>({
  id: 'columnSpace_contains',
  statement: 'A = Q Qᵀ A, up to the tolerance of the rank',
  source,
  hypotheses: [],
  property: ({ columnSpace }) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        columnSpace(a),
        E.exists(
          (q) =>
            Norm.frobenius(residual(a, q, wholeProduct(Matrix.transpose(q), a))) <= basisError(a) * Norm.frobenius(a),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'rowSpace',
      description: 'the row space, where that fits',
      implementation: { columnSpace: (a) => (a.rows === a.cols ? Subspace.rowSpace(a) : Subspace.columnSpace(a)) },
    },
    {
      id: 'first',
      description: 'the first direction only',
      implementation: {
        columnSpace: F.flow(
          Subspace.columnSpace,
          E.map((q) =>
            Matrix.unsafeFromFloat64(
              q.rows,
              Math.min(1, q.cols),
            )(Float64Array.from({ length: q.rows * Math.min(1, q.cols) }, (_, i) => q.data[i * q.cols] ?? NaN)),
          ),
        ),
      },
    },
  ],
})

/** A basis, and a vector. */
const based = anyAwkward.chain((a) =>
  fc.tuple(
    fc.constant(
      F.pipe(
        Subspace.columnSpace(a),
        E.getOrElse((): Orthonormal => unsafeOrthonormal(Matrix.zeros(a.rows, 0))),
      ),
    ),
    vectorOf(dyadic)(a.rows),
  ),
)

/** The projection as a matrix, and applied. */
export interface Projections {
  readonly projector: (q: Orthonormal) => M
  readonly project: (q: Orthonormal) => (x: Vector) => Result<Vector>
}

const projections: Projections = { projector: Subspace.projector, project: Subspace.project }

/** Q is orthonormal up to some n² u; products of sums of r and of m terms come on top. */
const projectionError = (q: M): number => 4 * obliqueness(q) + gamma(4 * (q.rows + q.cols) + 8) * (1 + q.cols)

export const projectorIdempotent = Law.law<Pick<Projections, 'projector'>>({
  id: 'projector_idempotent',
  statement: 'P P = P and P = Pᵀ, the second exactly',
  source: 'definition of an orthogonal projection',
  hypotheses: [],
  property: ({ projector }) =>
    fc.property(based, ([q]) => {
      const p = projector(q)
      return Matrix.Eq.equals(p, Matrix.transpose(p)) && Norm.frobenius(residual(p, p, p)) <= projectionError(q)
    }),
  countermodels: [
    {
      id: 'half',
      description: 'half way',
      implementation: { projector: F.flow(Subspace.projector, Matrix.scale(0.5)) },
    },
    {
      id: 'ones',
      description: 'adds up all directions: Q 1 (Q 1)ᵀ',
      implementation: {
        projector: (q) => {
          const sum = vectorOfArray(Matrix.toRows(q).map((row) => row.reduce((x, y) => x + y, 0)))
          return Matrix.outer(sum)(sum)
        },
      },
    },
  ],
})

const difference = (x: Vector, y: Vector): Vector => mapVector((each, i) => each - (y.data[i] ?? NaN))(x)

export const projectorFixes = Law.law<Projections>({
  id: 'projector_fixes',
  statement: 'P Q = Q, and projecting is multiplying with P',
  source: 'definition of an orthogonal projection',
  hypotheses: [],
  property: ({ projector, project }) =>
    fc.property(based, ([q, x]) => {
      const p = projector(q)
      return (
        Norm.frobenius(residual(q, p, q)) <= projectionError(q) &&
        F.pipe(
          project(q)(x),
          E.exists(
            (y) =>
              Norm.norm2(vectorOfArray(residual(column(y), p, column(x)).data)) <= projectionError(q) * Norm.norm2(x),
          ),
        )
      )
    }),
  countermodels: [
    {
      id: 'complement',
      description: 'projects onto the orthogonal complement',
      implementation: {
        ...projections,
        project: (q) => (x) =>
          F.pipe(
            Subspace.project(q)(x),
            E.map((y) => difference(x, y)),
          ),
      },
    },
  ],
})

export const projectOrthogonal = Law.law<Pick<Projections, 'project'>>({
  id: 'project_orthogonal',
  statement: 'what is left of x is orthogonal to the subspace, so nothing in it is nearer to x',
  source: 'definition of an orthogonal projection',
  hypotheses: [],
  property: ({ project }) =>
    fc.property(based, ([q, x]) =>
      F.pipe(
        project(q)(x),
        E.exists((y) => {
          const left = difference(x, y)
          return (
            Norm.norm2(vectorOfArray(wholeProduct(Matrix.transpose(q), column(left)).data)) <=
            projectionError(q) * Norm.norm2(x)
          )
        }),
      ),
    ),
  countermodels: [
    {
      id: 'identity',
      description: 'leaves x as it is, but half',
      implementation: { project: () => (x) => E.right(mapVector((each) => each / 2)(x)) },
    },
  ],
})

export const subspaceClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(subspaceRankNullity, spaces),
  Check.claim(nullSpaceAnnihilated, spaces),
  Check.claim(columnSpaceContains, spaces),
  Check.claim(projectorIdempotent, projections),
  Check.claim(projectorFixes, projections),
  Check.claim(projectOrthogonal, projections),
]
