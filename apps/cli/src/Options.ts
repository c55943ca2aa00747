/**
 * The values of options, from text.
 */
import { either as E } from 'fp-ts'
import { Corruption } from '@engram/associative-memory'
import { badOption, type Failure } from './Failure.js'

/** Reads the text that was given for an option. */
export type Reader<A> = (option: string) => (text: string) => E.Either<Failure, A>

/** Reads an option that may be left out. */
export const orElse =
  <A>(read: Reader<A>, otherwise: A) =>
  (option: string, text: string | undefined): E.Either<Failure, A> =>
    text === undefined ? E.right(otherwise) : read(option)(text)

const list = (words: ReadonlyArray<string>): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`

/** One of some words. */
export const oneOf =
  <A extends string>(...words: ReadonlyArray<A>): Reader<A> =>
  (option) =>
  (text) => {
    const word = words.find((each) => each === text)
    return word === undefined ? E.left(badOption(option, list(words), text)) : E.right(word)
  }

/** A whole number without sign, in a range. */
export const natural =
  (min: number, max: number): Reader<number> =>
  (option) =>
  (text) => {
    const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN
    return value >= min && value <= max
      ? E.right(value)
      : E.left(badOption(option, `a whole number from ${min} to ${max}`, text))
  }

/** A number above 0. */
export const positive: Reader<number> = (option) => (text) => {
  const value = /^(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN
  return value > 0 && value < Infinity
    ? E.right(value)
    : E.left(badOption(option, 'a positive number, such as 8 or 0.25', text))
}

/** An unsigned 32-bit integer. */
export const seed: Reader<number> = natural(0, 0xffff_ffff)

/** A share of the whole: `25%` or `0.25`. */
export const share: Reader<Corruption.Fraction> = (option) => (text) => {
  const [, digits, percent] = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text) ?? []
  return E.mapLeft(() => badOption(option, 'a share from 0% to 100%, such as 25% or 0.25', text))(
    Corruption.fraction(Number(digits) / (percent === '%' ? 100 : 1)),
  )
}

/** How many cells a picture has in each direction. */
export interface Grid {
  readonly width: number
  readonly height: number
}

/** The longest side of a picture. */
const longest = 512

/** Width × height, such as `16x16`. */
export const grid: Reader<Grid> = (option) => (text) => {
  const [, width = '', height = ''] = /^(\d{1,4})[x×](\d{1,4})$/i.exec(text) ?? []
  const size = { width: Number(width), height: Number(height) }
  return [size.width, size.height].every((side) => side >= 1 && side <= longest)
    ? E.right(size)
    : E.left(badOption(option, `width x height, each from 1 to ${longest}, such as 16x16`, text))
}

/** Units counted from 1, separated by commas or blanks; answered counted from 0. */
export const order: Reader<ReadonlyArray<number>> = (option) => (text) => {
  const units = text.trim().split(/[\s,]+/)
  return units.every((unit) => /^[1-9]\d{0,8}$/.test(unit))
    ? E.right(units.map((unit) => Number(unit) - 1))
    : E.left(badOption(option, 'units counted from 1, such as 1,4,3,2', text))
}

/** `16x16` */
export const showGrid = ({ height, width }: Grid): string => `${width}x${height}`
