/**
 * Scrambled words: "Hmunas rmebmeer", read by a memory of words.
 *
 * Definitions: a word is scrambled by putting the letters between its first and its last in another order. A memory is
 *              told the word as features, which an `Encoding` makes of it, and answers with the code of a word.
 *              Recall is right if it names the word and no other.
 * References:  Rawlinson (1976) on the reading of scrambled words; lecture V for the sentence; Willshaw et al. (1969).
 */
import { either as E, function as F, nonEmptyArray as NEA, state as S } from 'fp-ts'
import { Random } from '@engram/linalg'
import { Hebbian, NearestNeighbour, Pattern, Recall, Willshaw } from '@engram/associative-memory'
import type { Memory, MemoryError } from '@engram/associative-memory'
import { range, times } from './Draw.js'
import { prose, table, type Report } from './Report.js'
import { show, tally, type Tally } from './Tally.js'

type Checked<A> = E.Either<MemoryError.MemoryError, A>

const letters = 'abcdefghijklmnopqrstuvwxyz'
const longest = 12

const letterAt = (word: string, position: number): number => letters.indexOf(word.charAt(position))

/** All pairs of items, in order of their first. */
const pairs = <A>(items: ReadonlyArray<A>): ReadonlyArray<readonly [A, A]> =>
  items.flatMap((a, k) => items.slice(k + 1).map((b) => [a, b] as const))

/** How a word becomes features: the numbers of those that it has. */
export interface Encoding {
  readonly name: string
  readonly size: number
  readonly active: (word: string) => ReadonlyArray<number>
}

const end = letters.length

/** The beginning of a word and its end count as a letter of their own. */
const bigram = (a: number, b: number): number => (a < 0 ? end : a) * (end + 1) + (b < 0 ? end : b)

/** Two letters in either order; a letter with itself is two of it. */
const pair = (a: number, b: number): number => (Math.max(a, b) * (Math.max(a, b) + 1)) / 2 + Math.min(a, b)

const encodings: ReadonlyArray<Encoding> = [
  {
    name: 'letters at their positions',
    size: longest * end,
    active: (word) => range(word.length).map((k) => k * end + letterAt(word, k)),
  },
  {
    name: 'bigrams',
    size: (end + 1) ** 2,
    active: (word) => range(word.length + 1).map((k) => bigram(letterAt(word, k - 1), letterAt(word, k))),
  },
  {
    name: 'ends, length, what is between',
    size: longest + 3 * end + (end * (end + 1)) / 2,
    active: (word) => {
      const middle = range(word.length)
        .slice(1, -1)
        .map((k) => letterAt(word, k))
      return [
        Math.min(word.length, longest) - 1,
        longest + letterAt(word, 0),
        longest + end + letterAt(word, word.length - 1),
        ...middle.map((letter) => longest + 2 * end + letter),
        ...pairs(middle).map(([a, b]) => longest + 3 * end + pair(a, b)),
      ]
    },
  },
]

const binary = (size: number, active: ReadonlyArray<number>): Checked<Pattern.Binary> => {
  const on = new Set(active)
  return Pattern.binary(range(size).map((k) => (on.has(k) ? 1 : 0)))
}

const encode =
  ({ active, size }: Encoding) =>
  (word: string): Checked<Pattern.Binary> =>
    binary(size, active(word))

/** A word with the letters between its ends in an order that differs from its own, if there is one. */
export const scramble = (word: string): S.State<Random.Random, string> => {
  const middle = Array.from(word.slice(1, -1))
  const isUniform = middle.every((letter) => letter === middle[0])
  return F.pipe(
    Random.permutation(middle.length),
    S.chain((order) => {
      const other = `${word.charAt(0)}${order.map((k) => middle[k] ?? '').join('')}${word.slice(-1)}`
      return other === word && !isUniform ? scramble(word) : S.of(word.length < 3 ? word : other)
    }),
  )
}

/** What a memory names; more than one where it cannot tell. */
type Reader = (scrambled: Pattern.Binary) => Checked<ReadonlyArray<number>>

/** Codes of as many units for Hebb's rule, dense; for Willshaw's, a few of many. */
const denseUnits = 64
const sparseUnits = 1024
const sparseActive = 10

const keys = ['nearest', 'hebb', 'willshaw'] as const

type Memories<A> = { readonly [K in (typeof keys)[number]]: A }

const associate = <T>(inputs: ReadonlyArray<Pattern.Binary>, targets: ReadonlyArray<T>) =>
  inputs.flatMap((input, k) => targets.slice(k, k + 1).map((target) => ({ input, target })))

const byCode =
  (codes: ReadonlyArray<Pattern.Bipolar>) =>
  (memory: Memory.Memory): Reader =>
  (scrambled) =>
    F.pipe(
      Recall.recall({ encoding: 'bipolar', tie: 'zero' })(memory)(scrambled),
      E.chain(NearestNeighbour.nearest('euclid')(codes)),
      E.map(({ indices }) => indices),
    )

