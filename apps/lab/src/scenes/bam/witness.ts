/**
 * Counterexamples of the laws of two layers, as the hunt's worker posts them: plain data, not yet trusted.
 */
import { Schema } from '@engram/spec'
import { repair as repairWith } from '../../repair.js'
import { toText } from './cells.js'
import { initial, maxWeightUnits, repair, type Document } from './document.js'
import { observe } from './observe.js'

const units = { min: 1, max: maxWeightUnits }

const witnessSchema = Schema.make((S) =>
  S.struct(
    {
      encoding: S.literal('bipolar', 'binary'),
      tie: S.literal('keep', 'up', 'down', 'zero', 'flip'),
      weights: S.table(S.finite(), { rows: units, columns: units }),
      thresholds: S.struct({ x: S.array(S.finite(), units), y: S.array(S.finite(), units) }),
      pair: S.struct({
        x: S.array(S.int({ min: -1, max: 1 }), units),
        y: S.array(S.int({ min: -1, max: 1 }), units),
      }),
    },
    { backward: S.table(S.finite(), { rows: units, columns: units }) },
  ),
)

const readWitness = repairWith<Schema.TypeOf<typeof witnessSchema> | undefined>(witnessSchema, undefined)

const listOf = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [])

type Schedule = Document['schedule']

/** Which layer goes first, where the law says so; else, or where that breaks nothing, both answer at once. */
const schedulesOf = (order: unknown): ReadonlyArray<Schedule> => {
  const first: { readonly [name: string]: Schedule } = {
    x: 'x-first',
    y: 'y-first',
    'x-first': 'x-first',
    'y-first': 'y-first',
  }
  const named = typeof order === 'string' && Object.hasOwn(first, order) ? first[order] : undefined
  return named === undefined ? ['together'] : [named, 'together']
}

const isBroken = (document: Document): boolean => {
  const { outcome, allRises } = observe(document)
  return outcome._tag !== 'FixedPoint' || allRises.length > 0
}

/**
 * The state that shows what was found: a memory and a pair, perhaps with the layer that moves beside them; or a memory,
 * the layer that goes first, and a pair.
 */
export const fromCounterexample = (found: unknown): Document | undefined => {
  const [tuple, layer] = listOf(found)
  const [instance, second, third] = listOf(tuple)
  const [pair, order] = third === undefined ? [second, layer] : [third, second]
  const witness = typeof instance === 'object' && instance !== null ? readWitness({ ...instance, pair }) : undefined
  if (witness === undefined) return undefined
  const { encoding, tie, weights, thresholds, backward } = witness
  const { x, y } = witness.pair
  const fits = [thresholds.x, x].every(({ length }) => length === weights.length)
  if (!fits || [thresholds.y, y].some(({ length }) => length !== weights[0]?.length)) return undefined
  const start = (values: ReadonlyArray<number>): string =>
    toText(encoding === 'binary' ? values.map((value) => (value > 0 ? 1 : -1)) : values)
  const documents = schedulesOf(order).map((schedule) =>
    repair({
      ...initial,
      memory: { _tag: 'Weights', rows: weights, back: backward ?? null, thresholds },
      encoding,
      x: { width: 1, height: weights.length },
      y: { width: 1, height: y.length },
      start: { x: start(x), y: start(y) },
      schedule,
      tie,
      delay: 500,
    }),
  )
  return documents.find(isBroken) ?? documents[0]
}
