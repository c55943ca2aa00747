/**
 * Laws of the equality of documents.
 */
import fc, { type Arbitrary } from 'fast-check'
import { either as E, eq, readonlyArray as RA } from 'fp-ts'
import { Law } from '@engram/law'
import * as Eq from '../Eq.js'
import { interpret } from '../Schema.js'
import { complete } from '../Schemable.js'
import { network, type Network } from './examples.js'
import { alike, copy, edits } from './inputs.js'
import { interpretersOf, type Interpreters } from './Interpreters.js'

const source = 'fp-ts, laws of Eq'

type Slice = Pick<Interpreters, 'values' | 'decode' | 'equals'>

/** Documents that have something to do with one another: copies, strangers, one small step or the same one twice. */
const related = ({ values, decode }: Slice): Arbitrary<readonly [unknown, unknown, unknown]> => {
  const isDocument = (value: unknown): boolean => E.isRight(decode(value))
  return fc.oneof(
    fc.tuple(values, values).map(([x, z]) => [x, copy(x), z] as const),
    fc.tuple(values, edits).map(([x, steps]) => {
      const step = steps.find((each) => isDocument(each(x))) ?? copy
      const twice = step(step(x))
      return [x, step(x), isDocument(twice) ? twice : x] as const
    }),
  )
}

/** The interpreters of a network's document, but for some constructors of its equality. */
const networkWith = (replaced: Partial<typeof Eq.instance>): Interpreters<Network> => ({
  ...interpretersOf(network),
  equals: interpret(complete({ ...Eq.instance, ...replaced }))(network).equals,
})

export const eq_equivalence = Law.law<Slice>({
  id: 'eq_equivalence',
  statement: 'equality is reflexive, symmetric and transitive',
  source,
  hypotheses: [],
  property: (slice) =>
    fc.property(related(slice), ([x, y, z]) => {
      const same = (a: unknown, b: unknown): boolean => slice.equals(a, b)
      return same(x, x) && same(x, y) === same(y, x) && (!same(x, y) || !same(y, z) || same(x, z))
    }),
  countermodels: [
    {
      id: 'tolerance',
      description: 'numbers are equal when they differ by 1 at most: not transitive',
      implementation: networkWith({ finite: () => eq.fromEquals((x, y) => Math.abs(x - y) <= 1) }),
    },
    {
      id: 'keysOfTheFirst',
      description: 'only the keys of the first document are compared: not symmetric',
      implementation: {
        ...interpretersOf(network),
        equals: (x: Network, y: Network) =>
          alike(x, Object.fromEntries(Object.entries(y).filter(([key]) => Object.hasOwn(x, key)))),
      },
    },
  ],
})

export const eq_structural = Law.law<Slice>({
  id: 'eq_structural',
  statement: 'documents are equal exactly when they hold the same data, −0 being 0',
  source,
  hypotheses: [],
  property: (slice) => fc.property(related(slice), ([x, y]) => slice.equals(x, y) === alike(x, y)),
  countermodels: [
    {
      id: 'byReference',
      description: 'a document is equal to itself alone',
      implementation: { ...interpretersOf(network), equals: (x, y) => x === y },
    },
    {
      id: 'ignoresLength',
      description: 'arrays are compared as far as the shorter one goes',
      implementation: networkWith({
        array: (item) => eq.fromEquals((xs, ys) => RA.zipWith(xs, ys, item.equals).every(Boolean)),
      }),
    },
    {
      id: 'forgetsOptional',
      description: 'optional keys are not compared',
      implementation: networkWith({
        struct: (required) => eq.contramap((document: object) => document as never)(Eq.instance.struct(required)),
      }),
    },
  ],
})
