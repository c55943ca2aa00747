/**
 * Each kernel computes what the textbook writes: on dyadic entries, to the last bit.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Matrix from '../Matrix.js'
import * as reference from '../reference.js'
import * as Vector from '../Vector.js'
import { matricesAgree, numbersAgree, vectorsAgree, type Result } from './agree.js'
import { matrix, size, vector } from './arbitraries.js'
import { mapMatrix, mapVector, matrixOfArray } from './build.js'

type M = Matrix.Matrix
type V = Vector.Vector

const source = 'the definition: see reference.ts'

/** How many of n are left over by blocks of four. */
const leftOver = (n: number): number => n % 4

/** Zeros from position n on. */
const keep = (n: number) => mapVector((entry, i) => (i < n ? entry : 0))

const dropLastRow = (a: M): M => mapMatrix((entry, k) => (k < (a.rows - 1) * a.cols ? entry : 0))(a)

export const dotEqReference = Law.law<(x: V) => (y: V) => Result<number>>({
  id: 'dot_eq_reference',
  statement: 'the kernel of x·y computes Σᵢ xᵢ yᵢ',
  source,
  hypotheses: [],
  property: (dot) =>
    fc.property(
      size.chain((n) => fc.tuple(vector(n), vector(n))),
      ([x, y]) => numbersAgree(dot(x)(y), E.right(reference.dot(x, y))),
    ),
  countermodels: [
    {
      id: 'wholeBlocks',
      description: 'forgets the entries that blocks of four leave over',
      implementation: (x) => (y) => Vector.dot(keep(x.length - leftOver(x.length))(x))(y),
    },
  ],
})

export const outerEqReference = Law.law<(x: V) => (y: V) => M>({
  id: 'outer_eq_reference',
  statement: 'the kernel of x yᵀ computes xᵢ yⱼ',
  source,
  hypotheses: [],
  property: (outer) =>
    fc.property(
      fc.tuple(size, size).chain(([m, n]) => fc.tuple(vector(m), vector(n))),
      ([x, y]) => matricesAgree(E.right(outer(x)(y)), E.right(reference.outer(x, y))),
    ),
  countermodels: [{ id: 'swapped', description: 'y xᵀ', implementation: (x) => (y) => Matrix.outer(y)(x) }],
})

export const transposeEqReference = Law.law<(a: M) => M>({
  id: 'transpose_eq_reference',
  statement: 'the kernel of Aᵀ puts aⱼᵢ in row i and column j',
  source,
  hypotheses: [],
  property: (transpose) =>
    fc.property(
      fc.tuple(size, size).chain(([m, n]) => matrix(m, n)),
      (a) => matricesAgree(E.right(transpose(a)), E.right(reference.transpose(a))),
    ),
  countermodels: [
    {
      id: 'relabels',
      description: 'swaps the sizes but no entry',
      implementation: (a) => matrixOfArray(a.cols, a.rows, a.data),
    },
  ],
})

export const matVecEqReference = Law.law<(a: M) => (x: V) => Result<V>>({
  id: 'matVec_eq_reference',
  statement: 'the kernel of A x computes Σⱼ aᵢⱼ xⱼ',
  source,
  hypotheses: [],
  property: (matVec) =>
    fc.property(
      fc.tuple(size, size).chain(([m, n]) => fc.tuple(matrix(m, n), vector(n))),
      ([a, x]) => vectorsAgree(matVec(a)(x), E.right(reference.matVec(a, x))),
    ),
  countermodels: [
    {
      id: 'wholeBlocks',
      description: 'forgets the rows that blocks of four leave over',
      implementation: (a) => (x) => F.pipe(x, Matrix.matVec(a), E.map(keep(a.rows - leftOver(a.rows)))),
    },
  ],
})

export const vecMatEqReference = Law.law<(a: M) => (x: V) => Result<V>>({
  id: 'vecMat_eq_reference',
  statement: 'the kernel of xᵀ A computes Σᵢ xᵢ aᵢⱼ',
  source,
  hypotheses: [],
  property: (vecMat) =>
    fc.property(
      fc.tuple(size, size).chain(([m, n]) => fc.tuple(matrix(m, n), vector(m))),
      ([a, x]) => vectorsAgree(vecMat(a)(x), E.right(reference.vecMat(a, x))),
    ),
  countermodels: [
    {
      id: 'wholeBlocks',
      description: 'forgets the terms that blocks of four leave over',
      implementation: (a) => (x) => Matrix.vecMat(a)(keep(x.length - leftOver(x.length))(x)),
    },
  ],
})

export const matMulEqReference = Law.law<(a: M) => (b: M) => Result<M>>({
  id: 'matMul_eq_reference',
  statement: 'the kernel of A B computes Σₖ aᵢₖ bₖⱼ',
  source,
  hypotheses: [],
  property: (matMul) =>
    fc.property(
      fc.tuple(size, size, size).chain(([l, m, n]) => fc.tuple(matrix(l, m), matrix(m, n))),
      ([a, b]) => matricesAgree(matMul(a)(b), E.right(reference.matMul(a, b))),
    ),
  countermodels: [
    { id: 'swapped', description: 'B A', implementation: (a) => (b) => Matrix.matMul(b)(a) },
    {
      id: 'lastTerm',
      description: 'an inner loop that stops one too early',
      implementation: (a) => (b) => Matrix.matMul(a)(dropLastRow(b)),
    },
  ],
})

export const kernelClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(dotEqReference, Vector.dot),
  Check.claim(outerEqReference, Matrix.outer),
  Check.claim(transposeEqReference, Matrix.transpose),
  Check.claim(matVecEqReference, Matrix.matVec),
  Check.claim(vecMatEqReference, Matrix.vecMat),
  Check.claim(matMulEqReference, Matrix.matMul),
]
