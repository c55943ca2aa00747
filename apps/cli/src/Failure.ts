/**
 * What can keep a command from its answer, as data, and the one place where it becomes prose.
 *
 * Convention: places are counted from 1, as editors do.
 */
import { MemoryError } from '@engram/associative-memory'
import { BamError } from '@engram/bam'
import { HopfieldError } from '@engram/hopfield'
import { DecodeError } from '@engram/spec'

/** An option whose value cannot be used. */
export interface BadOption {
  readonly _tag: 'BadOption'
  readonly option: string
  readonly expected: string
  readonly actual: string
}

/** Two options of which only one can be given. */
export interface Conflict {
  readonly _tag: 'Conflict'
  readonly options: readonly [string, string]
}

/** A file that cannot be read or written. */
export interface Unreachable {
  readonly _tag: 'Unreachable'
  readonly file: string
  readonly reason: string
}

/** Text in which no pictures can be read. */
export interface BadGlyphs {
  readonly _tag: 'BadGlyphs'
  readonly file: string
  readonly text: string
  readonly error: MemoryError.MemoryError
}

/** Bytes in which no image can be read, or an image without a picture in it. */
export interface BadImage {
  readonly _tag: 'BadImage'
  readonly file: string
  readonly reason: string
}

/** A picture that is not as large as those before it. */
export interface OtherSize {
  readonly _tag: 'OtherSize'
  readonly picture: string
  readonly expected: string
  readonly actual: string
  /** What set the size, as in `as --grid says`. */
  readonly as: string
}

/** Another number of things in a file than is needed. */
export interface OtherCount {
  readonly _tag: 'OtherCount'
  readonly file: string
  readonly expected: string
  readonly actual: number
}

/** A document that is none, or whose parts do not fit each other. */
export interface BadDocument {
  readonly _tag: 'BadDocument'
  readonly file: string
  readonly text: string
  readonly errors: DecodeError.DecodeErrors
}

/** Something that a network refuses. */
export interface Refused {
  readonly _tag: 'Refused'
  readonly error: HopfieldError.HopfieldError
}

/** Something that a bidirectional memory refuses. */
export interface RefusedPair {
  readonly _tag: 'RefusedPair'
  readonly error: BamError.BamError
}

export type Failure =
  | BadOption
  | Conflict
  | Unreachable
  | BadGlyphs
  | BadImage
  | OtherSize
  | OtherCount
  | BadDocument
  | Refused
  | RefusedPair

export const badOption = (option: string, expected: string, actual: string): Failure => ({
  _tag: 'BadOption',
  option,
  expected,
  actual,
})

export const refused = (error: HopfieldError.HopfieldError): Failure => ({ _tag: 'Refused', error })

export const refusedPair = (error: BamError.BamError): Failure => ({ _tag: 'RefusedPair', error })

/** The line of a text with a mark under the column. */
const excerpt = (text: string, line: number, column: number): string => {
  const shown = text.split(/\r?\n/)[line - 1] ?? ''
  const from = Math.max(0, column - 60)
  const margin = `${line}`.padStart(5)
  return `${margin} | ${shown.slice(from, from + 72)}\n${' '.repeat(margin.length)} | ${' '.repeat(column - 1 - from)}^`
}

const glyphs = ({ error, file, text }: BadGlyphs): string => {
  switch (error._tag) {
    case 'RaggedPicture':
      return [
        `${file}, line ${error.line}: expected ${error.expected}, got ${error.actual}`,
        excerpt(text, error.line, (text.split(/\r?\n/)[error.line - 1] ?? '').trimEnd().length),
      ].join('\n')
    case 'UnknownGlyph': {
      const line = text.split(/\r?\n/)[error.line - 1] ?? ''
      const indent = line.length - line.trimStart().length
      return [
        `${file}, line ${error.line}, column ${error.column + indent}: expected ${error.expected}, got ${JSON.stringify(error.actual)}`,
        excerpt(text, error.line, error.column + indent),
      ].join('\n')
    }
    case 'Empty':
      return `${file}: expected ${error.expected}, got none`
    default:
      return `${file}: ${MemoryError.render(error)}`
  }
}

const badDocument = ({ errors, file, text }: BadDocument): string => {
  const [first] = errors
  return first._tag === 'Syntax'
    ? `${file}, ${DecodeError.draw(errors)}\n${excerpt(text, first.line, first.column)}`
    : [`${file} is not a network document:`, ...DecodeError.draw(errors).split('\n')].join('\n  ')
}

/** A failure as text, without a newline at the end. */
export const render = (failure: Failure): string => {
  switch (failure._tag) {
    case 'BadOption':
      return `${failure.option}: expected ${failure.expected}, got ${JSON.stringify(failure.actual)}`
    case 'Conflict':
      return `${failure.options.join(' and ')} exclude each other`
    case 'Unreachable':
    case 'BadImage':
      return `${failure.file}: ${failure.reason}`
    case 'BadGlyphs':
      return glyphs(failure)
    case 'OtherSize':
      return `${failure.picture}: expected ${failure.expected} cells as ${failure.as}, got ${failure.actual}`
    case 'OtherCount':
      return `${failure.file}: expected ${failure.expected}, got ${failure.actual}`
    case 'BadDocument':
      return badDocument(failure)
    case 'Refused':
      return HopfieldError.render(failure.error)
    case 'RefusedPair':
      return BamError.render(failure.error)
  }
}
