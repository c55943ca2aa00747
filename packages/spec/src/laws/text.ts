/**
 * Laws of documents as text.
 */
import fc, { type Arbitrary } from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Law } from '@engram/law'
import * as Decoder from '../Decoder.js'
import * as Document from '../Document.js'
import { network } from './examples.js'
import { jsonData, same } from './inputs.js'
import { interpretersOf, type Interpreters } from './Interpreters.js'

const source = 'RFC 8259'

export const parse_stringify = Law.law<Pick<Interpreters, 'values' | 'parse' | 'stringify'>>({
  id: 'parse_stringify',
  statement: 'a document written and read again is the same, bit for bit',
  source,
  hypotheses: [],
  property: ({ values, parse, stringify }) =>
    fc.property(values, (document) => {
      const result = parse(stringify(document))
      return E.isRight(result) && same(result.right, document)
    }),
  countermodels: [
    {
      id: 'builtIn',
      description: 'JSON.stringify, which writes −0 as 0',
      implementation: { ...interpretersOf(network), stringify: (document) => JSON.stringify(document) },
    },
    {
      id: 'sixDigits',
      description: 'numbers are written with six digits',
      implementation: {
        ...interpretersOf(network),
        stringify: (document) =>
          JSON.stringify(document, (_, part: unknown) =>
            typeof part === 'number' ? Number(part.toPrecision(6)) : part,
          ),
      },
    },
  ],
})

const pieces = ['', ',', ']', '}', '"', '\\', '0', '\n', 'NaN', '//']

const cuts = fc.array(
  fc.record({
    where: fc.constantFrom('end', 'mark', 'anywhere'),
    at: fc.nat({ max: 999 }),
    length: fc.nat({ max: 2 }),
    piece: fc.constantFrom(...pieces),
  }),
  { minLength: 1, maxLength: 8, size: 'max' },
)

/** JSON text; a document's with a piece put in or cut out, in several places; and text at large. */
const texts = (values: Arbitrary<unknown>): Arbitrary<ReadonlyArray<string>> =>
  fc.oneof(
    jsonData(values).map((batch) => batch.map((value) => JSON.stringify(value))),
    fc.tuple(values, cuts).map(([document, all]) => {
      const text = JSON.stringify(document)
      const marks = [...text.matchAll(/["[\]{},:]/g)].map((mark) => mark.index)
      return all.map(({ where, at, length, piece }) => {
        const start = { end: text.length, mark: marks[at % marks.length] ?? 0, anywhere: at % text.length }[where]
        return text.slice(0, start) + piece + text.slice(start + length)
      })
    }),
    fc.array(fc.string()),
  )

const builtIn = (text: string): E.Either<unknown, unknown> => E.tryCatch((): unknown => JSON.parse(text), F.identity)

export const parse_iff_decode = Law.law<Pick<Interpreters, 'values' | 'parse' | 'decode'>>({
  id: 'parse_iff_decode',
  statement:
    'a text is read exactly when it is JSON and what it says decodes; the answer to any other text is an error',
  source,
  hypotheses: [],
  property: ({ values, parse, decode }) =>
    fc.property(texts(values), (batch) =>
      batch.every((text) => {
        const [result, expected] = [parse(text), E.chain(decode)(builtIn(text))]
        return E.isRight(result) ? E.isRight(expected) && same(result.right, expected.right) : E.isLeft(expected)
      }),
    ),
  countermodels: [
    {
      id: 'throws',
      description: 'JSON.parse without a net',
      implementation: { ...interpretersOf(network), parse: (text) => Decoder.decode(network)(JSON.parse(text)) },
    },
    {
      id: 'trailingCommas',
      description: 'a comma before a closing bracket is forgiven',
      implementation: {
        ...interpretersOf(network),
        parse: (text) => Document.parse(network)(text.replaceAll(/,\s*(?=[\]}])/g, '')),
      },
    },
    {
      id: 'firstOnly',
      description: 'what follows the document is ignored',
      implementation: {
        ...interpretersOf(network),
        parse: (text) => Document.parse(network)(text.slice(0, text.lastIndexOf('}') + 1)),
      },
    },
  ],
})
