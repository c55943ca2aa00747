/**
 * Errors on their way from a decoder to the door.
 *
 * Definitions: `Failure`, its constructors, `at`, `flatten`.
 * Convention:  decoders gather in io-ts's tree of errors over the free semigroup, where joining two failures costs
 *              nothing; the tree is flattened once, at the door, to a list of errors with their paths.
 */
import * as DE from 'io-ts/lib/DecodeError.js'
import * as FS from 'io-ts/lib/FreeSemigroup.js'
import type { DecodeError, DecodeErrors, Path, Syntax } from './DecodeError.js'

interface Reason {
  readonly _tag: Exclude<DecodeError, Syntax>['_tag']
  readonly expected: string
}

/** What is wrong with a part of a document: never nothing. */
export type Failure = FS.FreeSemigroup<DE.DecodeError<Reason>>

const failure =
  (_tag: Reason['_tag']) =>
  (expected: string, actual: unknown): Failure =>
    FS.of(DE.leaf(actual, { _tag, expected }))

export const mismatch = failure('Mismatch')
export const unknownKey = failure('UnknownKey')
export const ragged = failure('Ragged')
export const missing = (expected: string): Failure => failure('Missing')(expected, undefined)

/** Places a failure under a key or an index of what encloses it. */
export const at =
  (place: string | number) =>
  (inner: Failure): Failure =>
    FS.of(typeof place === 'string' ? DE.key(place, 'required', inner) : DE.index(place, 'required', inner))

interface Pending {
  readonly failure: Failure
  readonly path: Path
  readonly next: Pending | undefined
}

/** What is left to look at after the first of it. */
const after = ({ failure: focus, path, next }: Pending): Pending | undefined => {
  if (focus._tag === 'Concat') return { failure: focus.left, path, next: { failure: focus.right, path, next } }
  const inner = focus.value
  if (inner._tag === 'Leaf') return next
  const place = inner._tag === 'Key' ? [inner.key] : inner._tag === 'Index' ? [inner.index] : []
  return { failure: inner.errors, path: [...path, ...place], next }
}

/** From left to right, without recursion: a failure may be a chain of a million links. */
function* errors(root: Failure): Generator<DecodeError> {
  const start: Pending = { failure: root, path: [], next: undefined }
  for (let pending: Pending | undefined = start; pending !== undefined; pending = after(pending)) {
    const { failure: focus, path } = pending
    if (focus._tag === 'Of' && focus.value._tag === 'Leaf') {
      const { error, actual } = focus.value
      yield { _tag: error._tag, path, expected: error.expected, actual }
    }
  }
}

/** The errors of a failure, in the order of the document. */
export const flatten = (root: Failure): DecodeErrors => {
  const [first, ...others] = errors(root)
  // A free semigroup has no empty element, so there is a first.
  return [first as DecodeError, ...others]
}
