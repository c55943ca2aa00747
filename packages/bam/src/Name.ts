/**
 * Names as patterns: text in bits, spelt so that a few wrong ones do not matter.
 *
 * Definitions: each letter is one of 32 words of 16 bits, any two of which differ in 8 or in all 16 places: the
 *              biorthogonal code, Reed and Muller's of the first order. A name is its letters one after another, blanks
 *              to the end. Reading takes for each letter the word nearest to what is there.
 * Convention:  letters are a blank, A to Z, and '-.,& ; small ones are read as capitals. A letter that two words are
 *              equally near to is read as `?`.
 * Laws:        name_read_of_flips_lt
 * References:  Muller (1954); Reed (1954).
 */
import { either as E } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { outOfRange, type BamError } from './BamError.js'

const alphabet = " ABCDEFGHIJKLMNOPQRSTUVWXYZ'-.,&"

/** Bits to a letter. */
export const width = 16

const parity = (bits: number): number => (bits === 0 ? 0 : (bits & 1) ^ parity(bits >> 1))

/** The words, one for each letter of the alphabet. */
const words: ReadonlyArray<ReadonlyArray<number>> = Array.from(alphabet, (_, letter) =>
  Array.from({ length: width }, (__, place) => (parity(letter & 15 & place) === letter >> 4 ? 1 : -1)),
)

/**
 * A name as a bipolar pattern of 16 bits a letter.
 *
 * Errors: OutOfRange (a letter that is not in the alphabet: its place; a name that is too long: its length)
 * Laws:   name_read_of_flips_lt
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Name } from '@engram/bam'
 *
 * F.pipe(Name.spell(8)('Ada'), E.map((pattern) => [pattern.length, Name.read(pattern)])) // => E.right([128, 'ADA'])
 * ```
 */
export const spell =
  (letters: number) =>
  (name: string): E.Either<BamError, Pattern.Bipolar> => {
    const capitals = name.toUpperCase()
    const odd = Array.from(capitals).findIndex((letter) => !alphabet.includes(letter))
    if (odd >= 0) return E.left(outOfRange('Name.spell', `letters of ${JSON.stringify(alphabet)}`, odd))
    if (capitals.length > letters)
      return E.left(outOfRange('Name.spell', `at most ${letters} letters`, capitals.length))
    return Pattern.bipolar(
      Array.from(capitals.padEnd(letters)).flatMap((letter) => words[alphabet.indexOf(letter)] ?? []),
    )
  }

const nearest = (bits: ReadonlyArray<number>): string => {
  const scores = words.map((word) => word.reduce((sum, bit, k) => sum + bit * (bits[k] ?? 0), 0))
  const best = Math.max(...scores)
  return scores.filter((score) => score === best).length === 1 ? (alphabet[scores.indexOf(best)] ?? '?') : '?'
}

/**
 * The name that a pattern is nearest to, letter by letter, without blanks at the end. Components may be missing.
 *
 * Cost: 512 operations a letter
 * Laws: name_read_of_flips_lt
 */
export const read = (pattern: Pattern.Signal): string =>
  Array.from({ length: Math.ceil(pattern.length / width) }, (_, k) =>
    nearest(Array.from(pattern.data).slice(k * width, (k + 1) * width)),
  )
    .join('')
    .trimEnd()
