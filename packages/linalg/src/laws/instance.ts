/**
 * Equality is an equivalence on every float64, and sums extended by zeros are monoids.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { function as F, option as O, type eq, type monoid } from 'fp-ts'
import * as Matrix from '../Matrix.js'
import * as Vector from '../Vector.js'
import { double, dyadic, matrixOf, size, vectorOf } from './arbitraries.js'
import { mapMatrix, matrixOfArray, vectorOfArray } from './build.js'

/** What the laws need to know of a kind of thing. */
interface Carrier<V> {
  readonly name: string
  readonly any: (entry: fc.Arbitrary<number>) => fc.Arbitrary<V>
  readonly same: (x: V, y: V) => boolean
  readonly shape: (x: V) => readonly [number, number]
  /** The entry there, 0 outside. */
  readonly at: (i: number, j: number) => (x: V) => number
  readonly copy: (x: V) => V
  readonly monoid: monoid.Monoid<V>
  readonly eq: eq.Eq<V>
  /** Equalities and monoids that are not. */
  readonly wrong: {
    readonly equality: Law.Law<eq.Eq<V>>['countermodels']
    readonly identity: Law.Law<monoid.Monoid<V>>['countermodels']
    readonly assoc: Law.Law<monoid.Monoid<V>>['countermodels']
    readonly entry: Law.Law<monoid.Monoid<V>>['countermodels']
  }
}

const anything = fc.double()

const indices = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, i) => i)

const instanceLaws = <V>(carrier: Carrier<V>) => {
  const { name, any, same, shape, at, copy, wrong } = carrier

  const assocOver =
    (entry: fc.Arbitrary<number>) =>
    ({ concat }: monoid.Monoid<V>): Law.Property =>
      fc.property(any(entry), any(entry), any(entry), (x, y, z) =>
        same(concat(concat(x, y), z), concat(x, concat(y, z))),
      )

  const laws = {
    eqIff: Law.law<eq.Eq<V>>({
      id: `${name}_eq_iff`,
      statement: 'x = y just when their shapes and all their entries agree; NaN agrees with itself',
      source: 'definition of an equivalence',
      hypotheses: [],
      property: ({ equals }) =>
        fc.property(any(anything), any(anything), (x, y) => equals(x, copy(x)) && equals(x, y) === same(x, y)),
      countermodels: wrong.equality,
    }),
    identity: Law.law<monoid.Monoid<V>>({
      id: `${name}_monoid_identity`,
      statement: 'x ⊕ ε = x = ε ⊕ x',
      source: 'definition of a monoid',
      hypotheses: [],
      property: ({ concat, empty }) =>
        fc.property(any(anything), (x) => same(concat(x, empty), x) && same(concat(empty, x), x)),
      countermodels: wrong.identity,
    }),
    assoc: Law.law<monoid.Monoid<V>>({
      id: `${name}_monoid_assoc`,
      statement: '(x ⊕ y) ⊕ z = x ⊕ (y ⊕ z), whatever the shapes',
      source: 'definition of a monoid',
      hypotheses: [
        {
          id: 'dyadic',
          statement: 'the entries are dyadic, so that no sum is rounded',
          dropped: assocOver(double),
        },
      ],
      property: assocOver(dyadic),
      countermodels: wrong.assoc,
    }),
    entry: Law.law<monoid.Monoid<V>>({
      id: `${name}_monoid_entry`,
      statement: 'each entry of x ⊕ y is the sum of theirs, 0 where one has none; its sides are the longer ones',
      source: 'convention of this package',
      hypotheses: [],
      property: ({ concat }) =>
        fc.property(any(double), any(double), (x, y) => {
          const sum = concat(x, y)
          const [rows, cols] = shape(sum)
          return (
            rows === Math.max(shape(x)[0], shape(y)[0]) &&
            cols === Math.max(shape(x)[1], shape(y)[1]) &&
            indices(rows).every((i) => indices(cols).every((j) => at(i, j)(sum) === at(i, j)(x) + at(i, j)(y)))
          )
        }),
      countermodels: wrong.entry,
    }),
  }
  const claims: ReadonlyArray<Check.Claim> = [
    Check.claim(laws.eqIff, carrier.eq),
    Check.claim(laws.identity, carrier.monoid),
    Check.claim(laws.assoc, carrier.monoid),
    Check.claim(laws.entry, carrier.monoid),
  ]
  return { ...laws, claims }
}

