/**
 * What the nearest scene remembers: a few small patterns, the probe, and in which order units are asked.
 */
import { Schema } from '@engram/spec'
import { repair as repairWith } from '../../repair.js'

export const maxUnits = 10
export const maxPatterns = 6

export const delays = [0, 50, 100, 200, 500, 1000, 2000] as const

/** What can be expected of a run before it; empty for nothing yet. */
export const predictions = ['', 'nearest', 'other', 'spurious', 'cycle'] as const

export const schema = Schema.make((S) =>
  S.struct({
    rows: S.table(S.spin, { rows: { min: 1, max: maxPatterns }, columns: { min: 1, max: maxUnits } }),
    /** Columns of the pictures. */
    width: S.int({ min: 1, max: maxUnits }),
    /** The number of a state, its first unit most significant, up = 1. */
    start: S.int({ min: 0, max: 2 ** maxUnits - 1 }),
    schedule: S.literal('ordered', 'shuffled', 'random', 'synchronous'),
    order: S.array(S.int({ min: 0, max: maxUnits - 1 }), { max: maxUnits }),
    seed: S.seed,
    delay: S.literal(...delays),
    at: S.int({ min: 0, max: 1000 }),
    reach: S.int({ min: 0, max: 1000 }),
    prediction: S.literal(...predictions),
  }),
)

export type Document = Schema.TypeOf<typeof schema>
export type Rows = Document['rows']

type Spin = -1 | 1

/** A pattern as it is drawn: # for a unit that is up, a line after another. */
export const drawn = (picture: string): ReadonlyArray<Spin> => [...picture].map((cell) => (cell === '#' ? 1 : -1))

export const indexOf = (spins: ReadonlyArray<number>): number =>
  spins.reduce((index, spin) => 2 * index + (spin === 1 ? 1 : 0), 0)

/** T, L and O; the probe is one cell off O. */
export const initial: Document = {
  rows: [drawn('###.#..#.'), drawn('#..#..###'), drawn('####.####')],
  width: 3,
  start: indexOf(drawn('##.#.####')),
  schedule: 'ordered',
  order: [0, 1, 2, 3, 4, 5, 6, 7, 8],
  seed: 1,
  delay: 200,
  at: 0,
  reach: 0,
  prediction: '',
}

export const unitsOf = ({ rows }: Pick<Document, 'rows'>): number => rows[0]?.length ?? 1

/** What no schema can say: pictures that are no wider than their patterns, a state and an order of their units. */
export const settle = (document: Document): Document => {
  const units = unitsOf(document)
  const isOrder =
    document.order.length === units &&
    new Set(document.order).size === units &&
    document.order.every((unit) => unit < units)
  return {
    ...document,
    width: Math.min(document.width, units),
    start: document.start % 2 ** units,
    order: isOrder ? document.order : Array.from({ length: units }, (_, unit) => unit),
    reach: Math.max(document.at, document.reach),
  }
}

const repairShape = repairWith(schema, initial)

export const repair = (tree: unknown): Document => settle(repairShape(tree))