/** All words whose code is part of the answer. */
const byPart =
  (codes: ReadonlyArray<ReadonlyArray<number>>) =>
  (memory: Memory.Memory): Reader =>
  (scrambled) =>
    E.map(({ data }: Pattern.Binary) => range(codes.length).filter((k) => codes[k]?.every((unit) => data[unit] === 1)))(
      Willshaw.recall(memory)(scrambled),
    )

const readersOf =
  (words: ReadonlyArray<string>, seed: number) =>
  (encoding: Encoding): Checked<Memories<Reader>> => {
    const [signs, sparse] = S.evaluate(Random.fromSeed(seed))(
      F.pipe(
        times(words.length)(Random.signs(denseUnits)),
        S.bindTo('signs'),
        S.bind('sparse', () => times(words.length)(Random.choice(sparseActive, sparseUnits))),
        S.map(({ signs: dense, sparse: few }) => [dense, few] as const),
      ),
    )
    return F.pipe(
      E.Do,
      E.apS('inputs', E.traverseArray(encode(encoding))(words)),
      E.apS('codes', E.traverseArray(Pattern.bipolar)(signs)),
      E.apS('sparseCodes', E.traverseArray((few: ReadonlyArray<number>) => binary(sparseUnits, few))(sparse)),
      E.bind('hebb', ({ codes, inputs }) => Hebbian.learn(associate(inputs, codes))),
      E.bind('willshaw', ({ inputs, sparseCodes }) => Willshaw.learn(associate(inputs, sparseCodes))),
      E.map(({ codes, hebb, inputs, willshaw }) => ({
        nearest: F.flow(
          NearestNeighbour.nearest('hamming')(inputs),
          E.map(({ indices }) => indices),
        ),
        hebb: byCode(codes)(hebb),
        willshaw: byPart(sparse)(willshaw),
      })),
    )
  }

/** Whether a reader names the word and no other. */
type Read = Memories<boolean>

const readBy =
  (readers: Memories<Reader>, encoding: Encoding) =>
  (word: number, scrambled: string): Checked<Read> =>
    F.pipe(
      encode(encoding)(scrambled),
      E.chain((seen) =>
        F.pipe(
          keys,
          E.traverseArray((key) =>
            E.map((named: ReadonlyArray<number>) => named.length === 1 && named[0] === word)(readers[key](seen)),
          ),
        ),
      ),
      E.map(([nearest = false, hebb = false, willshaw = false]) => ({
        nearest,
        hebb,
        willshaw,
      })),
    )

export interface ByEncoding {
  readonly encoding: string
  /** Words as they were stored. */
  readonly stored: Memories<Tally>
  readonly scrambled: Memories<Tally>
}

export interface ByLength {
  readonly length: string
  readonly encodings: ReadonlyArray<Memories<Tally>>
}

export interface Result {
  readonly words: number
  readonly probes: number
  /** Words that have the same ends and the same letters between them. */
  readonly twins: ReadonlyArray<ReadonlyArray<string>>
  readonly encodings: ReadonlyArray<ByEncoding>
  readonly lengths: ReadonlyArray<ByLength>
  /** The sentence, as the nearest neighbour and Willshaw's memory read it with the last encoding. */
  readonly sentence: { readonly nearest: string; readonly willshaw: string }
}

const summed = (reads: ReadonlyArray<Read>): Memories<Tally> => {
  const sum = (key: (typeof keys)[number]): Tally => tally(reads.map((read) => read[key]))
  return { nearest: sum('nearest'), hebb: sum('hebb'), willshaw: sum('willshaw') }
}

/** Of the lecture, as it stands there. */
const sentence =
  'Hmunas rmebmeer iamprtnot envtes in tiher leivs. Hmaun moemry wkors wtih asncisoatois. In tihs lcterue, we peesrnt ' +
  'modles of nrueal ntkweros taht dbriecse the rcaell of puielovsry seortd imtes form mmorey.'

const unscramble = (words: ReadonlyArray<string>, encoding: Encoding, reader: Reader): Checked<string> => {
  const parts = sentence.split(/([A-Za-z]+)/)
  return F.pipe(
    parts,
    E.traverseArray((part) =>
      /^[A-Za-z]+$/.test(part)
        ? F.pipe(
            encode(encoding)(part.toLowerCase()),
            E.chain(reader),
            E.map((named) => {
              const read = named.length === 0 ? '?' : named.map((k) => words[k] ?? '').join('/')
              return part.startsWith(part.charAt(0).toLowerCase()) ? read : read.charAt(0).toUpperCase() + read.slice(1)
            }),
          )
        : E.right(part),
    ),
    E.map((read) => read.join('')),
  )
}

/** Ends and length, and the letters between in the order of the alphabet. */
const bones = (word: string): string =>
  `${word.charAt(0)}${Array.from(word.slice(1, -1)).toSorted().join('')}${word.slice(-1)}-${word.length}`

