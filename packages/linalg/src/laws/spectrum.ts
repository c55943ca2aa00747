/**
 * What the eigenvalues of a matrix must add up to, and how great they can be.
 *
 * References: Horn and Johnson (2013), "Matrix Analysis", §1.2 and §5.6.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Eigenvalues from '../Eigenvalues.js'
import type { Matrix } from '../Matrix.js'
import * as Norm from '../Norm.js'
import * as Random from '../Random.js'
import * as SingularValues from '../SingularValues.js'
import * as Vector from '../Vector.js'
import type { Result } from './agree.js'
import { random } from './arbitraries.js'
import { hessenbergQr, symmetricQl } from './bounds.js'
import { mapMatrix } from './build.js'
import { indices, value } from './draw.js'
import type { Spectrum } from './eigenvalues.js'
import { squareAwkward, symmetricAwkward } from './matrices.js'
import { at } from './residual.js'

type M = Matrix

const truth: Pick<Spectrum, 'eigenvalues'> = { eigenvalues: Eigenvalues.fromMatrix }

/** Upper triangular, its rows and columns then in another order. */
const triangular = fc.tuple(squareAwkward, random).map(([a, from]) => {
  const order = value(Random.permutation(a.rows), from)
  return mapMatrix((_, k) => {
    const [i, j] = [order[Math.floor(k / a.rows)] ?? NaN, order[k % a.rows] ?? NaN]
    return i <= j ? at(a, i, j) : 0
  })(a)
})

export const eigenvaluesTriangular = Law.law<Pick<Spectrum, 'eigenvalues'>>({
  id: 'eigenvalues_triangular',
  statement: 'those of a triangular matrix, in whatever order of rows and columns, are its diagonal, exactly',
  source: 'the determinant of a triangular matrix',
  hypotheses: [],
  property: ({ eigenvalues }) =>
    fc.property(triangular, (a) =>
      F.pipe(
        eigenvalues(a),
        E.exists((found) => {
          const diagonal = indices(a.rows).map((i) => at(a, i, i))
          const sorted = (xs: ReadonlyArray<number>): ReadonlyArray<number> => xs.toSorted((x, y) => x - y)
          return (
            found.every(({ im }) => im === 0) &&
            Vector.Eq.equals(
              Vector.unsafeFromFloat64(Float64Array.from(sorted(found.map(({ re }) => re)))),
              Vector.unsafeFromFloat64(Float64Array.from(sorted(diagonal))),
            )
          )
        }),
      ),
    ),
  countermodels: [
    {
      id: 'iterates',
      description: 'does not look for what stands alone: a multiple eigenvalue comes out with half of its digits',
      implementation: {
        eigenvalues: (a) => F.pipe(Eigenvalues.fromMatrix(mapMatrix((each) => (each === 0 ? 2 ** -60 : each))(a))),
      },
    },
  ],
})

export const eigenvaluesTrace = Law.law<Pick<Spectrum, 'eigenvalues'>>({
  id: 'eigenvalues_trace',
  statement: 'Σ λ = tr A, up to the backward error',
  source: 'Horn and Johnson (2013), §1.2',
  hypotheses: [],
  property: ({ eigenvalues }) =>
    fc.property(squareAwkward, (a) =>
      F.pipe(
        eigenvalues(a),
        E.exists((found) => {
          const sum = found.reduce((total, { re }) => total + re, 0)
          const trace = indices(a.rows).reduce((total, i) => total + at(a, i, i), 0)
          return Math.abs(sum - trace) <= a.rows * hessenbergQr(a.rows) * Norm.frobenius(a)
        }),
      ),
    ),
  countermodels: [
    {
      id: 'moduli',
      description: 'gives absolute values',
      implementation: {
        eigenvalues: F.flow(
          Eigenvalues.fromMatrix,
          E.map((found) => found.map((each) => ({ re: Eigenvalues.modulus(each), im: 0 }))),
        ),
      },
    },
  ],
})

type Radius = (a: M) => Result<number>

export const spectralRadiusLeNorm = Law.law<Radius>({
  id: 'spectralRadius_le_norm',
  statement: 'ρ(A) ≤ ‖A‖₁ and ρ(A) ≤ ‖A‖∞, and ρ = ‖A‖₂ if A is symmetric, up to the backward error',
  source: 'Horn and Johnson (2013), theorem 5.6.9',
  hypotheses: [],
  property: (spectralRadius) =>
    fc.property(squareAwkward, symmetricAwkward, (a, s) => {
      const slack = (b: M): number => (hessenbergQr(b.rows) + symmetricQl(b.rows)) * 4 * Norm.frobenius(b)
      return (
        F.pipe(
          spectralRadius(a),
          E.exists((radius) => radius <= Math.min(Norm.operator1(a), Norm.operatorInf(a)) + slack(a)),
        ) &&
        F.pipe(
          E.Do,
          E.apSW('radius', spectralRadius(s)),
          E.apSW('norm', SingularValues.spectralNorm(s)),
          E.exists(({ radius, norm }) => Math.abs(radius - norm) <= slack(s)),
        )
      )
    }),
  countermodels: [
    { id: 'norm', description: 'the spectral norm', implementation: SingularValues.spectralNorm },
    {
      id: 'greatestReal',
      description: 'the greatest real part',
      implementation: F.flow(
        Eigenvalues.fromMatrix,
        E.map((found) => Math.max(0, ...found.map(({ re }) => re))),
      ),
    },
  ],
})

export const spectrumClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(eigenvaluesTriangular, truth),
  Check.claim(eigenvaluesTrace, truth),
  Check.claim(spectralRadiusLeNorm, Eigenvalues.spectralRadius),
]
