/**
 * Eigenvalues of matrices that need not be symmetric.
 *
 * References: Golub and Van Loan (2013), "Matrix Computations", ch. 7; Trefethen and Embree (2005), "Spectra and
 *             Pseudospectra", §2.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Eigenvalues from '../Eigenvalues.js'
import type { Matrix } from '../Matrix.js'
import * as Norm from '../Norm.js'
import * as SingularValues from '../SingularValues.js'
import * as SymmetricEigen from '../SymmetricEigen.js'
import * as Vector from '../Vector.js'
import type { Result } from './agree.js'
import { hessenbergQr } from './bounds.js'
import { mapMatrix, matrixOfArray } from './build.js'
import { indices } from './draw.js'
import { squareAwkward, symmetrised } from './matrices.js'
import { at } from './residual.js'

type M = Matrix
type Complex = Eigenvalues.Complex

/** A similar matrix, and the eigenvalues. */
export interface Spectrum {
  readonly balance: (a: M) => Result<M>
  readonly eigenvalues: (a: M) => Result<ReadonlyArray<Complex>>
}

const truth: Spectrum = { balance: Eigenvalues.balance, eigenvalues: Eigenvalues.fromMatrix }

export const balanceSimilar = Law.law<Pick<Spectrum, 'balance'>>({
  id: 'balance_similar',
  statement: 'bᵢⱼ = aᵢⱼ 2^(eⱼ − eᵢ): cycles keep their products, exactly, and the norm does not grow',
  source: 'Parlett and Reinsch (1969)',
  hypotheses: [],
  property: ({ balance }) =>
    fc.property(squareAwkward, (a) =>
      F.pipe(
        balance(a),
        E.exists(
          (b) =>
            Norm.frobenius(b) <= Norm.frobenius(a) * (1 + 2 ** -40) &&
            indices(a.rows).every(
              (i) =>
                at(a, i, i) === at(b, i, i) &&
                indices(i).every((j) => {
                  const [quotient, other] = [at(b, i, j) / at(a, i, j), at(b, j, i) / at(a, j, i)]
                  return (
                    [quotient, other].every((each) => Number.isNaN(each) || Number.isInteger(Math.log2(each))) &&
                    (Number.isNaN(quotient * other) || quotient * other === 1)
                  )
                }),
            ),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'rowsOnly',
      description: 'scales rows, but not the columns back',
      implementation: {
        balance: F.flow(
          mapMatrix((each) => each / 2),
          E.right,
        ),
      },
    },
    {
      id: 'decimal',
      description: 'scales by powers of ten',
      implementation: {
        balance: (a) => E.right(mapMatrix((each, k) => each * 10 ** ((k % a.cols) - Math.floor(k / a.cols)))(a)),
      },
    },
  ],
})

/** [[A − re I, im I], [−im I, A − re I]], which is as near to singular as A − λ I is. */
const shiftedTwice = (a: M, { re, im }: Complex): M => {
  const n = a.rows
  return matrixOfArray(
    2 * n,
    2 * n,
    indices(4 * n * n).map((k) => {
      const [i, j] = [Math.floor(k / (2 * n)), k % (2 * n)]
      if (i < n === j < n) return at(a, i % n, j % n) - (i === j ? re : 0)
      return i % n === j % n ? (i < n ? im : -im) : 0
    }),
  )
}

const distance = (a: M, lambda: Complex): number =>
  F.pipe(
    SingularValues.fromMatrix(shiftedTwice(a, lambda)),
    E.match(
      () => Number.NaN,
      ({ data, length }) => data[length - 1] ?? 0,
    ),
  )

export const eigenvaluesBackward = Law.law<Spectrum>({
  id: 'eigenvalues_backward',
  statement: 'each λ is an eigenvalue of a matrix within some n² u ‖B‖ of the balanced matrix B, and there are n',
  source: 'Golub and Van Loan (2013), §7.5.6; Trefethen and Embree (2005), theorem 2.1: σ_min(B − λ I)',
  hypotheses: [],
  property: ({ balance, eigenvalues }) =>
    fc.property(squareAwkward, (a) =>
      F.pipe(
        E.Do,
        E.apS('b', balance(a)),
        E.apS('found', eigenvalues(a)),
        E.exists(
          ({ b, found }) =>
            found.length === a.rows &&
            found.every((lambda) => distance(b, lambda) <= 2 * hessenbergQr(a.rows) * Norm.frobenius(b)),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'diagonal',
      description: 'takes the diagonal',
      implementation: {
        ...truth,
        eigenvalues: (a) => E.right(indices(a.rows).map((i) => ({ re: at(a, i, i), im: 0 }))),
      },
    },
    {
      id: 'symmetricPart',
      description: 'takes the matrix for symmetric',
      implementation: {
        ...truth,
        eigenvalues: (a) =>
          F.pipe(
            SymmetricEigen.fromSymmetric(symmetrised(a)),
            E.map(({ values }) => Vector.toArray(values).map((re) => ({ re, im: 0 }))),
          ),
      },
    },
    {
      id: 'realParts',
      description: 'drops the imaginary parts',
      implementation: {
        ...truth,
        eigenvalues: F.flow(
          Eigenvalues.fromMatrix,
          E.map((found) => found.map(({ re }) => ({ re, im: 0 }))),
        ),
      },
    },
  ],
})

export const eigenvaluesConjugate = Law.law<Pick<Spectrum, 'eigenvalues'>>({
  id: 'eigenvalues_conjugate',
  statement: 'sorted by absolute value, descending; complex ones in pairs re ± i·im, to the last bit',
  source: 'the characteristic polynomial is real',
  hypotheses: [],
  property: ({ eigenvalues }) =>
    fc.property(squareAwkward, (a) =>
      F.pipe(
        eigenvalues(a),
        E.exists(
          (found) =>
            found.every(
              (each, k) => k === 0 || Eigenvalues.modulus(found[k - 1] ?? each) >= Eigenvalues.modulus(each),
            ) &&
            found.every(({ re, im }, k) => {
              const partner = found[im > 0 ? k + 1 : k - 1]
              return im === 0 || (partner?.re === re && partner.im === -im)
            }),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'upperHalf',
      description: 'gives one of each pair',
      implementation: {
        eigenvalues: F.flow(
          Eigenvalues.fromMatrix,
          E.map((found) => found.filter(({ im }) => im >= 0)),
        ),
      },
    },
  ],
})

export const eigenvalueClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(balanceSimilar, truth),
  Check.claim(eigenvaluesBackward, truth),
  Check.claim(eigenvaluesConjugate, truth),
]
