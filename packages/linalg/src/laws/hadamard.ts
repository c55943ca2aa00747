/**
 * Hadamard matrices, exactly.
 *
 * References: Sylvester (1867); Walsh (1923); Paley (1933), "On orthogonal matrices".
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F, option as O } from 'fp-ts'
import * as Hadamard from '../Hadamard.js'
import * as Matrix from '../Matrix.js'
import { matricesAgree } from './agree.js'
import { random } from './arbitraries.js'
import { mapMatrix } from './build.js'
import { indices, value } from './draw.js'
import { at } from './residual.js'

type M = Matrix.Matrix

/** Every construction there is: the first argument chooses, a matrix of some order comes out, if there is one. */
export type Constructions = Readonly<Record<string, (k: number) => O.Option<M>>>

const constructions: Constructions = {
  sylvester: (k) => O.some(Hadamard.sylvester(k % 6)),
  walsh: (k) => O.some(Hadamard.walsh(k % 6)),
  paley: Hadamard.paley,
  ofOrder: Hadamard.ofOrder,
  kronecker: (k) =>
    F.pipe(
      O.Do,
      O.apS('a', Hadamard.ofOrder([1, 2, 4][k % 3] ?? 1)),
      O.apS('b', Hadamard.ofOrder([1, 2, 4, 8, 12][k % 5] ?? 1)),
      O.map(({ a, b }) => Hadamard.kronecker(a)(b)),
    ),
}

const isHadamard = (h: M): boolean =>
  h.rows === h.cols &&
  Array.from(h.data).every((entry) => Math.abs(entry) === 1) &&
  matricesAgree(Matrix.matMul(h)(Matrix.transpose(h)), E.right(Matrix.scale(h.rows)(Matrix.identity(h.rows))))

const cyclic = (n: number): M =>
  mapMatrix((_, k) => ((Math.floor(k / n) - (k % n) + n) % n === 0 ? -1 : 1))(Matrix.zeros(n, n))

export const hadamardOrthogonal = Law.law<Constructions>({
  id: 'hadamard_orthogonal',
  statement: 'each construction gives ±1 and H Hᵀ = n I, exactly',
  source: 'definition of a Hadamard matrix',
  hypotheses: [],
  property: (all) =>
    fc.property(fc.integer({ min: -1, max: 60 }), (k) =>
      Object.values(all).every((construct) => O.isNone(construct(k)) || O.exists(isHadamard)(construct(k))),
    ),
  countermodels: [
    {
      id: 'random',
      description: 'random signs, which are orthogonal on average only',
      implementation: { cyclic: (k) => O.some(cyclic(Math.max(1, k))) },
    },
    {
      id: 'primesOnly',
      description: 'differences modulo q also where q is no prime',
      implementation: {
        paley: (q) =>
          F.pipe(
            O.some(q),
            O.filter((each) => each > 2 && each % 4 === 3),
            O.map((each) => {
              const squares = new Set(indices(each).map((i) => (i * i) % each))
              return mapMatrix((_, k) => {
                const [i, j] = [Math.floor(k / (each + 1)), k % (each + 1)]
                if (i === j || i === 0) return 1
                if (j === 0) return -1
                return squares.has((i - j + each) % each) ? 1 : -1
              })(Matrix.zeros(each + 1, each + 1))
            }),
          ),
      },
    },
  ],
})

export const hadamardShuffle = Law.law<
  (h: Hadamard.Hadamard) => (from: Parameters<ReturnType<typeof Hadamard.shuffle>>[0]) => M
>({
  id: 'hadamard_shuffle',
  statement: 'shuffled it still is one',
  source: 'permutations and signs are orthogonal',
  hypotheses: [],
  property: (shuffle) =>
    fc.property(fc.constantFrom(1, 2, 4, 12, 20), random, (n, from) =>
      F.pipe(
        Hadamard.ofOrder(n),
        O.exists((h) => isHadamard(shuffle(h)(from))),
      ),
    ),
  countermodels: [
    {
      id: 'entries',
      description: 'negates single entries',
      implementation: (h) => () => mapMatrix((each, k) => (k === 1 ? -each : each))(h),
    },
  ],
})

