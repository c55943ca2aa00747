/**
 * What the bidirectional scene remembers: the stored pairs or the weights, what both layers hold at the start, and how
 * they answer each other.
 */
import { Schema } from '@engram/spec'
import { repair as repairWith } from '../../repair.js'
import { completeFromText, countOf, fromText, toText } from './cells.js'

export const maxSide = 16
export const maxPairs = 8
/** Weights that are written down are few. */
export const maxWeightUnits = 16
export const largest = 99
const longestName = 12

export const delays = [0, 200, 500, 1000, 2000] as const

/** What can be expected of a run before it: a stored pair by its number, or something else. Empty for nothing yet. */
export const predictions = ['', '0', '1', '2', '3', '4', '5', '6', '7', 'reversed', 'other', 'cycle'] as const

const shapeSchema = Schema.make((S) =>
  S.struct({ width: S.int({ min: 1, max: maxSide }), height: S.int({ min: 1, max: maxSide }) }),
)

const pairSchema = Schema.make((S) => S.struct({ name: S.string, x: S.string, y: S.string }))

const entries = Schema.make((S) =>
  S.table(S.finite({ min: -largest, max: largest }), {
    rows: { min: 1, max: maxWeightUnits },
    columns: { min: 1, max: maxWeightUnits },
  }),
)

const thresholdList = Schema.make((S) =>
  S.array(S.finite({ min: -largest, max: largest }), { min: 0, max: maxWeightUnits }),
)

const memorySchema = Schema.make((S) =>
  S.sum('_tag')({
    Pairs: S.struct({
      _tag: S.literal('Pairs'),
      pairs: S.array(pairSchema(S), { min: 1, max: maxPairs }),
      /** Whether the weights from Y to X are those from X to Y, or every other one has its sign turned. */
      back: S.literal('same', 'turned'),
    }),
    Weights: S.struct({
      _tag: S.literal('Weights'),
      rows: entries(S),
      /** From Y to X, where they are others. */
      back: S.nullable(entries(S)),
      thresholds: S.struct({ x: thresholdList(S), y: thresholdList(S) }),
    }),
  }),
)

export const schema = Schema.make((S) =>
  S.struct({
    memory: memorySchema(S),
    encoding: S.literal('bipolar', 'binary'),
    x: shapeSchema(S),
    y: shapeSchema(S),
    /** Whether Y spells names, a letter a row. */
    spells: S.boolean,
    /** The stored pair that starts are made from. */
    aim: S.int({ min: 0, max: maxPairs - 1 }),
    start: S.struct({ x: S.string, y: S.string }),
    /** Of the next disturbance. */
    seed: S.seed,
    schedule: S.literal('x-first', 'y-first', 'together'),
    tie: S.literal('keep', 'up', 'down', 'zero', 'flip'),
    delay: S.literal(...delays),
    /** Half steps shown, and how many have been seen. */
    at: S.int({ min: 0, max: 1000 }),
    reach: S.int({ min: 0, max: 1000 }),
    prediction: S.literal(...predictions),
  }),
)

export type Document = Schema.TypeOf<typeof schema>
export type Memory = Document['memory']
export type Shape = Document['x']
export type StoredPair = Schema.TypeOf<typeof pairSchema>
export type Layer = 'x' | 'y'

const letterA = '.#.#.#####.##.#'
const letterC = '.###..#..#...##'

/** The letters of the lecture with their codes; A is shown, its code is asked for. */
export const initial: Document = {
  memory: {
    _tag: 'Pairs',
    pairs: [
      { name: 'A', x: letterA, y: '.#' },
      { name: 'C', x: letterC, y: '##' },
    ],
    back: 'same',
  },
  encoding: 'bipolar',
  x: { width: 3, height: 5 },
  y: { width: 2, height: 1 },
  spells: false,
  aim: 0,
  start: { x: letterA, y: '??' },
  seed: 1,
  schedule: 'y-first',
  tie: 'keep',
  delay: 1000,
  at: 0,
  reach: 0,
  prediction: '',
}

/** Bits to a letter of a name. */
export const letterWidth = 16

export const pairsOf = ({ memory }: Pick<Document, 'memory'>): ReadonlyArray<StoredPair> =>
  memory._tag === 'Pairs' ? memory.pairs : []

const fitting = (shape: Shape, units: number): Shape =>
  countOf(shape) === units ? shape : { width: Math.min(maxSide, units), height: 1 }

const each = (values: ReadonlyArray<number>, count: number): ReadonlyArray<number> =>
  Array.from({ length: count }, (_, unit) => values[unit] ?? 0)

const settleMemory = (memory: Memory, n: number, m: number): Memory => {
  if (memory._tag === 'Pairs')
    return {
      ...memory,
      pairs: memory.pairs.map(({ name, x, y }) => ({
        name: name.replaceAll(/[",\n]/g, ' ').slice(0, longestName),
        x: toText(completeFromText(x, n)),
        y: toText(completeFromText(y, m)),
      })),
    }
  const { rows, back, thresholds } = memory
  return {
    ...memory,
    back: back === null || back.length !== rows.length || back[0]?.length !== rows[0]?.length ? null : back,
    thresholds: { x: each(thresholds.x, n), y: each(thresholds.y, m) },
  }
}

/** What no schema can say: layers as large as what is stored in them, and nothing missing where there is only 0 and 1. */
export const settle = (document: Document): Document => {
  const { memory, encoding, start } = document
  const x = memory._tag === 'Weights' ? fitting(document.x, memory.rows.length) : document.x
  const y = memory._tag === 'Weights' ? fitting(document.y, memory.rows[0]?.length ?? 1) : document.y
  const [n, m] = [countOf(x), countOf(y)]
  const cells = encoding === 'binary' ? completeFromText : fromText
  return {
    ...document,
    memory: settleMemory(memory, n, m),
    x,
    y,
    spells: document.spells && memory._tag === 'Pairs' && y.width === letterWidth,
    aim: Math.min(document.aim, Math.max(0, pairsOf({ memory }).length - 1)),
    start: { x: toText(cells(start.x, n)), y: toText(cells(start.y, m)) },
    reach: Math.max(document.at, document.reach),
  }
}

const repairShape = repairWith(schema, initial)

export const repair = (tree: unknown): Document => settle(repairShape(tree))
