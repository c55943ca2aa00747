/**
 * Vectors, and matrices of one shape, form a vector space: exactly so on dyadic entries.
 *
 * References: Halmos (1958), "Finite-Dimensional Vector Spaces", §2, whose axioms these are.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import * as Matrix from '../Matrix.js'
import * as Vector from '../Vector.js'
import { matricesAgree, vectorsAgree, type Result } from './agree.js'
import { dyadic, double, matrixOf, size, vectorOf } from './arbitraries.js'
import { mapMatrix, mapVector } from './build.js'

/** What the laws use; `zero` has the shape of its argument, `subtract(y)(x)` is x − y. */
export interface Space<V> {
  readonly zero: (like: V) => V
  readonly add: (x: V) => (y: V) => Result<V>
  readonly subtract: (y: V) => (x: V) => Result<V>
  readonly scale: (alpha: number) => (x: V) => V
  readonly negate: (x: V) => V
}

/** What the laws need to know of the things themselves. */
interface Carrier<V> {
  readonly name: string
  readonly several: (entry: fc.Arbitrary<number>) => fc.Arbitrary<readonly [V, V, V]>
  readonly agree: (x: Result<V>, y: Result<V>) => boolean
  /** The truth, from which the countermodels are made by small changes. */
  readonly space: Space<V>
  readonly map: (f: (entry: number, position: number) => number) => (x: V) => V
}

interface Inputs<V> {
  readonly x: V
  readonly y: V
  readonly z: V
  readonly alpha: number
  readonly beta: number
}

const exactness = 'the numbers are dyadic, so that no sum or product is rounded'

