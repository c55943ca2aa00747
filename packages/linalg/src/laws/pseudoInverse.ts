/**
 * Penrose's four conditions, and least squares.
 *
 * References: Penrose (1955), "A generalized inverse for matrices"; Golub and Van Loan (2013), "Matrix Computations", §5.5.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Lu from '../Lu.js'
import * as Matrix from '../Matrix.js'
import * as Norm from '../Norm.js'
import * as PseudoInverse from '../PseudoInverse.js'
import type { Result } from './agree.js'
import { inverseError } from './bounds.js'
import { anyAwkward, wholeProduct } from './matrices.js'
import { residual } from './residual.js'
import { gamma } from './rounding.js'

type M = Matrix.Matrix

export type Invert = (a: M) => Result<M>

const symmetryError = (p: M): number => Norm.frobenius(residual(p, Matrix.identity(p.rows), Matrix.transpose(p)))

/** What the four products are off by, each relative to its own size. */
const penrose = (a: M, x: M): ReadonlyArray<number> => {
  const [ax, xa] = [wholeProduct(a, x), wholeProduct(x, a)]
  return [
    Norm.frobenius(residual(a, ax, a)) / (Norm.frobenius(a) || 1),
    Norm.frobenius(residual(x, xa, x)) / (Norm.frobenius(x) || 1),
    symmetryError(ax),
    symmetryError(xa),
  ]
}

const hebb: Invert = (a) => {
  const size = Norm.frobenius(a)
  return E.right(Matrix.map((each) => (size === 0 ? 0 : each / size / size))(Matrix.transpose(a)))
}

/** (AᵀA)⁻¹ Aᵀ, as for full column rank. */
const normalEquations: Invert = (a) =>
  F.pipe(
    Lu.fromMatrix(wholeProduct(Matrix.transpose(a), a)),
    E.chain((lu) => Lu.solveMatrix(lu)(Matrix.transpose(a))),
  )

export const pseudoInversePenrose = Law.law<Invert>({
  id: 'pseudoInverse_penrose',
  statement:
    'A X A = A, X A X = X, A X and X A are symmetric, up to κ times the backward error; for every shape and rank',
  source: 'Penrose (1955), theorem 1',
  hypotheses: [],
  property: (invert) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        invert(a),
        E.exists((x) => {
          const kappa = Norm.frobenius(a) * Norm.frobenius(x)
          return (
            x.rows === a.cols &&
            x.cols === a.rows &&
            penrose(a, x).every((error) => error <= 8 * inverseError(a) * (1 + kappa))
          )
        }),
      ),
    ),
  countermodels: [
    {
      id: 'hebb',
      description: 'the transpose, scaled: Hebb’s rule under the name of the pseudo-inverse',
      implementation: hebb,
    },
    { id: 'normalEquations', description: '(AᵀA)⁻¹Aᵀ, which needs full column rank', implementation: normalEquations },
    {
      id: 'single',
      description: 'works in single precision',
      implementation: F.flow(PseudoInverse.fromMatrix, E.map(Matrix.map((each) => each * (1 + 2 ** -24)))),
    },
  ],
})

/** Where A X A = A leaves it open: dividing by what is left of a zero gives another inverse, of a size of 1/u. */
export const pseudoInverseSmall = Law.law<Invert>({
  id: 'pseudoInverse_small',
  statement: '‖A⁺‖ ≤ √min(m, n) / (max(m, n) 2⁻⁵² ‖A‖₂): nothing below the tolerance is inverted',
  source: 'Golub and Van Loan (2013), §5.5.2',
  hypotheses: [],
  property: (invert) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        invert(a),
        E.exists((x) => {
          const [most, least] = [Math.max(a.rows, a.cols), Math.min(a.rows, a.cols)]
          return Norm.frobenius(x) * Norm.frobenius(a) * most * 2 ** -52 <= least * (1 + gamma(8 * most + 8))
        }),
      ),
    ),
  countermodels: [
    {
      id: 'noTolerance',
      description: 'inverts what rounding has left of zeros',
      implementation: PseudoInverse.fromMatrixWithin(0),
    },
  ],
})

export const pseudoInverseTranspose = Law.law<Invert>({
  id: 'pseudoInverse_transpose',
  statement: '(Aᵀ)⁺ = (A⁺)ᵀ, up to κ times the backward error of each, where the rank is clear',
  source: 'Penrose (1955), lemma 1.4',
  hypotheses: [],
  property: (invert) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        E.Do,
        E.apS('straight', invert(a)),
        E.apS('across', invert(Matrix.transpose(a))),
        E.exists(({ straight, across }) => {
          const [kappa, other] = [straight, across].map((x) => Norm.frobenius(a) * Norm.frobenius(x))
          const difference = Norm.frobenius(residual(straight, Matrix.identity(a.cols), Matrix.transpose(across)))
          const bound = 8 * inverseError(a) * (1 + (kappa ?? NaN) + (other ?? NaN))
          return bound > 0.1 || difference <= 2 * bound * Norm.frobenius(straight)
        }),
      ),
    ),
  countermodels: [
    {
      id: 'leftOnly',
      description: 'weighs the rows differently',
      implementation: (a) =>
        F.pipe(
          PseudoInverse.fromMatrix(a),
          E.map((x) => Matrix.map((each) => each * (a.rows > a.cols ? 2 : 1))(x)),
        ),
    },
  ],
})

export const pseudoInverseClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(pseudoInversePenrose, PseudoInverse.fromMatrix),
  Check.claim(pseudoInverseSmall, PseudoInverse.fromMatrix),
  Check.claim(pseudoInverseTranspose, PseudoInverse.fromMatrix),
]