const sameNumbers = (x: ReadonlyArray<number>, y: ReadonlyArray<number>): boolean =>
  x.length === y.length && x.every((each, i) => each === y[i] || (Number.isNaN(each) && Number.isNaN(y[i])))

const vectorMonoid = Vector.getMonoidSum()

const zip = (f: (a: number, b: number) => number) => (x: Vector.Vector, y: Vector.Vector) =>
  vectorOfArray(Vector.toArray(x).flatMap((a, i) => (i < y.length ? [f(a, y.data[i] ?? 0)] : [])))

/** Equality and sum of vectors. */
export const vectorInstances = instanceLaws<Vector.Vector>({
  name: 'vector',
  any: (entry) => size.chain(vectorOf(entry)),
  same: (x, y) => sameNumbers(Vector.toArray(x), Vector.toArray(y)),
  shape: (x) => [x.length, 1],
  at: (i) =>
    F.flow(
      Vector.entry(i),
      O.getOrElse(() => 0),
    ),
  copy: (x) => vectorOfArray(Vector.toArray(x)),
  monoid: vectorMonoid,
  eq: Vector.Eq,
  wrong: {
    equality: [
      {
        id: 'prefix',
        description: 'compares up to the end of the shorter',
        implementation: { equals: (x, y) => Vector.toArray(x).every((each, i) => i >= y.length || each === y.data[i]) },
      },
      {
        id: 'notReflexive',
        description: 'NaN differs from itself',
        implementation: {
          equals: (x, y) => x.length === y.length && Vector.toArray(x).every((a, i) => a === y.data[i]),
        },
      },
    ],
    identity: [
      {
        id: 'shorter',
        description: 'stops at the end of the shorter',
        implementation: { ...vectorMonoid, concat: zip((a, b) => a + b) },
      },
    ],
    assoc: [
      {
        id: 'mean',
        description: 'the mean of the two',
        implementation: { ...vectorMonoid, concat: (x, y) => Vector.scale(0.5)(vectorMonoid.concat(x, y)) },
      },
    ],
    entry: [
      {
        id: 'append',
        description: 'the other monoid: one vector after the other',
        implementation: {
          ...vectorMonoid,
          concat: (x, y) => vectorOfArray([...x.data, ...y.data]),
        },
      },
    ],
  },
})

const matrixMonoid = Matrix.getMonoidSum()

/** Extends the entries as one long vector, whatever rows they stand in. */
const flatSum = (a: Matrix.Matrix, b: Matrix.Matrix): Matrix.Matrix => {
  const [rows, cols] = [Math.max(a.rows, b.rows), Math.max(a.cols, b.cols)]
  const sum = vectorMonoid.concat(vectorOfArray([...a.data]), vectorOfArray([...b.data]))
  return mapMatrix((_, k) => sum.data[k] ?? 0)(Matrix.zeros(rows, cols))
}

/** Equality and sum of matrices. */
export const matrixInstances = instanceLaws<Matrix.Matrix>({
  name: 'matrix',
  any: (entry) => fc.tuple(size, size).chain(([m, n]) => matrixOf(entry)(m, n)),
  same: (a, b) => a.rows === b.rows && a.cols === b.cols && sameNumbers([...a.data], [...b.data]),
  shape: (a) => [a.rows, a.cols],
  at: (i, j) =>
    F.flow(
      Matrix.entry(i, j),
      O.getOrElse(() => 0),
    ),
  copy: (a) => matrixOfArray(a.rows, a.cols, a.data),
  monoid: matrixMonoid,
  eq: Matrix.Eq,
  wrong: {
    equality: [
      {
        id: 'entriesOnly',
        description: 'compares the entries but not the shapes',
        implementation: { equals: (a, b) => sameNumbers([...a.data], [...b.data]) },
      },
    ],
    identity: [
      {
        id: 'empties',
        description: 'an identity of one row and one column, which an empty matrix is not equal to',
        implementation: { ...matrixMonoid, empty: Matrix.zeros(1, 1) },
      },
    ],
    assoc: [
      {
        id: 'mean',
        description: 'the mean of the two',
        implementation: { ...matrixMonoid, concat: (a, b) => Matrix.scale(0.5)(matrixMonoid.concat(a, b)) },
      },
    ],
    entry: [
      {
        id: 'flat',
        description: 'extends the entries as one long vector',
        implementation: { ...matrixMonoid, concat: flatSum },
      },
      {
        id: 'last',
        description: 'the other monoid: the later one wins',
        implementation: { ...matrixMonoid, concat: (_, b) => b },
      },
    ],
  },
})
