/**
 * Patterns and orders as people type them.
 */
import { either as E } from 'fp-ts'

type Spin = -1 | 1

const spinOf = (word: string): Spin | undefined =>
  ['+', '1', '+1', '#', '▲'].includes(word) ? 1 : ['-', '−', '-1', '−1', '0', '.', '▽'].includes(word) ? -1 : undefined

/** Words where there are spaces or commas, else single characters. */
const wordsOf = (line: string): ReadonlyArray<string> => {
  const words = line.split(/[\s,;]+/).filter((word) => word !== '')
  return words.length > 1 ? words : [...line.trim().replaceAll(/[+−-]1/g, (sign) => (sign.startsWith('+') ? '+' : '-'))]
}

const lineOf = (line: string, index: number): E.Either<string, ReadonlyArray<Spin>> => {
  const spins = wordsOf(line).map(spinOf)
  const wrong = spins.indexOf(undefined)
  return wrong < 0
    ? E.right(spins.filter((spin) => spin !== undefined))
    : E.left(`line ${index + 1}: “${wordsOf(line)[wrong] ?? ''}” is neither + nor −`)
}

/** One pattern a line: `+ + + −`, `1 1 1 -1` or `###.`. */
export const parsePatterns =
  (maxUnits: number) =>
  (text: string): E.Either<string, ReadonlyArray<ReadonlyArray<Spin>>> => {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const rows = E.sequenceArray(lines.map(lineOf))
    if (E.isLeft(rows)) return rows
    const [first] = rows.right
    if (first === undefined) return E.left('write at least one pattern')
    const other = rows.right.findIndex((row) => row.length !== first.length)
    if (other >= 0)
      return E.left(`line ${other + 1} has ${rows.right[other]?.length ?? 0} units, line 1 has ${first.length}`)
    return first.length <= maxUnits
      ? rows.right.length <= 8
        ? rows
        : E.left('at most 8 patterns')
      : E.left(`at most ${maxUnits} units, here are ${first.length}`)
  }

export const writePatterns = (rows: ReadonlyArray<ReadonlyArray<number>>): string =>
  rows.map((row) => row.map((spin) => (spin > 0 ? '+' : '−')).join(' ')).join('\n')

/** An order of all units, counted from 1. */
export const parseOrder = (text: string, units: number): E.Either<string, ReadonlyArray<number>> => {
  const numbers = (text.match(/\d+/g) ?? []).map(Number)
  const digits = numbers.length === 1 && units > 1 ? [...String(numbers[0])].map(Number) : numbers
  const isOrder =
    digits.length === units && new Set(digits).size === units && digits.every((unit) => unit >= 1 && unit <= units)
  return isOrder
    ? E.right(digits.map((unit) => unit - 1))
    : E.left(
        `write every unit from 1 to ${units} once, such as ${Array.from({ length: units }, (_, k) => units - k).join(' ')}`,
      )
}