const twinsOf = (words: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> =>
  Object.values(NEA.groupBy(bones)(Array.from(words))).filter((group) => group.length > 1)

const lengthClasses = [
  [4, 4],
  [5, 5],
  [6, 6],
  [7, 7],
  [8, longest],
] as const

interface Probe {
  readonly word: number
  readonly length: number
  readonly scrambled: string
}

/** Every word that can be scrambled, once. */
const probesOf = (words: ReadonlyArray<string>, seed: number): ReadonlyArray<Probe> =>
  S.evaluate(Random.fromSeed(seed))(S.traverseArray(scramble)(words)).flatMap((scrambled, word) =>
    scrambled === words[word] ? [] : [{ word, length: scrambled.length, scrambled }],
  )

/** Of the words as they were stored, one of so many is enough. */
const oneOf = 4

/** The whole experiment, on a list of words. */
export const run =
  (words: ReadonlyArray<string>) =>
  (seed: number): Checked<Result> => {
    const probes = probesOf(words, seed)
    return F.pipe(
      encodings,
      E.traverseArray((encoding) =>
        F.pipe(
          readersOf(words, seed + 1)(encoding),
          E.bindTo('readers'),
          E.bind('stored', ({ readers }) =>
            E.traverseArray(({ word }: Probe) => readBy(readers, encoding)(word, words[word] ?? ''))(
              probes.filter((_, k) => k % oneOf === 0),
            ),
          ),
          E.bind('scrambled', ({ readers }) =>
            E.traverseArray(({ scrambled, word }: Probe) => readBy(readers, encoding)(word, scrambled))(probes),
          ),
          E.map((read) => ({ ...read, encoding })),
        ),
      ),
      E.bindTo('all'),
      E.bind('sentences', ({ all }) =>
        E.traverseArray(({ encoding, readers }: (typeof all)[number]) =>
          E.sequenceArray([
            unscramble(words, encoding, readers.nearest),
            unscramble(words, encoding, readers.willshaw),
          ]),
        )(all.slice(-1)),
      ),
      E.map(({ all, sentences }) => ({
        words: words.length,
        probes: probes.length,
        twins: twinsOf(words),
        encodings: all.map(({ encoding, scrambled, stored }) => ({
          encoding: encoding.name,
          stored: summed(stored),
          scrambled: summed(scrambled),
        })),
        lengths: lengthClasses.map(([from, to]) => ({
          length: from === to ? `${from}` : `${from}–${to}`,
          encodings: all.map(({ scrambled }) =>
            summed(scrambled.filter((_, k) => (probes[k]?.length ?? 0) >= from && (probes[k]?.length ?? 0) <= to)),
          ),
        })),
        sentence: { nearest: sentences[0]?.[0] ?? '', willshaw: sentences[0]?.[1] ?? '' },
      })),
    )
  }

const columns = ['nearest neighbour', 'Hebb', 'Willshaw']

const cells = (tallies: Memories<Tally>): ReadonlyArray<string> => keys.map((key) => show(tallies[key]))

/** The experiment in words. */
export const report = ({ encodings: all, lengths, probes, sentence: read, twins, words }: Result): Report => ({
  title: 'Scrambled words',
  parts: [
    prose(
      `${words} common words; ${probes} of them can be scrambled with their first and last letters in place, and each is, ` +
        'once. What a memory is told of a word decides what it can read: its letters at their positions, counted from ' +
        'the left; its bigrams, with its beginning and end; or its ends, its length, and which letters and which ' +
        'pairs of letters, in whatever order, are between them. A reading is right if the word is named and no other.',
    ),
    ...(['stored', 'scrambled'] as const).flatMap((kind) => [
      prose(kind === 'stored' ? 'Words as they were stored:' : 'The same words scrambled:'),
      table(
        ['what is told', ...columns],
        all.map((row) => [row.encoding, ...cells(row[kind])]),
      ),
    ]),
    prose(
      'Scrambled words by their length; the nearest neighbour for each encoding, then the memories for the last one:',
    ),
    table(
      ['letters', ...all.map(({ encoding }) => `nearest: ${encoding}`), ...columns.slice(1)],
      lengths.map(({ encodings: tallies, length }) => [
        length,
        ...tallies.map(({ nearest }) => show(nearest)),
        ...cells(tallies.at(-1) ?? summed([])).slice(1),
      ]),
    ),
    prose(
      `Hebb’s rule answers with dense codes of ${denseUnits} units, Willshaw’s with ${sparseActive} active units of ` +
        `${sparseUnits}. An encoding that forgets the order reads scrambled words as well as others, and so does whoever ` +
        'looks them up. Hebb’s rule fails, scrambled or not: words share letters, and what hundreds of them add to a code ' +
        'drowns the one that is meant. Willshaw’s memory, with weights of 0 and 1 and sparse codes, holds them, but ' +
        'has less to go by the shorter a word is, and forgives no letter that is not where it was. ' +
        `No reader can tell ${twins.map((group) => group.join(' and ')).join(', ')} apart: the same letters stand between ` +
        'the same ends. The sentence of the lecture, read by the nearest neighbour and by Willshaw’s memory; a stroke ' +
        'is between words that it cannot tell apart:',
    ),
    prose([sentence, read.nearest, read.willshaw].map((each) => `> ${each}`).join('\n>\n')),
  ],
})
