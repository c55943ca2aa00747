/**
 * What the states scene remembers: a small network, where a run starts, and in which order units are asked.
 */
import { Schema } from '@engram/spec'
import { repair as repairWith } from '../../repair.js'

export const maxUnits = 6
export const maxMoves = 400
export const largestWeight = 99

export const delays = [0, 50, 100, 200, 500, 1000, 2000] as const

/** Expectations that are not the number of a state. */
export const unpredicted = -2
export const restless = -1

const memorySchema = Schema.make((S) =>
  S.sum('_tag')({
    Patterns: S.struct({
      _tag: S.literal('Patterns'),
      rows: S.table(S.spin, { rows: { min: 1, max: 8 }, columns: { min: 1, max: maxUnits } }),
      diagonal: S.literal('zero', 'kept'),
    }),
    Weights: S.struct({
      _tag: S.literal('Weights'),
      encoding: S.literal('bipolar', 'binary'),
      rows: S.table(S.finite({ min: -largestWeight, max: largestWeight }), {
        rows: { min: 1, max: maxUnits },
        columns: { min: 1, max: maxUnits },
      }),
      thresholds: S.array(S.finite({ min: -largestWeight, max: largestWeight }), { min: 1, max: maxUnits }),
    }),
  }),
)

export const schema = Schema.make((S) =>
  S.struct({
    memory: memorySchema(S),
    /** The number of a state, its first unit most significant, up = 1. */
    start: S.int({ min: 0, max: 2 ** maxUnits - 1 }),
    /** Units asked by hand before the order takes over. */
    moves: S.array(S.int({ min: 0, max: maxUnits - 1 }), { max: maxMoves }),
    schedule: S.literal('ordered', 'shuffled', 'random', 'synchronous'),
    order: S.array(S.int({ min: 0, max: maxUnits - 1 }), { max: maxUnits }),
    tie: S.literal('keep', 'up', 'down', 'flip'),
    seed: S.seed,
    delay: S.literal(...delays),
    layout: S.literal('cube', 'energy'),
    at: S.int({ min: 0, max: 100_000 }),
    reach: S.int({ min: 0, max: 100_000 }),
    prediction: S.int({ min: unpredicted, max: 2 ** maxUnits - 1 }),
  }),
)

export type Document = Schema.TypeOf<typeof schema>
export type Memory = Document['memory']

/** State J of the lecture, and the order in which it is led to G and B. */
export const initial: Document = {
  memory: { _tag: 'Patterns', rows: [[1, 1, 1, -1]], diagonal: 'zero' },
  start: 0b0010,
  moves: [],
  schedule: 'ordered',
  order: [0, 1, 2, 3],
  tie: 'keep',
  seed: 1,
  delay: 1000,
  layout: 'cube',
  at: 0,
  reach: 0,
  prediction: unpredicted,
}

export const unitsOf = ({ memory }: Pick<Document, 'memory'>): number =>
  memory._tag === 'Patterns' ? (memory.rows[0]?.length ?? 1) : memory.rows.length

const naturalOrder = (units: number): ReadonlyArray<number> => Array.from({ length: units }, (_, unit) => unit)

const isSquare = (memory: Memory): boolean =>
  memory._tag === 'Patterns' ||
  (memory.rows[0]?.length === memory.rows.length && memory.thresholds.length === memory.rows.length)

/** What no schema can say: a square matrix, an order of its units, a state of its size. */
export const settle = (document: Document): Document => {
  const memory = isSquare(document.memory) ? document.memory : initial.memory
  const units = unitsOf({ memory })
  const isOrder =
    document.order.length === units &&
    new Set(document.order).size === units &&
    document.order.every((unit) => unit < units)
  return {
    ...document,
    memory,
    start: document.start % 2 ** units,
    moves: document.schedule === 'synchronous' ? [] : document.moves.filter((unit) => unit < units),
    order: isOrder ? document.order : naturalOrder(units),
    reach: Math.max(document.at, document.reach),
  }
}

const repairShape = repairWith(schema, initial)

export const repair = (tree: unknown): Document => settle(repairShape(tree))
