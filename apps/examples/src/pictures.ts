/**
 * Pictures: two dozen of them, half covered, recalled by classical, dense and modern memories.
 *
 * Definitions: the pictures are stored in groups of 1, 3, 6 and 24, and each is recalled from itself with its top, bottom,
 *              left or right half covered. Classical and dense networks see black where a cell is darker than half, and
 *              covered cells as white; modern memories see shades, and covered cells as 0, which says nothing. A recall
 *              is right if the network comes to rest in exactly the picture, or if the picture has at least 95% of the
 *              weight of a modern memory: its effective number of patterns is at most 1.05.
 * Convention:  β is that of scores divided by the root of the number of cells.
 * References:  lecture V, the picture experiments; Ramsauer et al. (2020).
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import {
  DenseMemory,
  Interaction,
  Modern,
  ModernRecall,
  ModernVerdict,
  Network,
  Recall,
  Schedule,
  type HopfieldError,
} from '@engram/hopfield'
import { Matrix, Vector } from '@engram/linalg'
import { range } from './Draw.js'
import { side, type Picture } from './PictureList.js'
import { prose, table, type Report } from './Report.js'

type Result<A> = E.Either<HopfieldError.HopfieldError, A>

export type Half = 'top' | 'bottom' | 'left' | 'right'

const halves: ReadonlyArray<Half> = ['top', 'bottom', 'left', 'right']

const isCovered = (half: Half, cell: number): boolean => {
  const [row, column] = [Math.floor(cell / side), cell % side]
  const place = half === 'top' || half === 'bottom' ? row : column
  return half === 'top' || half === 'left' ? 2 * place < side : 2 * place >= side
}

export const betas = [0.25, 0.5, 1, 2, 4, 8] as const

const sharpest = 8

/** A group of pictures in each kind of memory. */
export interface Memories {
  readonly pictures: ReadonlyArray<Picture>
  readonly patterns: ReadonlyArray<Pattern.Bipolar>
  readonly classical: Network.Network
  readonly dense: DenseMemory.DenseMemory
  readonly modern: (beta: number) => Result<Modern.Modern>
}

const blackAndWhite = (values: ReadonlyArray<number>): Pattern.Bipolar =>
  Pattern.unsafePattern(
    'Bipolar',
    Int8Array.from(values, (value) => (value > 0 ? 1 : -1)),
  )

export const store = (pictures: ReadonlyArray<Picture>): Result<Memories> => {
  const patterns = pictures.map(({ values }) => blackAndWhite(values))
  const rows = Matrix.unsafeFromFloat64(
    pictures.length,
    side * side,
  )(Float64Array.from(pictures.flatMap(({ values }) => values)))
  return F.pipe(
    E.Do,
    E.apS('classical', Network.fromPatterns({ couplings: 'patterns' })(patterns)),
    E.apS('dense', DenseMemory.fromPatterns({ interaction: Interaction.polynomial(3) })(patterns)),
    E.map((made) => ({
      ...made,
      pictures,
      patterns,
      modern: (beta) => Modern.make({ beta: beta / side })(rows),
    })),
  )
}

/** Black and white, covered cells white. */
export const probeOfUnits = (half: Half, pattern: Pattern.Bipolar): Pattern.Bipolar =>
  Pattern.unsafePattern(
    'Bipolar',
    Int8Array.from(pattern.data, (value, cell) => (isCovered(half, cell) ? -1 : value)),
  )

/** Shades, covered cells neither white nor black. */
export const probeOfShades = (half: Half, { values }: Picture): Vector.Vector =>
  Vector.unsafeFromFloat64(Float64Array.from(values, (value, cell) => (isCovered(half, cell) ? 0 : value)))

/** How many of so many recalls were right. */
export interface Count {
  readonly right: number
  readonly of: number
}

const count = (answers: ReadonlyArray<boolean>): Count => ({
  right: answers.filter(Boolean).length,
  of: answers.length,
})

