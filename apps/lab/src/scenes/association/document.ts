/**
 * What the association scene remembers: the stored pairs, which one is asked for, and how its input is disturbed.
 */
import { Schema } from '@engram/spec'
import { repair as repairWith } from '../../repair.js'

export const maxPairs = 16
const maxInputs = 64
const maxOutputs = 16
/** Of a disturbance, and of its slider. */
export const maxLength = 8

export const delays = [0, 100, 200, 500, 1000] as const

/** What can be expected of a run before it; empty for nothing yet. */
export const predictions = ['', 'right', 'wrong'] as const

const pairSchema = Schema.make((S) =>
  S.struct({
    input: S.array(S.int({ min: -1, max: 1 }), { min: 1, max: maxInputs }),
    target: S.array(S.int({ min: -1, max: 1 }), { min: 1, max: maxOutputs }),
  }),
)

const noiseSchema = Schema.make((S) =>
  S.sum('_tag')({
    /** In a direction drawn at random. */
    Random: S.struct({
      _tag: S.literal('Random'),
      length: S.finite({ min: 0, max: maxLength }),
      seed: S.seed,
    }),
    /** Straight at the nearest plane on which an output turns. */
    Worst: S.struct({ _tag: S.literal('Worst'), length: S.finite({ min: 0, max: maxLength }) }),
    /** Components turned into their opposite. */
    Flips: S.struct({ _tag: S.literal('Flips'), count: S.int({ min: 0, max: maxInputs }), seed: S.seed }),
    Given: S.struct({
      _tag: S.literal('Given'),
      components: S.array(S.finite({ min: -99, max: 99 }), { min: 1, max: maxInputs }),
    }),
  }),
)

export const schema = Schema.make((S) =>
  S.struct({
    pairs: S.array(pairSchema(S), { min: 1, max: maxPairs }),
    /** Columns of the pictures of inputs and of targets. */
    width: S.int({ min: 1, max: maxInputs }),
    targetWidth: S.int({ min: 1, max: maxOutputs }),
    /** The pair that is asked for. */
    aim: S.int({ min: 0, max: maxPairs - 1 }),
    noise: noiseSchema(S),
    tie: S.literal('zero', 'up', 'down'),
    delay: S.literal(...delays),
    /** Outputs shown, and how many have been seen. */
    at: S.int({ min: 0, max: maxOutputs }),
    reach: S.int({ min: 0, max: maxOutputs }),
    prediction: S.literal(...predictions),
  }),
)

export type Document = Schema.TypeOf<typeof schema>
export type Pair = Schema.TypeOf<typeof pairSchema>
export type Noise = Document['noise']

/** Two rows of the Hadamard matrix of order 8, with targets of three outputs. */
export const initial: Document = {
  pairs: [
    { input: [1, 1, 1, 1, 1, 1, 1, 1], target: [1, -1, 1] },
    { input: [1, -1, 1, -1, 1, -1, 1, -1], target: [-1, 1, 1] },
  ],
  width: 8,
  targetWidth: 3,
  aim: 0,
  noise: { _tag: 'Random', length: 1.25, seed: 1 },
  tie: 'zero',
  delay: 500,
  at: 0,
  reach: 0,
  prediction: '',
}

type Numbers = ReadonlyArray<number>

/** Bipolar, or with 0 for −1 where a 0 occurs: never both. */
const oneAlphabet = (rows: ReadonlyArray<Numbers>): ReadonlyArray<Numbers> =>
  isBinary(rows) ? rows.map((row) => row.map((value) => Math.max(0, value))) : rows

export const isBinary = (rows: ReadonlyArray<Numbers>): boolean => rows.some((row) => row.includes(0))

/** What no schema can say: all inputs are of one size, all targets too, and what is asked for is stored. */
export const settle = (document: Document): Document => {
  const [first] = document.pairs
  const [n, m] = [first?.input.length ?? 1, first?.target.length ?? 1]
  const pairs = document.pairs.filter(({ input, target }) => input.length === n && target.length === m)
  const inputs = oneAlphabet(pairs.map(({ input }) => input))
  const targets = oneAlphabet(pairs.map(({ target }) => target))
  const { noise } = document
  const reach = Math.min(m, Math.max(document.at, document.reach))
  return {
    ...document,
    pairs: pairs.map((_, p) => ({ input: inputs[p] ?? [], target: targets[p] ?? [] })),
    width: Math.min(document.width, n),
    targetWidth: Math.min(document.targetWidth, m),
    aim: Math.min(document.aim, pairs.length - 1),
    noise:
      noise._tag === 'Given'
        ? { ...noise, components: Array.from({ length: n }, (_, i) => noise.components[i] ?? 0) }
        : noise._tag === 'Flips'
          ? { ...noise, count: Math.min(noise.count, n) }
          : noise,
    at: Math.min(document.at, reach),
    reach,
  }
}

const repairShape = repairWith(schema, initial)

export const repair = (tree: unknown): Document => settle(repairShape(tree))
