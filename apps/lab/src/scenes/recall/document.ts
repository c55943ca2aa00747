/**
 * What the recall scene remembers: plain data that fits into a link.
 */
import { Schema } from '@engram/spec'
import { repair as repairWith } from '../../repair.js'

export const maxSide = 100
export const maxPatterns = 500
/** Networks given by their weights are small: they come from counterexamples. */
export const maxWeightUnits = 12

const pixelText = Schema.make((S) => S.string)

/** A stored pattern: drawn anew at every grid size, or a drawing of a size of its own. */
const itemSchema = Schema.make((S) =>
  S.sum('_tag')({
    Letter: S.struct({ _tag: S.literal('Letter'), letter: S.string }),
    Random: S.struct({ _tag: S.literal('Random'), seed: S.seed }),
    Drawing: S.struct({
      _tag: S.literal('Drawing'),
      width: S.int({ min: 1, max: maxSide }),
      height: S.int({ min: 1, max: maxSide }),
      pixels: pixelText(S),
    }),
  }),
)

const memorySchema = Schema.make((S) =>
  S.sum('_tag')({
    Patterns: S.struct({
      _tag: S.literal('Patterns'),
      items: S.array(itemSchema(S), { min: 1, max: maxPatterns }),
      diagonal: S.literal('zero', 'kept'),
    }),
    Weights: S.struct({
      _tag: S.literal('Weights'),
      encoding: S.literal('bipolar', 'binary'),
      rows: S.matrix({ rows: { min: 1, max: maxWeightUnits }, columns: { min: 1, max: maxWeightUnits } }),
      thresholds: S.vector({ min: 1, max: maxWeightUnits }),
    }),
  }),
)

const cueSchema = Schema.make((S) =>
  S.sum('_tag')({
    Corrupted: S.struct({
      _tag: S.literal('Corrupted'),
      kind: S.literal('flip', 'mask'),
      percent: S.int({ min: 0, max: 100 }),
      seed: S.seed,
    }),
    Drawn: S.struct({
      _tag: S.literal('Drawn'),
      width: S.int({ min: 1, max: maxSide }),
      height: S.int({ min: 1, max: maxSide }),
      pixels: pixelText(S),
    }),
  }),
)

export const delays = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const

/** What can be expected of a run before it; empty for nothing yet. */
export const predictions = ['', 'stored', 'reversed', 'other', 'cycle'] as const

export const schema = Schema.make((S) =>
  S.struct({
    width: S.int({ min: 1, max: maxSide }),
    height: S.int({ min: 1, max: maxSide }),
    memory: memorySchema(S),
    /** The stored pattern that the cue is made from. */
    target: S.int({ min: 0, max: maxPatterns - 1 }),
    cue: cueSchema(S),
    schedule: S.literal('shuffled', 'ordered', 'random', 'synchronous'),
    tie: S.literal('keep', 'up', 'down', 'flip'),
    seed: S.seed,
    maxSweeps: S.int({ min: 1, max: 200 }),
    stride: S.literal('unit', 'flip', 'sweep'),
    delay: S.literal(...delays),
    /** Updates shown, and how many have been seen. */
    at: S.int({ min: 0, max: 10_000_000 }),
    reach: S.int({ min: 0, max: 10_000_000 }),
    prediction: S.literal(...predictions),
  }),
)

export type Document = Schema.TypeOf<typeof schema>
export type Item = Schema.TypeOf<typeof itemSchema>
export type Memory = Document['memory']

const letter = (name: string): Item => ({ _tag: 'Letter', letter: name })

export const initial: Document = {
  width: 10,
  height: 10,
  memory: { _tag: 'Patterns', items: ['A', 'C', 'T'].map(letter), diagonal: 'zero' },
  target: 0,
  cue: { _tag: 'Corrupted', kind: 'flip', percent: 25, seed: 7 },
  schedule: 'shuffled',
  tie: 'keep',
  seed: 1,
  maxSweeps: 50,
  stride: 'flip',
  delay: 50,
  at: 0,
  reach: 0,
  prediction: '',
}

/** What no schema can say: indices point at something, and weights fit the grid. */
export const settle = (document: Document): Document => {
  const { memory } = document
  if (memory._tag === 'Patterns')
    return {
      ...document,
      target: Math.min(document.target, memory.items.length - 1),
      reach: Math.max(document.at, document.reach),
    }
  const units = memory.rows.length
  return memory.rows[0]?.length === units && memory.thresholds.length === units
    ? {
        ...document,
        width: document.width * document.height === units ? document.width : units,
        height: document.width * document.height === units ? document.height : 1,
        target: 0,
        reach: Math.max(document.at, document.reach),
      }
    : { ...document, memory: initial.memory, target: 0, at: 0, reach: 0 }
}

const repairShape = repairWith(schema, initial)

export const repair = (tree: unknown): Document => settle(repairShape(tree))
