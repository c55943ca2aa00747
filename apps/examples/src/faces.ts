/**
 * Names and faces: pairs that call each other up, in both directions, damaged and halved.
 *
 * Definitions: a face is a picture of 16 by 16 cells, drawn from what one would say of it; a name is up to eight letters
 *              of 16 bits each. Four bidirectional memories store the same pairs. A recall is right if every cell of the
 *              face and every bit of the name is.
 * References:  Kosko (1988); Oh and Kothari (1994) for training in both directions; Jeng, Yeh and Chiueh (1990) for
 *              exponential memories; Xu, Leung and He (1994) for two projections; lecture V, name ↔ face.
 */
import { either as E, function as F, state as S } from 'fp-ts'
import { Corruption, Pattern, type MemoryError } from '@engram/associative-memory'
import {
  Asymmetric,
  Bam,
  BamError,
  Capacity,
  Exponential,
  Face,
  Name,
  Perceptron,
  Recall,
  type Pair,
} from '@engram/bam'
import { Random } from '@engram/linalg'
import { range } from './Draw.js'
import { block, prose, table, type Report } from './Report.js'
import { show, tally, type Tally } from './Tally.js'

const names = (
  'Ada Alan Grace Kurt Emmy Carl Sofia David Marie Niels Rosa Leo Hedy Paul Lise Max ' +
  'Ruth Omar Ines Hugo Maya Igor Nora Otto Vera Yuri Zoe Aram Dilan Hana Rojin Karwan'
).split(' ')

const letters = 8

type Recalling = (probe: Recall.Probe) => E.Either<BamError.BamError, Recall.Recall>

/** A way to store pairs and to recall them; half of its sweeps more than one needs to rest. */
interface Rule {
  readonly name: string
  readonly store: (pairs: ReadonlyArray<Bam.StoredPair>) => E.Either<BamError.BamError, Recalling>
}

const asked = { maxSweeps: 60 }

const rules: ReadonlyArray<Rule> = [
  { name: 'Hebb', store: F.flow(Bam.fromPairs({ couplings: 'patterns' }), E.map(Recall.recall(asked))) },
  {
    name: 'perceptron',
    store: F.flow(
      Perceptron.train({ margin: 64, maxEpochs: 200 }),
      E.map(({ bam }) => Recall.recall(asked)(bam)),
    ),
  },
  { name: 'two projections', store: F.flow(Asymmetric.learn({}), E.map(Recall.recall(asked))) },
  { name: 'exponential', store: F.flow(Exponential.fromPairs({}), E.map(Exponential.recall(asked))) },
]

type Draw = S.State<Random.Random, Recall.Probe>

/** What is left of a pair. */
interface Damage {
  readonly name: string
  readonly probe: (pair: Bam.StoredPair) => Draw
}

/** The components that a test keeps; the others are missing. */
const keeping =
  (keeps: (index: number) => boolean) =>
  (half: Pattern.Pattern): Pattern.Cue =>
    Pattern.unsafePattern(
      'Cue',
      Int8Array.from(half.data, (value, index) => (keeps(index) ? value : 0)),
    )

const upperHalf = keeping((cell) => cell < (Face.side * Face.side) / 2)
const leftHalf = keeping((cell) => cell % Face.side < Face.side / 2)
const firstLetters = keeping((bit) => bit < (letters / 2) * Name.width)

const flipped =
  (share: Corruption.Fraction) =>
  (half: Pattern.Pattern): S.State<Random.Random, Pattern.Bipolar> =>
    Corruption.flip(share)(Pattern.toBipolar(half))

const damages = (tenth: Corruption.Fraction, quarter: Corruption.Fraction): ReadonlyArray<Damage> => [
  { name: 'the name', probe: ({ y }) => S.of({ y }) },
  {
    name: 'the name, 10% of its bits flipped',
    probe: ({ y }) => S.map((half: Pair.State) => ({ y: half }))(flipped(tenth)(y)),
  },
  { name: 'the first four letters of the name', probe: ({ y }) => S.of({ y: firstLetters(y) }) },
  { name: 'the face', probe: ({ x }) => S.of({ x }) },
  {
    name: 'the face, 10% of its cells flipped',
    probe: ({ x }) => S.map((half: Pair.State) => ({ x: half }))(flipped(tenth)(x)),
  },
  {
    name: 'the face, 25% of its cells flipped',
    probe: ({ x }) => S.map((half: Pair.State) => ({ x: half }))(flipped(quarter)(x)),
  },
  { name: 'the upper half of the face', probe: ({ x }) => S.of({ x: upperHalf(x) }) },
  { name: 'the left half of the face', probe: ({ x }) => S.of({ x: leftHalf(x) }) },
  {
    name: 'half of both',
    probe: ({ x, y }) => S.of({ x: upperHalf(x), y: firstLetters(y) }),
  },
]

