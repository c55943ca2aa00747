/**
 * JSON values, how they are written, and where a text fails to be one.
 *
 * Definitions: `Json`, `write`, `fault`.
 * References:  RFC 8259.
 */
import { maxDepth } from './Plain.js'

export type Json = null | boolean | number | string | ReadonlyArray<Json> | { readonly [key: string]: Json }

const isArray = (json: Json): json is ReadonlyArray<Json> => Array.isArray(json)

const isScalar = (json: Json): boolean => json === null || typeof json !== 'object'

const writeLeaf = (json: Json): string =>
  typeof json === 'number' ? (Object.is(json, -0) ? '-0' : String(json)) : JSON.stringify(json)

const writeWithin =
  (margin: string) =>
  (json: Json): string => {
    const block = (open: string, lines: ReadonlyArray<string>, close: string): string =>
      lines.length === 0
        ? open + close
        : `${open}\n${lines.map((line) => `${inside}${line}`).join(',\n')}\n${margin}${close}`
    const inside = `${margin}  `
    if (json === null || typeof json !== 'object') return writeLeaf(json)
    if (isArray(json)) {
      return json.every(isScalar)
        ? `[${json.map(writeLeaf).join(', ')}]`
        : block('[', json.map(writeWithin(inside)), ']')
    }
    return block(
      '{',
      Object.entries(json).map(([key, value]) => `${JSON.stringify(key)}: ${writeWithin(inside)(value)}`),
      '}',
    )
  }

/** JSON text: a line for each key and for each row of numbers, and −0 as `-0`, so that nothing is lost. */
export const write: (json: Json) => string = writeWithin('')

/** Where a text stops being JSON, and what could have stood there. */
export interface Fault {
  readonly offset: number
  readonly expected: string
}

/** The arrays and objects that are still open, innermost first. */
interface Open {
  readonly closer: ']' | '}'
  readonly outer: Open | undefined
  readonly depth: number
}

/** Where the reader stands: `first` may also close what has just been opened. */
interface State {
  readonly offset: number
  readonly want: 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'next' | 'nothing'
  readonly open: Open | undefined
}

const space = /^[ \t\n\r]*/
const scalar = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/
const escape = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/
const special = /[^ !#-[\]-\uffff]/

/** Where a match that starts at the offset ends; there itself when there is none. */
const past = (pattern: Readonly<RegExp>, text: string, offset: number): number =>
  offset + (pattern.exec(text.slice(offset))?.[0].length ?? 0)

const nextSpecial = (text: string, offset: number): number => {
  const length = text.slice(offset).search(special)
  return length < 0 ? text.length : offset + length
}

/** Past the characters of a string, in steps: one pattern for all of them would exhaust the stack of a long one. */
const pastCharacters = (text: string, offset: number): number => {
  for (let end = nextSpecial(text, offset); ;) {
    const next = past(escape, text, end)
    if (next === end) return end
    end = nextSpecial(text, next)
  }
}

const expectation = ({ want, open }: State): string => {
  switch (want) {
    case 'value':
      return 'a value'
    case 'first value':
      return 'a value or "]"'
    case 'key':
      return 'a key in double quotes'
    case 'first key':
      return 'a key in double quotes or "}"'
    case 'colon':
      return '":"'
    default:
      return open === undefined ? 'the end of the text' : `"," or "${open.closer}"`
  }
}

/** Reads one token. */
const advance =
  (text: string) =>
  (state: State): State | Fault => {
    const { want, open } = state
    const offset = past(space, text, state.offset)
    const character = text[offset]
    const fault = { offset, expected: expectation(state) }
    const isKey = want === 'key' || want === 'first key'
    const goTo = (to: number, next: State['want'], within: Open | undefined): State => ({
      offset: to,
      want: next,
      open: within,
    })
    const enter = (closer: Open['closer'], next: State['want']): State | Fault => {
      const depth = (open?.depth ?? 0) + 1
      return depth > maxDepth
        ? { offset, expected: `at most ${maxDepth} levels of nesting` }
        : goTo(offset + 1, next, { closer, outer: open, depth })
    }

    if (want === 'next' && open === undefined) return character === undefined ? goTo(offset, 'nothing', open) : fault
    if (want === 'next' && character === ',') return goTo(offset + 1, open?.closer === ']' ? 'value' : 'key', open)
    if (want === 'next' || want === 'first value' || want === 'first key') {
      if (character === open?.closer) return goTo(offset + 1, 'next', open?.outer)
      if (want === 'next') return fault
    }
    if (want === 'colon') return character === ':' ? goTo(offset + 1, 'value', open) : fault
    if (character === '"') {
      const end = pastCharacters(text, offset + 1)
      return text[end] === '"'
        ? goTo(end + 1, isKey ? 'colon' : 'next', open)
        : { offset: end, expected: 'a string without raw control characters, closed by a double quote' }
    }
    if (isKey) return fault
    if (character === '[') return enter(']', 'first value')
    if (character === '{') return enter('}', 'first key')
    const end = past(scalar, text, offset)
    return end > offset ? goTo(end, 'next', open) : fault
  }

/**
 * The first place where a text is not JSON, or nested deeper than plain data may be.
 *
 * Engines word this each in their own way, some without the place; hence a reader of our own, used on bad text alone.
 */
export const fault = (text: string): Fault | undefined => {
  const next = advance(text)
  for (let state: State | Fault = { offset: 0, want: 'value', open: undefined }; ; state = next(state)) {
    if (!('want' in state)) return state
    if (state.want === 'nothing') return undefined
  }
}
