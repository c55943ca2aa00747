/**
 * What documents of memories of units have in common.
 */
import type { HKT } from 'fp-ts/HKT.js'
import { Schedule } from '@engram/associative-memory'
import { Matrix, Vector } from '@engram/linalg'
import { Schema, type DecodeError, type Schemable } from '@engram/spec'

/** A schedule but for its seed, which is the document's. */
export const schedule = Schema.make((S) =>
  S.describe('In which order units are asked in the recalls below; shuffled when left out.')(
    S.sum('kind')({
      ordered: S.struct({
        kind: S.literal('ordered'),
        order: S.describe('Each unit once, counted from 0.')(S.array(S.int({ min: 0 }), { min: 1 })),
      }),
      shuffled: S.struct({ kind: S.literal('shuffled') }),
      'random-unit': S.struct({ kind: S.literal('random-unit') }),
      synchronous: S.struct({ kind: S.literal('synchronous') }),
      blocks: S.struct({
        kind: S.literal('blocks'),
        blocks: S.describe('One after another, the units of a block at once; together they hold every unit.')(
          S.array(S.array(S.int({ min: 0 }), { min: 1 }), { min: 1 }),
        ),
      }),
    }),
  ),
)

export const grid = Schema.make((S) =>
  S.describe('How to draw a state as a picture, row by row.')(
    S.struct({ width: S.positiveInt(), height: S.positiveInt() }),
  ),
)

/** What a memory is believed to do, its units having these values. */
export const expectations =
  (S: Schemable.Schemable<'HKT'>) =>
  <U extends number>(unit: HKT<'HKT', U>) => {
    const state = S.array(unit, { min: 1 })
    return S.partial({
      fixedPoints: S.table(unit, { columns: { min: 1 } }),
      energies: S.array(S.struct({ state, energy: S.finite() })),
      recalls: S.array(S.struct({ from: state, to: state })),
    })
  }

type Numbers = ReadonlyArray<number>

/** The parts that have to fit the number of units. */
export interface Circumstances {
  readonly grid?: Schema.TypeOf<typeof grid>
  readonly schedule?: Schema.TypeOf<typeof schedule>
  readonly expect?: {
    readonly fixedPoints?: ReadonlyArray<Numbers>
    readonly energies?: ReadonlyArray<{ readonly state: Numbers }>
    readonly recalls?: ReadonlyArray<{ readonly from: Numbers; readonly to: Numbers }>
  }
}

export const mismatch = (path: DecodeError.Path, expected: string, actual: unknown): DecodeError.Mismatch => ({
  _tag: 'Mismatch',
  path,
  expected,
  actual,
})

/** Numbers that the decoder has proved to be finite. */
export const vector = (values: Numbers): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(values))

/** Rows that the decoder has proved to be finite and of one length. */
export const matrix = (rows: ReadonlyArray<Numbers>): Matrix.Matrix =>
  Matrix.unsafeFromFloat64(rows.length, rows[0]?.length ?? 0)(Float64Array.from(rows.flat()))

/** Whether a vector is what is meant where it is left out. */
export const isZero = (values: Vector.Vector): boolean => Vector.toArray(values).every((value) => Object.is(value, 0))

/** Nothing if there is one value for each unit, or no values at all. */
export const ofLength =
  (size: number) =>
  (path: DecodeError.Path, values: Numbers | undefined): ReadonlyArray<DecodeError.Mismatch> =>
    values === undefined || values.length === size
      ? []
      : [mismatch(path, `${size} ${size === 1 ? 'element' : 'elements'}, one for each unit`, values)]

/** A grid of another size. */
export const gridMisfits =
  (size: number) =>
  ({ grid: drawn }: Circumstances): ReadonlyArray<DecodeError.Mismatch> =>
    drawn === undefined || drawn.width * drawn.height === size
      ? []
      : [mismatch(['grid'], `width × height = ${size}, the number of units`, drawn.width * drawn.height)]

/** A schedule that does not ask every unit. */
export const scheduleMisfits =
  (size: number) =>
  ({ schedule: chosen }: Circumstances): ReadonlyArray<DecodeError.Mismatch> => {
    const units = new Set(chosen?.kind === 'ordered' ? chosen.order : [])
    return [
      ...(chosen?.kind !== 'ordered' ||
      (chosen.order.length === size && units.size === size && chosen.order.every((unit) => unit < size))
        ? []
        : [mismatch(['schedule', 'order'], `each unit from 0 to ${size - 1} exactly once`, chosen.order)]),
      ...(chosen?.kind !== 'blocks' || Schedule.isFair(chosen.blocks, size)
        ? []
        : [
            mismatch(
              ['schedule', 'blocks'],
              `blocks of different units that together hold each unit from 0 to ${size - 1}`,
              chosen.blocks,
            ),
          ]),
    ]
  }

/** Expected states of another length. The rows of a table are of one length, so the first speaks for all. */
export const expectationMisfits =
  (size: number) =>
  ({ expect = {} }: Circumstances): ReadonlyArray<DecodeError.Mismatch> => {
    const fits = ofLength(size)
    return [
      ...fits(['expect', 'fixedPoints', 0], expect.fixedPoints?.[0]),
      ...(expect.energies ?? []).flatMap(({ state }, k) => fits(['expect', 'energies', k, 'state'], state)),
      ...(expect.recalls ?? []).flatMap(({ from, to }, k) => [
        ...fits(['expect', 'recalls', k, 'from'], from),
        ...fits(['expect', 'recalls', k, 'to'], to),
      ]),
    ]
  }