/** People with their faces, drawn by lot; names in the order of the list. */
const people = (count: number): S.State<Random.Random, E.Either<BamError.BamError, ReadonlyArray<Bam.StoredPair>>> =>
  S.map((faces: ReadonlyArray<Face.Traits>) =>
    F.pipe(
      names.slice(0, count),
      E.traverseArray(Name.spell(letters)),
      E.map((spelt) =>
        spelt.flatMap((y, k) => faces.slice(k, k + 1).map((face) => ({ x: Face.draw(face).pattern, y }))),
      ),
    ),
  )(Face.crowd(count))

const isRight =
  ({ x, y }: Bam.StoredPair) =>
  ({ pair }: Recall.Recall): boolean =>
    Pattern.equalComponents(x, pair.x) && Pattern.equalComponents(y, pair.y)

/** One kind of damage to each of the pairs, asked of a memory. */
const judge = (
  recalling: Recalling,
  pairs: ReadonlyArray<Bam.StoredPair>,
  { probe }: Damage,
  random: Random.Random,
): E.Either<BamError.BamError, ReadonlyArray<boolean>> =>
  F.pipe(
    S.evaluate(random)(
      S.traverseArray((pair: Bam.StoredPair) => S.map((given: Recall.Probe) => ({ pair, given }))(probe(pair)))(pairs),
    ),
    E.traverseArray(({ given, pair }) => E.map(isRight(pair))(recalling(given))),
  )

/** Of each rule, by kind of damage. */
type Answers = ReadonlyArray<ReadonlyArray<ReadonlyArray<boolean>>>

const ofCrowd =
  (kinds: ReadonlyArray<Damage>, count: number) =>
  (random: Random.Random): E.Either<BamError.BamError, Answers> => {
    const [drawn, next] = people(count)(random)
    return F.pipe(
      drawn,
      E.chain((pairs) =>
        E.traverseArray(({ store }: Rule) =>
          F.pipe(
            store(pairs),
            E.chain((recalling) => E.traverseArray((kind: Damage) => judge(recalling, pairs, kind, next))(kinds)),
          ),
        )(rules),
      ),
    )
  }

/** The same for a number of crowds, counted together: of each rule, by kind of damage. */
const tallies = (
  kinds: ReadonlyArray<Damage>,
  count: number,
  crowds: number,
  seed: number,
): E.Either<BamError.BamError, ReadonlyArray<ReadonlyArray<Tally>>> =>
  F.pipe(
    range(crowds),
    E.traverseArray((k) => ofCrowd(kinds, count)(Random.fromSeed(1000 * seed + k))),
    E.map((all) => rules.map((_, r) => kinds.map((__, d) => tally(all.flatMap((answers) => answers[r]?.[d] ?? []))))),
  )

interface Portrait {
  readonly shown: Recall.Probe
  readonly recalled: ReadonlyArray<Pair.Pair>
}

export interface Row {
  readonly name: string
  /** Of each rule. */
  readonly right: ReadonlyArray<Tally>
}

export interface Result {
  /** By kind of damage. */
  readonly damaged: ReadonlyArray<Row>
  /** By number of pairs: from whole names, then from whole faces. */
  readonly loaded: ReadonlyArray<{ readonly pairs: number; readonly right: ReadonlyArray<readonly [Tally, Tally]> }>
  readonly portraits: ReadonlyArray<Portrait>
}

const stored = 12
const crowds = 8

const portraitsOf = (seed: number): E.Either<BamError.BamError, ReadonlyArray<Portrait>> => {
  const [drawn] = people(stored)(Random.fromSeed(1000 * seed))
  return F.pipe(
    E.Do,
    E.bind('pairs', () => drawn),
    E.bind('memories', ({ pairs }) => E.traverseArray(({ store }: Rule) => store(pairs))(rules)),
    E.chain(({ memories, pairs }) =>
      E.traverseArray((shown: Recall.Probe) =>
        F.pipe(
          memories,
          E.traverseArray((recalling) => recalling(shown)),
          E.map((recalled): Portrait => ({ shown, recalled: recalled.map(({ pair }) => pair) })),
        ),
      )([
        ...pairs.slice(0, 1).map(({ x }) => ({ x: upperHalf(x) })),
        ...pairs.slice(2, 3).map(({ y }) => ({ y: firstLetters(y) })),
      ]),
    ),
  )
}