const spaceLaws = <V>({ name, several, agree, space, map }: Carrier<V>) => {
  const inputs = (entry: fc.Arbitrary<number>): fc.Arbitrary<Inputs<V>> =>
    fc.tuple(several(entry), entry, entry).map(([[x, y, z], alpha, beta]) => ({ x, y, z, alpha, beta }))

  const about =
    (numbers: 'dyadic' | 'any') =>
    <K extends keyof Space<V>>(
      id: string,
      statement: string,
      holds: (implementation: Pick<Space<V>, K>) => (inputs: Inputs<V>) => boolean,
      countermodels: Law.Law<Pick<Space<V>, K>>['countermodels'],
    ): Law.Law<Pick<Space<V>, K>> => {
      const over =
        (entry: fc.Arbitrary<number>) =>
        (implementation: Pick<Space<V>, K>): Law.Property =>
          fc.property(inputs(entry), holds(implementation))
      return Law.law({
        id: `${name}_${id}`,
        statement,
        source: 'Halmos (1958), §2',
        hypotheses: numbers === 'any' ? [] : [{ id: 'dyadic', statement: exactness, dropped: over(double) }],
        property: over(numbers === 'any' ? double : dyadic),
        countermodels,
      })
    }
  const always = about('any')
  const exactly = about('dyadic')

  const mean = (x: V) => (y: V) => E.map(space.scale(0.5))(space.add(x)(y))
  const skipFirst = map((entry, position) => (position === 0 ? 0 : entry))

  const laws = {
    addComm: always<'add'>(
      'add_comm',
      'x + y = y + x',
      ({ add }) =>
        ({ x, y }) =>
          agree(add(x)(y), add(y)(x)),
      [
        {
          id: 'minus',
          description: 'subtracts',
          implementation: { add: (x) => (y) => space.subtract(y)(x) },
        },
      ],
    ),
    addAssoc: exactly<'add'>(
      'add_assoc',
      '(x + y) + z = x + (y + z)',
      ({ add }) =>
        ({ x, y, z }) =>
          agree(E.chain((xy: V) => add(xy)(z))(add(x)(y)), E.chain((yz: V) => add(x)(yz))(add(y)(z))),
      [{ id: 'mean', description: 'returns the mean', implementation: { add: mean } }],
    ),
    addZero: always<'add' | 'zero'>(
      'add_zero',
      'x + 0 = x = 0 + x',
      ({ add, zero }) =>
        ({ x }) =>
          agree(add(x)(zero(x)), E.right(x)) && agree(add(zero(x))(x), E.right(x)),
      [
        {
          id: 'startsAtOne',
          description: 'a loop that starts at 1',
          implementation: { zero: space.zero, add: (x) => (y) => E.map(skipFirst)(space.add(x)(y)) },
        },
      ],
    ),
    addNeg: always<'add' | 'negate' | 'zero'>(
      'add_neg',
      'x + (−x) = 0',
      ({ add, negate, zero }) =>
        ({ x }) =>
          agree(add(x)(negate(x)), E.right(zero(x))),
      [
        {
          id: 'absolute',
          description: 'negates only what is positive',
          implementation: { ...space, negate: map((entry) => -Math.abs(entry)) },
        },
      ],
    ),
    subtractEqAddNeg: always<'add' | 'subtract' | 'negate'>(
      'subtract_eq_add_neg',
      'x − y = x + (−y)',
      ({ add, subtract, negate }) =>
        ({ x, y }) =>
          agree(subtract(y)(x), add(x)(negate(y))),
      [
        {
          id: 'turned',
          description: 'y − x',
          implementation: { ...space, subtract: (y) => (x) => space.subtract(x)(y) },
        },
      ],
    ),
    scaleAdd: exactly<'add' | 'scale'>(
      'scale_add',
      'α(x + y) = αx + αy',
      ({ add, scale }) =>
        ({ x, y, alpha }) =>
          agree(E.map(scale(alpha))(add(x)(y)), add(scale(alpha)(x))(scale(alpha)(y))),
      [
        {
          id: 'saturates',
          description: 'a sum that stops at 1',
          implementation: {
            scale: space.scale,
            add: (x) => (y) => E.map(map((entry) => Math.min(1, entry)))(space.add(x)(y)),
          },
        },
      ],
    ),
    addScale: exactly<'add' | 'scale'>(
      'add_scale',
      '(α + β)x = αx + βx',
      ({ add, scale }) =>
        ({ x, alpha, beta }) =>
          agree(E.right(scale(alpha + beta)(x)), add(scale(alpha)(x))(scale(beta)(x))),
      [
        {
          id: 'absolute',
          description: 'scales by |α|',
          implementation: { add: space.add, scale: (alpha) => space.scale(Math.abs(alpha)) },
        },
      ],
    ),
    scaleScale: exactly<'scale'>(
      'scale_scale',
      'α(βx) = (αβ)x',
      ({ scale }) =>
        ({ x, alpha, beta }) =>
          agree(E.right(scale(alpha)(scale(beta)(x))), E.right(scale(alpha * beta)(x))),
      [
        {
          id: 'shifts',
          description: 'adds α',
          implementation: { scale: (alpha) => map((entry) => alpha + entry) },
        },
      ],
    ),
    oneScale: always<'scale'>(
      'one_scale',
      '1x = x',
      ({ scale }) =>
        ({ x }) =>
          agree(E.right(scale(1)(x)), E.right(x)),
      [
        {
          id: 'nothing',
          description: 'gives zeros, which every other axiom of scaling allows',
          implementation: { scale: () => space.zero },
        },
      ],
    ),
  }
  const claims: ReadonlyArray<Check.Claim> = [
    Check.claim(laws.addComm, space),
    Check.claim(laws.addAssoc, space),
    Check.claim(laws.addZero, space),
    Check.claim(laws.addNeg, space),
    Check.claim(laws.subtractEqAddNeg, space),
    Check.claim(laws.scaleAdd, space),
    Check.claim(laws.addScale, space),
    Check.claim(laws.scaleScale, space),
    Check.claim(laws.oneScale, space),
  ]
  return { ...laws, claims }
}

/** The laws for vectors of one length. */
export const vectorSpace = spaceLaws<Vector.Vector>({
  name: 'vector',
  several: (entry) =>
    size.chain((n) => {
      const one = vectorOf(entry)(n)
      return fc.tuple(one, one, one)
    }),
  agree: vectorsAgree,
  space: {
    zero: (like) => Vector.zeros(like.length),
    add: Vector.add,
    subtract: Vector.subtract,
    scale: Vector.scale,
    negate: Vector.negate,
  },
  map: mapVector,
})

/** The laws for matrices of one shape. */
export const matrixSpace = spaceLaws<Matrix.Matrix>({
  name: 'matrix',
  several: (entry) =>
    fc.tuple(size, size).chain(([m, n]) => {
      const one = matrixOf(entry)(m, n)
      return fc.tuple(one, one, one)
    }),
  agree: matricesAgree,
  space: {
    zero: (like) => Matrix.zeros(like.rows, like.cols),
    add: Matrix.add,
    subtract: Matrix.subtract,
    scale: Matrix.scale,
    negate: Matrix.negate,
  },
  map: mapMatrix,
})
