/**
 * Documents as text.
 *
 * Definitions: `parse`, `stringify`.
 * Convention:  a document is its own encoding, so text needs no schema to be written, only to be read.
 *              JSON keeps the last of two equal keys in silence, and so does `parse`.
 */
import { either as E, function as F } from 'fp-ts'
import type { DecodeErrors, Syntax } from './DecodeError.js'
import { decode } from './Decoder.js'
import { fault, write, type Json } from './Json.js'
import type { Schema } from './Schema.js'

export type { Json } from './Json.js'

const syntax = (text: string): Syntax => {
  // An engine that gives up on good text can only have met its own limits, at the end of it.
  const { offset, expected } = fault(text) ?? { offset: text.length, expected: 'a shorter text' }
  const lines = text.slice(0, offset).split('\n')
  return {
    _tag: 'Syntax',
    line: lines.length,
    column: (lines.at(-1) ?? '').length + 1,
    expected,
    actual: text.slice(offset, offset + 1),
  }
}

/**
 * Reads a document from JSON text; total.
 *
 * Errors: Syntax, or those of `Decoder.decode`
 * Cost:   proportional to the text
 * Laws:   parse_stringify, parse_iff_decode
 *
 * ```ts runnable
 * import { DecodeError, Document, Schema } from '@engram/spec'
 * import { either as E } from 'fp-ts'
 *
 * const parse = Document.parse(Schema.make((S) => S.struct({ state: S.array(S.bit) })))
 * parse('{ "state": [1, 0] }') // => E.right({ state: [1, 0] })
 * E.mapLeft(DecodeError.draw)(parse('{ "state": [1, 2] }')) // => E.left('state[1]: expected 0 | 1, came 2')
 * E.mapLeft(DecodeError.draw)(parse('{\n  "state": [1, ]\n}')) // => E.left('line 2, column 16: expected a value, came "]"')
 * ```
 */
export const parse =
  <A>(schema: Schema<A>) =>
  (text: string): E.Either<DecodeErrors, A> =>
    F.pipe(
      E.tryCatch(
        (): unknown => JSON.parse(text),
        (): DecodeErrors => [syntax(text)],
      ),
      E.chain(decode(schema)),
    )

/**
 * Writes a document as JSON text, a line for each key and for each row of numbers, exactly: −0 stays −0.
 *
 * Requires: finite numbers, as decoded documents have
 * Laws:     parse_stringify
 *
 * ```ts runnable
 * import { Document } from '@engram/spec'
 *
 * Document.stringify({ weights: [[0, 1], [1, 0]] }).split('\n') // => ['{', '  "weights": [', '    [0, 1],', '    [1, 0]', '  ]', '}']
 * ```
 */
export const stringify: (document: Json) => string = write