const primePowers = [3, 5, 7, 9, 11, 13, 17, 19, 23, 25, 27, 29, 31, 37, 41, 43, 47, 49]

export const hadamardOfOrder = Law.law<(n: number) => O.Option<M>>({
  id: 'hadamard_ofOrder',
  statement: 'of order n, if at all; none unless n is 1, 2 or a multiple of 4; always for products of the known ones',
  source: 'Hedayat and Wallis (1978), §2',
  hypotheses: [],
  property: (ofOrder) =>
    fc.property(fc.integer({ min: -1, max: 100 }), fc.constantFrom(...primePowers), fc.nat(1), (n, q, k) => {
      const known = (q % 4 === 3 ? q + 1 : 2 * (q + 1)) * 2 ** k
      return (
        F.pipe(
          ofOrder(n),
          O.match(
            () => n !== 1 && n !== 2 && Math.log2(n) % 1 !== 0,
            ({ rows }) => rows === n && (n < 3 || n % 4 === 0),
          ),
        ) &&
        F.pipe(
          ofOrder(known),
          O.exists(({ rows }) => rows === known),
        )
      )
    }),
  countermodels: [
    { id: 'paleyOfThat', description: 'takes n for q', implementation: Hadamard.paley },
    {
      id: 'powersOfTwo',
      description: 'Sylvester’s only',
      implementation: (n) => (n > 0 && Math.log2(n) % 1 === 0 ? O.some(Hadamard.sylvester(Math.log2(n))) : O.none),
    },
  ],
})

const changes = (h: M, i: number): number =>
  indices(h.cols).filter((j) => j > 0 && at(h, i, j) !== at(h, i, j - 1)).length

export const walshSequency = Law.law<(k: number) => M>({
  id: 'walsh_sequency',
  statement: 'row i of the Walsh matrix changes sign i times, and the matrix is symmetric',
  source: 'Walsh (1923)',
  hypotheses: [],
  property: (walsh) =>
    fc.property(fc.nat(6), (k) => {
      const h = walsh(k)
      return (
        h.rows === 2 ** k &&
        indices(h.rows).every((i) => changes(h, i) === i) &&
        Matrix.Eq.equals(h, Matrix.transpose(h))
      )
    }),
  countermodels: [{ id: 'sylvester', description: 'in Sylvester’s order', implementation: Hadamard.sylvester }],
})

export const paleySymmetry = Law.law<(q: number) => O.Option<M>>({
  id: 'paley_symmetry',
  statement: 'H + Hᵀ = 2 I for q ≡ 3 (mod 4), H = Hᵀ for q ≡ 1, for every prime power',
  source: 'Paley (1933), lemmas 2 and 3',
  hypotheses: [],
  property: (paley) =>
    fc.property(fc.constantFrom(...primePowers), (q) =>
      F.pipe(
        paley(q),
        O.exists((h) => {
          const mirrored = Matrix.transpose(h)
          return q % 4 === 1
            ? h.rows === 2 * (q + 1) && Matrix.Eq.equals(h, mirrored)
            : h.rows === q + 1 &&
                matricesAgree(Matrix.add(h)(mirrored), E.right(Matrix.scale(2)(Matrix.identity(q + 1))))
        }),
      ),
    ),
  countermodels: [
    {
      id: 'negatedRow',
      description: 'an equivalent matrix',
      implementation: F.flow(
        Hadamard.paley,
        O.map((h) => mapMatrix((each, k) => (k < h.cols ? -each : each))(h)),
      ),
    },
    {
      id: 'primes',
      description: 'for primes only',
      implementation: (q) => (q % 3 === 0 && q > 3 ? O.none : Hadamard.paley(q)),
    },
  ],
})

export const hadamardClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(hadamardOrthogonal, constructions),
  Check.claim(hadamardShuffle, (h) => (from) => value(Hadamard.shuffle(h), from)),
  Check.claim(hadamardOfOrder, Hadamard.ofOrder),
  Check.claim(walshSequency, Hadamard.walsh),
  Check.claim(paleySymmetry, Hadamard.paley),
]
