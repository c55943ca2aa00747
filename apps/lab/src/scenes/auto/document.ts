/**
 * What the auto-associator scene remembers: a small net, the probe it is shown, and how units answer.
 */
import { Schema } from '@engram/spec'
import { repair as repairWith } from '../../repair.js'

export const maxUnits = 6
const largestWeight = 99

export const delays = [0, 200, 500, 1000, 2000] as const

/** What can be expected of a run before it; empty for nothing yet. */
export const predictions = ['', 'stored', 'reversed', 'other', 'cycle'] as const

const memorySchema = Schema.make((S) =>
  S.sum('_tag')({
    Patterns: S.struct({
      _tag: S.literal('Patterns'),
      rows: S.table(S.spin, { rows: { min: 1, max: 8 }, columns: { min: 1, max: maxUnits } }),
      diagonal: S.literal('zero', 'kept'),
      /** Whether the weights below the diagonal mirror those above it, or are turned over. */
      lower: S.literal('mirrored', 'turned'),
    }),
    Weights: S.struct({
      _tag: S.literal('Weights'),
      rows: S.table(S.finite({ min: -largestWeight, max: largestWeight }), {
        rows: { min: 1, max: maxUnits },
        columns: { min: 1, max: maxUnits },
      }),
    }),
  }),
)

export const schema = Schema.make((S) =>
  S.struct({
    memory: memorySchema(S),
    /** One entry a unit; 0 for a component that is missing. */
    probe: S.array(S.int({ min: -1, max: 1 }), { min: 1, max: maxUnits }),
    tie: S.literal('zero', 'keep', 'up', 'down'),
    delay: S.literal(...delays),
    /** Steps shown, and how many have been seen. */
    at: S.int({ min: 0, max: 1000 }),
    reach: S.int({ min: 0, max: 1000 }),
    prediction: S.literal(...predictions),
  }),
)

export type Document = Schema.TypeOf<typeof schema>
export type Memory = Document['memory']

/** The net of the lecture, and the first of its five probes. */
export const initial: Document = {
  memory: { _tag: 'Patterns', rows: [[1, 1, 1, -1]], diagonal: 'zero', lower: 'mirrored' },
  probe: [1, 0, 0, 0],
  tie: 'zero',
  delay: 1000,
  at: 0,
  reach: 0,
  prediction: '',
}

export const unitsOf = ({ memory }: Pick<Document, 'memory'>): number => memory.rows[0]?.length ?? 1

/** What no schema can say: a square matrix, and a probe of its size. */
export const settle = (document: Document): Document => {
  const { memory } = document
  const isFit = memory._tag === 'Patterns' || memory.rows.length === unitsOf(document)
  const fitting = isFit ? memory : initial.memory
  return {
    ...document,
    memory: fitting,
    probe: Array.from({ length: unitsOf({ memory: fitting }) }, (_, unit) => document.probe[unit] ?? 0),
    reach: Math.max(document.at, document.reach),
  }
}

const repairShape = repairWith(schema, initial)

export const repair = (tree: unknown): Document => settle(repairShape(tree))