export interface Row {
  readonly stored: number
  /** Pictures that the classical network leaves as they are. */
  readonly atRest: Count
  readonly classical: Count
  readonly dense: Count
  /** After one update, and at rest, with the greatest β. */
  readonly once: Count
  readonly modern: Count
}

interface Answered {
  readonly atRest: boolean
  readonly classical: boolean
  readonly dense: boolean
  readonly once: boolean
  readonly modern: boolean
}

const options = (seed: number) => ({ schedule: Schedule.shuffled(seed) })

const isSingle = (index: number, verdict: ModernVerdict.Verdict): boolean =>
  verdict._tag === 'Single' && verdict.index === index

/** A picture that is to be recalled from the half of it that is not covered. */
interface Trial {
  readonly half: Half
  readonly index: number
  readonly picture: Picture
  readonly pattern: Pattern.Bipolar
}

const trialsOf = ({ patterns, pictures }: Memories): ReadonlyArray<Trial> =>
  pictures.flatMap((picture, index) =>
    patterns.slice(index, index + 1).flatMap((pattern) => halves.map((half) => ({ half, index, picture, pattern }))),
  )

const ask =
  (seed: number, { classical, dense, modern }: Memories) =>
  ({ half, index, pattern, picture }: Trial): Result<Answered> => {
    const probe = probeOfUnits(half, pattern)
    const query = probeOfShades(half, picture)
    return F.pipe(
      E.Do,
      E.apS('own', Recall.recall(options(seed))(classical)(pattern)),
      E.apS('network', Recall.recall(options(seed))(classical)(probe)),
      E.apS('steep', DenseMemory.recall(options(seed))(dense)(probe)),
      E.apS('memory', modern(sharpest)),
      E.bind('next', ({ memory }) => Modern.update(memory)(query)),
      E.bind('weights', ({ memory, next }) => Modern.weights(memory)(next)),
      E.bind('rest', ({ memory }) => ModernRecall.recall({})(memory)(query)),
      E.map(({ memory, network, own, rest, steep, weights }) => ({
        atRest: own.flips === 0,
        classical: Pattern.equalComponents(network.state, pattern),
        dense: Pattern.equalComponents(steep.state, pattern),
        once: isSingle(index, ModernVerdict.ofWeights({})(memory)(weights)),
        modern: isSingle(index, ModernVerdict.ofRecall({})(memory)(rest)),
      })),
    )
  }

const groupsOf = (size: number, pictures: ReadonlyArray<Picture>): ReadonlyArray<ReadonlyArray<Picture>> =>
  range(Math.floor(pictures.length / size)).map((k) => pictures.slice(k * size, (k + 1) * size))

const rowOf =
  (seed: number, pictures: ReadonlyArray<Picture>) =>
  (stored: number): Result<Row> =>
    F.pipe(
      groupsOf(stored, pictures),
      E.traverseArray((group) =>
        F.pipe(
          store(group),
          E.chain((memories) => E.traverseArray(ask(seed, memories))(trialsOf(memories))),
        ),
      ),
      E.map((groups) => groups.flat()),
      E.map((answers) => ({
        stored,
        atRest: count(answers.map(({ atRest }) => atRest)),
        classical: count(answers.map(({ classical }) => classical)),
        dense: count(answers.map(({ dense }) => dense)),
        once: count(answers.map(({ once }) => once)),
        modern: count(answers.map(({ modern }) => modern)),
      })),
    )

/** Where runs of a modern memory of all pictures come to rest. */
export interface Sharpness {
  readonly beta: number
  readonly right: Count
  /** A single picture, but another one. */
  readonly other: Count
  readonly metastable: Count
  readonly global: Count
  /** The mean effective number of patterns. */
  readonly effective: number
  /** The mean number of updates. */
  readonly updates: number
}

