/**
 * What the modern scene remembers: how many pictures are stored, which is shown and how much of it, and how sharply the
 * memory chooses.
 */
import { Schema } from '@engram/spec'
import { repair as repairWith } from '../../repair.js'

/** Pictures have as many cells in a row, and as many rows. */
export const side = 32
export const counts = [1, 6, 24] as const
export const delays = [0, 200, 500, 1000, 2000] as const

/** Of the strip; scores are divided by the root of the number of cells. */
export const betas = [0.25, 0.5, 1, 2, 4, 8] as const

/** What can be expected of the modern memory before a run; empty for nothing yet. */
export const predictions = ['', 'one', 'more', 'mixed', 'wrong'] as const

const largest = 99

const sourceSchema = Schema.make((S) =>
  S.sum('_tag')({
    Pictures: S.struct({ _tag: S.literal('Pictures'), count: S.literal(...counts) }),
    /** Patterns of a counterexample; its scores are not divided, and each is shown whole. */
    Given: S.struct({
      _tag: S.literal('Given'),
      rows: S.table(S.finite({ min: -largest, max: largest }), {
        rows: { min: 1, max: 8 },
        columns: { min: 1, max: 8 },
      }),
    }),
  }),
)

export const schema = Schema.make((S) =>
  S.struct({
    source: sourceSchema(S),
    /** The picture that is shown. */
    target: S.int({ min: 0, max: 23 }),
    cover: S.literal('bottom', 'top', 'left', 'right'),
    /** Percent of the cells that are covered. */
    share: S.int({ min: 0, max: 100 }),
    beta: S.finite({ min: 0, max: 64 }),
    /** Of the dense memory: a power, or 0 for the exponential. */
    degree: S.int({ min: 0, max: 8 }),
    delay: S.literal(...delays),
    at: S.int({ min: 0, max: 1000 }),
    reach: S.int({ min: 0, max: 1000 }),
    prediction: S.literal(...predictions),
  }),
)

export type Document = Schema.TypeOf<typeof schema>
export type Source = Document['source']

export const initial: Document = {
  source: { _tag: 'Pictures', count: 24 },
  target: 16,
  cover: 'bottom',
  share: 50,
  beta: 8,
  degree: 3,
  delay: 1000,
  at: 0,
  reach: 0,
  prediction: '',
}

/** What no schema can say: the picture that is shown is stored, and a power is at least a square. */
export const settle = (document: Document): Document => {
  const { source } = document
  const stored = source._tag === 'Pictures' ? source.count : source.rows.length
  return {
    ...document,
    target: Math.min(document.target, stored - 1),
    degree: document.degree === 1 ? 2 : document.degree,
    reach: Math.max(document.at, document.reach),
  }
}

const repairShape = repairWith(schema, initial)

export const repair = (tree: unknown): Document => settle(repairShape(tree))
