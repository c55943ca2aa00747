/**
 * What the input scene remembers: a small net, what it is shown from outside, where it starts, and whose energy is
 * drawn.
 */
import { Schema } from '@engram/spec'
import { repair as repairWith } from '../../repair.js'

export const maxUnits = 6
export const largest = 99

export const delays = [0, 50, 100, 200, 500, 1000, 2000] as const

export const scales = [1, 0.5, 0.25] as const

/** What can be expected of the energy before a run; empty for nothing yet. */
export const predictions = ['', 'never', 'rises'] as const

const value = Schema.make((S) => S.finite({ min: -largest, max: largest }))

const memorySchema = Schema.make((S) =>
  S.sum('_tag')({
    Patterns: S.struct({
      _tag: S.literal('Patterns'),
      rows: S.table(S.spin, { rows: { min: 1, max: 8 }, columns: { min: 1, max: maxUnits } }),
    }),
    Weights: S.struct({
      _tag: S.literal('Weights'),
      rows: S.table(value(S), { rows: { min: 1, max: maxUnits }, columns: { min: 1, max: maxUnits } }),
    }),
  }),
)

export const schema = Schema.make((S) =>
  S.struct({
    memory: memorySchema(S),
    /** The factor of the weights; input and thresholds have none. */
    scale: S.literal(...scales),
    encoding: S.literal('binary', 'bipolar'),
    input: S.array(value(S), { min: 1, max: maxUnits }),
    thresholds: S.array(value(S), { min: 1, max: maxUnits }),
    /** Which units are up at the start. */
    start: S.array(S.boolean, { min: 1, max: maxUnits }),
    /** Whether the energy that is drawn contains −x·y. */
    counted: S.boolean,
    schedule: S.literal('ordered', 'shuffled', 'random', 'synchronous'),
    order: S.array(S.int({ min: 0, max: maxUnits - 1 }), { max: maxUnits }),
    tie: S.literal('keep', 'up', 'down', 'flip'),
    seed: S.seed,
    delay: S.literal(...delays),
    at: S.int({ min: 0, max: 1000 }),
    reach: S.int({ min: 0, max: 1000 }),
    prediction: S.literal(...predictions),
  }),
)

export type Document = Schema.TypeOf<typeof schema>
export type Memory = Document['memory']

/** The example of the lecture: two mistakes in the stored pattern, units asked in the order 1, 4, 3, 2. */
export const initial: Document = {
  memory: { _tag: 'Patterns', rows: [[1, 1, 1, -1]] },
  scale: 1,
  encoding: 'binary',
  input: [0, 0, 1, 0],
  thresholds: [0, 0, 0, 0],
  start: [false, false, true, false],
  counted: true,
  schedule: 'ordered',
  order: [0, 3, 2, 1],
  tie: 'keep',
  seed: 1,
  delay: 1000,
  at: 0,
  reach: 0,
  prediction: '',
}

export const unitsOf = ({ memory }: Pick<Document, 'memory'>): number => memory.rows[0]?.length ?? 1

const isOrder = (order: ReadonlyArray<number>, units: number): boolean =>
  order.length === units && new Set(order).size === units && order.every((unit) => unit < units)

/** What no schema can say: a square matrix, and one input, threshold, start and turn for each of its units. */
export const settle = (document: Document): Document => {
  const isFit = document.memory._tag === 'Patterns' || document.memory.rows.length === unitsOf(document)
  const memory = isFit ? document.memory : initial.memory
  const units = unitsOf({ memory })
  const each = <A>(values: ReadonlyArray<A>, missing: A): ReadonlyArray<A> =>
    Array.from({ length: units }, (_, unit) => values[unit] ?? missing)
  return {
    ...document,
    memory,
    input: each(document.input, 0),
    thresholds: each(document.thresholds, 0),
    start: each(document.start, false),
    order: isOrder(document.order, units) ? document.order : Array.from({ length: units }, (_, unit) => unit),
    reach: Math.max(document.at, document.reach),
  }
}

const repairShape = repairWith(schema, initial)

export const repair = (tree: unknown): Document => settle(repairShape(tree))
