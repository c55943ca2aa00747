/**
 * Laws of the decoder and the guard: what is generated is accepted, what is accepted comes back unchanged, both give
 * the same answer, and they have one for whatever they are asked.
 */
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import * as G from 'io-ts/lib/Guard.js'
import { Law } from '@engram/law'
import * as Decoder from '../Decoder.js'
import * as Guard from '../Guard.js'
import { isArray } from '../Plain.js'
import { interpret, type Schema } from '../Schema.js'
import { complete } from '../Schemable.js'
import { everything, expression, network, type Network } from './examples.js'
import { anyData, changeAlong, hostile, jsonData, knot, mapLeaves, routes, same } from './inputs.js'
import { interpretersOf, type Interpreters } from './Interpreters.js'

const source = 'io-ts, the agreement of the interpreters of a schema'

/** A decoder some of whose constructors are replaced. */
const decoderWith = <A>(schema: Schema<A>, replaced: Partial<typeof Decoder.instance>): Interpreters['decode'] =>
  Decoder.run(interpret(complete({ ...Decoder.instance, ...replaced }))(schema))

/** A guard some of whose constructors are replaced. */
const guardWith = <A>(schema: Schema<A>, replaced: Partial<typeof Guard.instance>): Interpreters['guard'] =>
  Guard.run(interpret(complete({ ...Guard.instance, ...replaced }))(schema))

export const decode_generated = Law.law<Pick<Interpreters, 'values' | 'decode'>>({
  id: 'decode_generated',
  statement: 'what the arbitrary generates, the decoder accepts and returns unchanged, bit for bit',
  source,
  hypotheses: [],
  property: ({ values, decode }) =>
    fc.property(values, (document) => {
      const result = decode(document)
      return E.isRight(result) && same(result.right, document)
    }),
  countermodels: [
    {
      id: 'falsyIsMissing',
      description: 'a key whose value is 0, false or "" counts as missing',
      implementation: {
        ...interpretersOf(everything),
        decode: (value) =>
          Object.values(value as object).every(Boolean) ? Decoder.decode(everything)(value) : E.left('missing'),
      },
    },
    {
      id: 'halfOpen',
      description: 'the upper bound of an integer is excluded',
      implementation: {
        ...interpretersOf(everything),
        decode: decoderWith(everything, {
          int: (range) => Decoder.instance.int({ ...range, max: (range?.max ?? Infinity) - 1 }),
        }),
      },
    },
    {
      id: 'copyThroughText',
      description: 'the document is copied by way of JSON.stringify, which writes −0 as 0',
      implementation: {
        ...interpretersOf(network),
        decode: (value) => Decoder.decode(network)(JSON.parse(JSON.stringify(value))),
      },
    },
  ],
})

export const encode_decode = Law.law<Pick<Interpreters, 'values' | 'decode'>>({
  id: 'encode_decode',
  statement: 'JSON data that the decoder accepts comes back unchanged: encoding is the identity',
  source,
  hypotheses: [],
  property: ({ values, decode }) =>
    fc.property(jsonData(values), (batch) =>
      batch.every((value) => {
        const result = decode(value)
        return E.isLeft(result) || same(result.right, value)
      }),
    ),
  countermodels: [
    {
      id: 'stripsKeys',
      description: 'keys that the schema does not name are dropped, as io-ts does',
      implementation: {
        ...interpretersOf(network),
        decode: (value) =>
          Decoder.decode(network)(
            typeof value === 'object' && value !== null
              ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'extra'))
              : value,
          ),
      },
    },
    {
      id: 'coerces',
      description: 'a text that spells a number passes for it',
      implementation: {
        ...interpretersOf(network),
        decode: (value) =>
          Decoder.decode(network)(
            mapLeaves((leaf) => (typeof leaf === 'string' && /^\d+$/.test(leaf) ? Number(leaf) : leaf))(value),
          ),
      },
    },
  ],
})

export const guard_iff_decode = Law.law<Pick<Interpreters, 'values' | 'decode' | 'guard'>>({
  id: 'guard_iff_decode',
  statement: 'the guard says yes exactly where the decoder succeeds',
  source,
  hypotheses: [],
  property: ({ values, decode, guard }) =>
    fc.property(anyData(values), (batch) => batch.every((value) => guard(value) === E.isRight(decode(value)))),
  countermodels: [
    {
      id: 'decoderAcceptsNaN',
      description: 'the decoder asks of a number only that it is one',
      implementation: {
        ...interpretersOf(network),
        decode: decoderWith(network, {
          finite: () => ({
            expected: 'a number',
            decode: (tree) => (typeof tree === 'number' ? E.right(tree) : Decoder.instance.finite().decode(tree)),
          }),
        }),
      },
    },
    {
      id: 'guardForgetsElements',
      description: 'the guard asks of an array only that it is one',
      implementation: {
        ...interpretersOf(network),
        guard: guardWith(network, {
          array: () => ({ is: (tree): tree is never => isArray(tree) }),
        }),
      },
    },
    {
      id: 'decoderAcceptsRagged',
      description: 'the decoder takes rows of any length for a table',
      implementation: {
        ...interpretersOf(network),
        decode: decoderWith(network, {
          table: (entry, { rows, columns } = {}) =>
            Decoder.instance.array(Decoder.instance.array(entry, columns), rows),
        }),
      },
    },
    {
      id: 'guardSeesPrototypes',
      description: 'the guard looks a tag up among inherited names too, and throws, as io-ts does',
      implementation: { ...interpretersOf(network), guard: guardWith(network, { sum: G.sum }) },
    },
  ],
})

export const total = Law.law<Pick<Interpreters, 'values' | 'decode' | 'guard'>>({
  id: 'total',
  statement: 'decoder and guard answer, whatever the value: cyclic, bottomless, sparse, or one that throws when read',
  source: 'Turner (2004), Total functional programming',
  hypotheses: [],
  property: ({ values, decode, guard }) =>
    fc.property(
      anyData(values),
      routes,
      fc.nat(),
      fc.constantFrom(...Object.keys(hostile)),
      (batch, route, choice, name) => {
        const [value] = batch
        const all = [
          ...batch,
          knot(value, route, choice),
          hostile[name]?.(),
          changeAlong(route, () => hostile[name]?.())(value),
        ]
        all.forEach((each) => {
          decode(each)
          guard(each)
        })
      },
    ),
  countermodels: [
    {
      id: 'looksFirst',
      description: 'the decoder looks at the kind before it knows that there is an object: it throws on null',
      implementation: {
        ...interpretersOf(network),
        decode: (value) =>
          (value as Network).kind === 'network' ? Decoder.decode(network)(value) : E.left('another kind'),
      },
    },
    {
      id: 'doorless',
      description: 'the decoder reads the value itself and not a copy: it never comes back from an endless one',
      implementation: {
        ...interpretersOf(expression),
        decode: interpret(Decoder.instance)(expression).decode,
      },
    },
  ],
})
