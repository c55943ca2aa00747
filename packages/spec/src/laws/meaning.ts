/**
 * Laws of documents and what they mean, for the schemas of other packages.
 *
 * Definitions: `Meaning` (a document to a model, and back), `roundTrip`, `defaults`.
 */
import fc, { type Arbitrary } from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Law } from '@engram/law'
import type { DecodeErrors } from '../DecodeError.js'
import { stringify } from '../Document.js'
import type { Json } from '../Json.js'

/** Between documents and what they mean. */
export interface Meaning<Document, Model> {
  readonly fromDocument: (document: Document) => E.Either<DecodeErrors, Model>
  readonly toDocument: (model: Model) => Document
}

/** What a law of this kind says of whom. */
export interface Subject<Document, Model> extends Pick<
  Law.Law<Meaning<Document, Model>>,
  'id' | 'rows' | 'countermodels'
> {
  /** What a model is: `a graded network`. */
  readonly what: string
  /** Models, built to be consistent; a schema alone would hardly ever draw one. */
  readonly models: Arbitrary<Model>
}

/** Finite numbers of all sizes, small whole ones as often. */
export const finite: Arbitrary<number> = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

const same = <Model>(expected: Model, actual: E.Either<unknown, Model>): boolean =>
  fc.stringify(actual) === fc.stringify(E.right(expected))

/** The law that a model, written as JSON text and read again, is the same model. */
export const roundTrip = <Document extends Json, Model>({
  models,
  parse,
  what,
  ...subject
}: Subject<Document, Model> & {
  readonly parse: (text: string) => E.Either<DecodeErrors, Document>
}): Law.Law<Meaning<Document, Model>> =>
  Law.law<Meaning<Document, Model>>({
    statement: `${what}, written as JSON text and read again, is the same`,
    source: 'the encoder is a section of the decoder',
    hypotheses: [],
    property: ({ fromDocument, toDocument }) =>
      fc.property(models, (model) => same(model, F.pipe(toDocument(model), stringify, parse, E.chain(fromDocument)))),
    ...subject,
  })

/** The law that a document means the same with its defaults written down, which `explicit` does. */
export const defaults = <Document, Model>({
  explicit,
  models,
  what,
  ...subject
}: Subject<Document, Model> & {
  readonly explicit: (document: Document) => Document
}): Law.Law<Meaning<Document, Model>> =>
  Law.law<Meaning<Document, Model>>({
    statement: `what is left out of a document of ${what} means its default, written down`,
    source: 'convention of the document',
    hypotheses: [],
    property: ({ fromDocument, toDocument }) =>
      fc.property(models, (model) => same(model, fromDocument(explicit(toDocument(model))))),
    ...subject,
  })
