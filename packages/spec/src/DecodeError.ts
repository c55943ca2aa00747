/**
 * What is wrong with a document: data, with the prose in `draw` alone.
 *
 * Definitions: `DecodeError`, `DecodeErrors`, `draw`.
 */
import type { readonlyNonEmptyArray } from 'fp-ts'
import { quote, show } from './Show.js'

/** The keys and indices that lead from the document to the place of the error. */
export type Path = ReadonlyArray<string | number>

interface Located {
  readonly path: Path
  readonly expected: string
  readonly actual: unknown
}

/** The value is not what the schema says. */
export interface Mismatch extends Located {
  readonly _tag: 'Mismatch'
}

/** A required key is absent. */
export interface Missing extends Located {
  readonly _tag: 'Missing'
}

/** A key that the schema does not name; `expected` lists those that it does. */
export interface UnknownKey extends Located {
  readonly _tag: 'UnknownKey'
}

/** A row of a table is not as long as the first: what a JSON Schema cannot say. */
export interface Ragged extends Located {
  readonly _tag: 'Ragged'
}

/** The text is not JSON; lines and columns count from 1, columns in UTF-16 units. */
export interface Syntax {
  readonly _tag: 'Syntax'
  readonly line: number
  readonly column: number
  readonly expected: string
  /** The offending character; empty at the end of the text. */
  readonly actual: string
}

export type DecodeError = Mismatch | Missing | UnknownKey | Ragged | Syntax

/** What a decoder answers when it refuses a document. */
export type DecodeErrors = readonlyNonEmptyArray.ReadonlyNonEmptyArray<DecodeError>

const drawPath = (path: Path): string =>
  path.length === 0
    ? 'document'
    : path
        .map((place) =>
          typeof place === 'number' ? `[${place}]` : /^[\w$]{1,48}$/.test(place) ? `.${place}` : `[${quote(place)}]`,
        )
        .join('')
        .replace(/^\./, '')

/** One error as a line. */
const drawOne = (error: DecodeError): string => {
  switch (error._tag) {
    case 'Mismatch':
    case 'Ragged':
      return `${drawPath(error.path)}: expected ${error.expected}, came ${show(error.actual)}`
    case 'Missing':
      return `${drawPath(error.path)}: expected ${error.expected}, but it is missing`
    case 'UnknownKey':
      return `${drawPath(error.path)}: unknown key; the known ones are ${error.expected}`
    case 'Syntax':
      return `line ${error.line}, column ${error.column}: expected ${error.expected}, came ${
        error.actual === '' ? 'the end of the text' : quote(error.actual)
      }`
  }
}

const mostLines = 20

/**
 * Errors as text: a line each, at most twenty of them.
 *
 * ```ts runnable
 * import { DecodeError, Decoder, Schema } from '@engram/spec'
 * import { either as E } from 'fp-ts'
 *
 * const probe = Schema.make((S) => S.struct({ state: S.array(S.spin), seed: S.seed }))
 * const wrong = Decoder.decode(probe)({ state: [1, NaN], sead: 7 })
 * E.isLeft(wrong) ? DecodeError.draw(wrong.left).split('\n') : [] // => ['state[1]: expected -1 | 1, came NaN', 'seed: expected a safe integer from 0 to 4294967295, but it is missing', 'sead: unknown key; the known ones are "state", "seed"']
 * ```
 */
export const draw = (all: DecodeErrors): string =>
  [
    ...all.slice(0, mostLines).map(drawOne),
    ...(all.length > mostLines ? [`… and ${all.length - mostLines} more`] : []),
  ].join('\n')
