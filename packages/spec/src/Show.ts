/**
 * Any value in a few words, as error messages show it: NaN is `NaN`, never `null`. Total, even on a broken proxy.
 */
import { either as E, function as F } from 'fp-ts'

const longest = 48

/** Quoted as in JSON; control and formatting characters are escaped, and a long text is cut. */
export const quote = (text: string): string => {
  const quoted = JSON.stringify(text.slice(0, longest)).replace(
    /\p{C}/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`,
  )
  return text.length <= longest ? quoted : `${quoted}… (${text.length} characters)`
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

const showObject = (value: object): string => {
  if (Array.isArray(value))
    return value.length === 0 ? 'an empty array' : `an array of ${count(value.length, 'element')}`
  const tag = Object.prototype.toString.call(value).slice('[object '.length, -1)
  const prototype: object | null = Object.getPrototypeOf(value)
  const name = tag === 'Object' && prototype !== null ? prototype.constructor.name : tag
  if (name !== 'Object') return `[object ${name.slice(0, longest)}]`
  const keys = Object.keys(value).length
  return keys === 0 ? 'an empty object' : `an object with ${count(keys, 'key')}`
}

/** The value itself where it is short, else its kind and size. */
export const show = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return quote(value)
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value)
    case 'bigint':
      return `the bigint ${String(value).slice(0, longest)}`
    case 'object':
      return value === null
        ? 'null'
        : F.pipe(
            E.tryCatch(() => showObject(value), F.identity),
            E.getOrElse(() => 'an object that cannot be read'),
          )
    case 'function':
    case 'symbol':
      return `a ${typeof value}`
    default:
      return String(value)
  }
}
