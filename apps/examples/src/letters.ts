/**
 * Letters: pictures of A, B and C, recalled from damaged ones.
 *
 * Definitions: each letter is a picture of 7 by 9 cells. A hetero-associative memory has learnt to answer it with a code
 *              of three components, an auto-associative one to answer it with itself; both by Hebb's rule, both asked
 *              once. A recall is right if no component of the answer is wrong; the nearest letter is right if it is the
 *              only nearest one.
 * References:  Fausett (1994) §3.1; lecture M, character recognition.
 */
import { either as E, function as F, state as S } from 'fp-ts'
import { Random } from '@engram/linalg'
import { Corruption, Glyph, Hebbian, NearestNeighbour, Noise, Pattern, Recall } from '@engram/associative-memory'
import type { Memory, MemoryError } from '@engram/associative-memory'
import { range, times } from './Draw.js'
import { block, prose, table, type Report } from './Report.js'
import { show, tally, type Tally } from './Tally.js'

const names = ['A', 'B', 'C'] as const

const drawings = `
...#...
..#.#..
..#.#..
.#...#.
.#...#.
.#####.
#.....#
#.....#
#.....#

######.
#.....#
#.....#
#.....#
######.
#.....#
#.....#
#.....#
######.

..####.
.#....#
#......
#......
#......
#......
#......
.#....#
..####.
`

type Probe = Pattern.Bipolar | Pattern.Cue
type Damage = (letter: Pattern.Bipolar) => S.State<Random.Random, Probe>

/** A kind of damage, and how many components it changes if it turns them over. */
interface Trial {
  readonly name: string
  readonly damage: Damage
  readonly share: number
  readonly flips: boolean
}

const trial = (
  name: string,
  share: number,
  damage: (fraction: Corruption.Fraction) => Damage,
  flips = false,
): E.Either<MemoryError.MemoryError, Trial> =>
  E.map((fraction: Corruption.Fraction) => ({ name, damage: damage(fraction), share, flips }))(
    Corruption.fraction(share),
  )

const trials = E.sequenceArray([
  ...range(9).map((k) => trial(`${5 * k}% turned over`, k / 20, Corruption.flip, true)),
  trial('a third turned over', 1 / 3, Corruption.flip, true),
  trial('a third missing', 1 / 3, Corruption.zero),
  trial('a third covered', 1 / 3, Corruption.mask),
])

const code = (letter: number): E.Either<MemoryError.MemoryError, Pattern.Bipolar> =>
  Pattern.bipolar(names.map((_, k) => (k === letter ? 1 : -1)))

const ask = Recall.recall({ encoding: 'bipolar', tie: 'zero' })

export interface Row {
  readonly name: string
  /** How many components are turned over; `undefined` for other damage. */
  readonly flips: number | undefined
  readonly code: Tally
  readonly picture: Tally
  readonly nearest: Tally
}

export interface Example {
  readonly name: string
  readonly letter: Glyph.Picture
  readonly probe: Probe
  readonly answer: Pattern.Cue
}

export interface Result {
  readonly rows: ReadonlyArray<Row>
  /** So many components may be missing, or half as many turned over, before a recall can fail. */
  readonly withstood: { readonly code: number; readonly picture: number }
  readonly examples: ReadonlyArray<Example>
}

/** Each kind of damage so often on each letter. */
const perLetter = 500

interface Memories {
  readonly letters: ReadonlyArray<Glyph.Picture>
  readonly codes: ReadonlyArray<Pattern.Bipolar>
  readonly toCode: Memory.Memory
  readonly toPicture: Memory.Memory
}

interface Answered {
  readonly code: boolean
  readonly picture: boolean
  readonly nearest: boolean
}

const judge =
  ({ codes, letters, toCode, toPicture }: Memories) =>
  ({
    letter,
    probe,
  }: {
    readonly letter: number
    readonly probe: Probe
  }): E.Either<MemoryError.MemoryError, Answered> => {
    const patterns = letters.map(({ pattern }) => pattern)
    const isRight = (expected: Pattern.Bipolar | undefined) => (actual: Pattern.Cue) =>
      expected !== undefined && Pattern.equalComponents(expected, actual)
    return F.pipe(
      E.Do,
      E.apS('code', E.map(isRight(codes[letter]))(ask(toCode)(probe))),
      E.apS('picture', E.map(isRight(patterns[letter]))(ask(toPicture)(probe))),
      E.apS(
        'nearest',
        E.map(({ indices }: NearestNeighbour.Nearest) => indices.length === 1 && indices[0] === letter)(
          NearestNeighbour.nearest('euclid')(patterns)(probe),
        ),
      ),
    )
  }