const sharpnessOf =
  (memories: Memories) =>
  (beta: number): Result<Sharpness> =>
    F.pipe(
      memories.modern(beta),
      E.bindTo('memory'),
      E.bind('ends', ({ memory }) =>
        F.pipe(
          trialsOf(memories),
          E.traverseArray(({ half, index, picture }) =>
            F.pipe(
              probeOfShades(half, picture),
              ModernRecall.recall({})(memory),
              E.map((run) => ({
                index,
                verdict: ModernVerdict.ofRecall({})(memory)(run),
                effective: ModernVerdict.effective(run.weights),
                updates: run.sweeps,
              })),
            ),
          ),
        ),
      ),
      E.map(({ ends: all }) => {
        const mean = (values: ReadonlyArray<number>): number => values.reduce((a, b) => a + b, 0) / values.length
        return {
          beta,
          right: count(all.map(({ index, verdict }) => isSingle(index, verdict))),
          other: count(all.map(({ index, verdict }) => verdict._tag === 'Single' && verdict.index !== index)),
          metastable: count(all.map(({ verdict }) => verdict._tag === 'Metastable')),
          global: count(all.map(({ verdict }) => verdict._tag === 'Global')),
          effective: mean(all.map(({ effective }) => effective)),
          updates: mean(all.map(({ updates }) => updates)),
        }
      }),
    )

export interface Told {
  readonly rows: ReadonlyArray<Row>
  readonly strip: ReadonlyArray<Sharpness>
}

/** The whole experiment. */
export const run =
  (pictures: ReadonlyArray<Picture>) =>
  (seed: number): Result<Told> =>
    F.pipe(
      E.Do,
      E.apS('rows', E.traverseArray(rowOf(seed, pictures))([1, 3, 6, 24])),
      E.apS(
        'strip',
        F.pipe(
          store(pictures),
          E.chain((memories) => E.traverseArray(sharpnessOf(memories))(betas)),
        ),
      ),
    )

const show = ({ of, right }: Count): string => `${right} of ${of}`

/** The experiment in words. */
export const report = ({ rows, strip }: Told): Report => ({
  title: 'Pictures',
  parts: [
    prose(
      'Two dozen pictures of 32 × 32 cells, stored in groups of 1, 3, 6 and 24, each recalled from itself with its top, ' +
        'bottom, left or right half covered: 96 recalls a row. Classical and dense networks (degree 3) see black and ' +
        'white and must come to rest in exactly the picture; modern memories (β = 8, scores over the root of the ' +
        'number of cells) see shades, and the picture must have all but a little of the weight.',
    ),
    table(
      ['stored', 'classical: picture at rest', 'classical', 'dense', 'modern: one update', 'modern: at rest'],
      rows.map((row) => [`${row.stored}`, ...[row.atRest, row.classical, row.dense, row.once, row.modern].map(show)]),
    ),
    prose(
      'The pictures are anything but random: most have white corners, and white is what they agree on. Six of them are ' +
        'too many for a classical network: it does not even leave them as they are, and what it makes of half a picture ' +
        'is a mixture or, mostly, a state that was never stored. Most of what a modern memory gets wrong are pale ' +
        'pictures, such as the fish: their scores are small, and a picture of more contrast fits half of them better ' +
        'than they do. What β does to all 24:',
    ),
    table(
      ['β', 'right', 'another picture', 'metastable', 'global', 'effective number', 'updates'],
      strip.map(({ beta, effective, global, metastable, other, right, updates }) => [
        `${beta}`,
        ...[right, other, metastable, global].map(show),
        effective.toFixed(2),
        updates.toFixed(1),
      ]),
    ),
    prose('![An owl in memories of 1, 3 and 24 pictures, and what β makes of it](pictures.svg)'),
    prose(
      'Small β answers with a mean of many pictures, great β with one of them, and the greater β is, the fewer updates ' +
        'it takes; one of them is the check that nothing moves any more. Where only the first update counts, some that are right at rest are not yet there: “one step” is ' +
        'for pictures that stand far enough apart.',
    ),
  ],
})