/** The whole experiment. */
export const run = (seed: number): E.Either<MemoryError.MemoryError, Result> =>
  F.pipe(
    E.Do,
    E.apS('tenth', Corruption.fraction(0.1)),
    E.apS('quarter', Corruption.fraction(0.25)),
    E.let('kinds', ({ quarter, tenth }) => damages(tenth, quarter)),
    E.bindW('damaged', ({ kinds }) => tallies(kinds, stored, crowds, seed)),
    E.bindW('loaded', ({ kinds }) =>
      E.traverseArray((pairs: number) =>
        E.map((right: ReadonlyArray<ReadonlyArray<Tally>>) => ({ pairs, right }))(
          tallies(
            [0, 3].flatMap((k) => kinds.slice(k, k + 1)),
            pairs,
            crowds,
            seed,
          ),
        ),
      )([2, 4, 8, 16, 24]),
    ),
    E.bindW('portraits', () => portraitsOf(seed)),
    E.bimap(
      (error): MemoryError.MemoryError => ({
        _tag: 'Unsolvable',
        operation: 'faces',
        expected: 'pairs that memories take',
        actual: BamError.render(error),
      }),
      ({ damaged, kinds, loaded, portraits }) => ({
        damaged: kinds.map(({ name }, d) => ({ name, right: damaged.flatMap((each) => each.slice(d, d + 1)) })),
        loaded: loaded.map(({ pairs, right }) => ({
          pairs,
          right: right.flatMap(([fromName, fromFace]) =>
            fromName === undefined || fromFace === undefined ? [] : [[fromName, fromFace] as const],
          ),
        })),
        portraits,
      }),
    ),
  )

const blank = 'nothing known'

/** A face as 16 lines, a missing cell as a blank. */
const drawn = (face: Pattern.Signal | undefined): ReadonlyArray<string> =>
  range(Face.side).map((row) =>
    range(Face.side)
      .map((column) => {
        const value = face?.data[row * Face.side + column] ?? 0
        return value > 0 ? '#' : value < 0 ? '.' : ' '
      })
      .join(''),
  )

const titled = (title: string, lines: ReadonlyArray<string>): ReadonlyArray<string> => {
  const width = Math.max(title.length, ...lines.map((line) => line.length))
  return [title, ...lines].map((line) => line.padEnd(width))
}

const besides = (blocks: ReadonlyArray<ReadonlyArray<string>>): string =>
  range(Math.max(...blocks.map((lines) => lines.length)))
    .map((row) =>
      blocks
        .map((lines) => lines[row] ?? '')
        .join('   ')
        .trimEnd(),
    )
    .join('\n')

const portrait = ({ recalled, shown }: Portrait): string =>
  besides([
    titled('shown', [...drawn(shown.x), shown.y === undefined ? blank : Name.read(shown.y)]),
    ...recalled.map(({ x, y }, r) => titled(rules[r]?.name ?? '', [...drawn(x), Name.read(y)])),
  ])

/** What there is to tell. */
export const report = ({ damaged, loaded, portraits }: Result): Report => ({
  title: 'Names and faces',
  parts: [
    prose(
      `Faces of 16 × 16 cells, drawn from hair, brows, eyes, glasses, nose, beard and mouth, and names of up to eight ` +
        `letters, 16 bits each. Memories of ${stored} pairs, ${crowds} times over; a recall is right if every cell and ` +
        `every bit is.`,
    ),
    table(
      ['what is shown', ...rules.map(({ name }) => name)],
      damaged.map(({ name, right }) => [name, ...right.map(show)]),
    ),
    prose('Whole names (left of the stroke) and whole faces (right of it), the more people there are:'),
    table(
      ['pairs', ...rules.map(({ name }) => name)],
      loaded.map(({ pairs, right }) => [
        `${pairs}`,
        ...right.map(([fromName, fromFace]) => `${fromName.right} / ${fromFace.right} of ${fromName.of}`),
      ]),
    ),
    ...portraits.map((each) => block(portrait(each))),
    prose(
      `Kosko's bound is ${Capacity.bound({ x: Face.side ** 2, y: letters * Name.width })} pairs here, and Hebb's rule ` +
        `holds hardly any: faces are alike and names end in blanks, so that what the pairs have in common drowns what ` +
        `tells them apart. Perceptrons in both directions hold pairs with one matrix, all of them if that is possible and ` +
        `two hundred epochs suffice. Two projections hold them too and repair more, though with other weights back than ` +
        `forth no energy promises that they come to rest. The exponential memory lets the most similar pair outweigh all ` +
        `others together, which is nearly looking it up. The left half of a face is as good as the whole, for faces are ` +
        `symmetrical. To know half of the name beside half of the face is of no use to the first three: the name is asked ` +
        `first, answers the face, and what was known of it is forgotten. With both layers in the exponent it is not.`,
    ),
  ],
})