const rowOf =
  (seed: number, memories: Memories) =>
  ({ damage, flips, name, share }: Trial): E.Either<MemoryError.MemoryError, Row> => {
    const probes = memories.letters.map(({ pattern }, letter) =>
      F.pipe(
        damage(pattern),
        S.map((probe) => ({ letter, probe })),
        times(perLetter),
      ),
    )
    return F.pipe(
      S.evaluate(Random.fromSeed(seed))(S.sequenceArray(probes)).flat(),
      E.traverseArray(judge(memories)),
      E.map((answers) => ({
        name,
        flips: flips ? Math.round(share * (memories.letters[0]?.pattern.length ?? 0)) : undefined,
        code: tally(answers.map((answer) => answer.code)),
        picture: tally(answers.map((answer) => answer.picture)),
        nearest: tally(answers.map((answer) => answer.nearest)),
      })),
    )
  }

/** One probe of each of the last three kinds of damage, with what the auto-associative memory makes of it. */
const examplesOf =
  (seed: number, { letters, toPicture }: Memories) =>
  (all: ReadonlyArray<Trial>): E.Either<MemoryError.MemoryError, ReadonlyArray<Example>> =>
    F.pipe(
      letters.flatMap((letter, k) =>
        all
          .slice(k - 3)
          .slice(0, 1)
          .map((each) => ({ letter, each })),
      ),
      E.traverseArray(({ each, letter }) => {
        const probe = S.evaluate(Random.fromSeed(seed))(each.damage(letter.pattern))
        return E.map((answer: Pattern.Cue) => ({ name: each.name, letter, probe, answer }))(ask(toPicture)(probe))
      }),
    )

/** The whole experiment. */
export const run = (seed: number): E.Either<MemoryError.MemoryError, Result> =>
  F.pipe(
    E.Do,
    E.apS('letters', Glyph.parse(drawings)),
    E.apS('codes', E.traverseArray(code)(range(names.length))),
    E.apS('all', trials),
    E.let('associations', ({ codes, letters }) =>
      letters.flatMap(({ pattern }, k) => codes.slice(k, k + 1).map((target) => ({ input: pattern, target }))),
    ),
    E.let('pictures', ({ letters }) => letters.map(({ pattern }) => ({ input: pattern, target: pattern }))),
    E.bind('toCode', ({ associations }) => Hebbian.learn(associations)),
    E.bind('toPicture', ({ pictures }) => Hebbian.learn(pictures)),
    E.bind('code', ({ associations, toCode }) => Noise.damage(toCode)(associations)),
    E.bind('picture', ({ pictures, toPicture }) => Noise.damage(toPicture)(pictures)),
    E.bind('rows', (memories) => E.traverseArray(rowOf(seed, memories))(memories.all)),
    E.bind('examples', (memories) => examplesOf(seed, memories)(memories.all)),
    E.map(({ code, examples, picture, rows }) => ({ rows, withstood: { code, picture }, examples })),
  )

/** Cells as glyphs, those that are missing as `?`. */
const draw = ({ height, width }: Glyph.Picture, { data }: Probe): ReadonlyArray<string> =>
  range(height).map((row) =>
    Array.from(data)
      .slice(row * width, (row + 1) * width)
      .map((value) => '.?#'.charAt(value + 1))
      .join(''),
  )

const picture = ({ answer, letter, name, probe }: Example): string =>
  [
    name,
    ...draw(letter, probe).map((row, k) => `${row}  ${k === 4 ? '→' : ' '}  ${draw(letter, answer)[k] ?? ''}`),
  ].join('\n')

const cells = (n: number): string => `${n} cell${n === 1 ? '' : 's'}`

/** The experiment in words. */
export const report = ({ examples, rows, withstood }: Result): Report => ({
  title: 'Letters',
  parts: [
    prose(
      'Pictures of A, B and C on 7 × 9 cells. By Hebb’s rule one memory has learnt to answer each with a code of three ' +
        'components, another to answer it with itself. Both are asked once; an answer counts as right if no component ' +
        'of it is wrong. The nearest neighbour is the letter with the fewest differences, right if it is the only one.',
    ),
    table(
      ['damage', 'Hebb: code', 'Hebb: whole picture', 'nearest neighbour'],
      rows.map((row) => [row.name, ...[row.code, row.picture, row.nearest].map(show)]),
    ),
    prose(
      `${rows[0]?.nearest.of ?? 0} probes a row, with Wilson's 95% interval. By theory (\`Noise.damage\`) any ` +
        `${cells(withstood.code)} may be missing, or half as many turned over, without harm to the code, and any ` +
        `${cells(withstood.picture)} without harm to the picture. That is for the worst of cells; cells at random do far ` +
        'less. The nearest neighbour lasts longest: Hebb’s rule adds up what the letters share, and that speaks for all of them at once.',
    ),
    ...examples.map((example) => block(picture(example))),
  ],
})
