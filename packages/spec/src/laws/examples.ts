/**
 * Schemas on which the laws are run: one that uses every constructor, one like the document of a network, one recursive.
 */
import { make, type Schema, type TypeOf } from '../Schema.js'

/** Every constructor once. */
export const everything = make((S) =>
  S.struct(
    {
      kind: S.kind('everything'),
      version: S.version(1),
      name: S.describe('Shown to readers.')(S.string),
      isDraft: S.boolean,
      rate: S.finite({ min: 0, max: 1 }),
      offset: S.int({ min: -3, max: 3 }),
      size: S.positiveInt({ max: 64 }),
      seed: S.seed,
      spins: S.array(S.spin),
      bits: S.nonEmptyArray(S.bit),
      trits: S.array(S.trit, { min: 1, max: 3 }),
      limit: S.nullable(S.positiveInt()),
      labels: S.record(S.literal('yes', 'no')),
      point: S.tuple(S.finite(), S.finite()),
      weights: S.matrix({ rows: { max: 4 }, columns: { min: 1, max: 4 } }),
    },
    { bias: S.vector({ min: 1, max: 4 }), options: S.partial({ retries: S.int(), note: S.nullable(S.string) }) },
  ),
)

/** Like the document of a Hopfield network: the weights themselves, or the patterns to learn them from. */
export const network = make((S) =>
  S.struct(
    {
      kind: S.kind('network'),
      version: S.version(1),
      tie: S.literal('keep', 'up', 'down'),
      couplings: S.sum('from')({
        weights: S.struct({ from: S.literal('weights'), weights: S.matrix() }),
        patterns: S.struct({ from: S.literal('patterns'), patterns: S.table(S.spin) }, { rule: S.literal('hebb') }),
      }),
      seed: S.seed,
    },
    { thresholds: S.vector(), expect: S.partial({ energies: S.vector(), fixed: S.table(S.spin) }) },
  ),
)

export type Network = TypeOf<typeof network>

export type Expression =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'negate'; readonly term: Expression }
  | { readonly op: 'sum'; readonly terms: ReadonlyArray<Expression> }

/** A schema that mentions itself. */
export const expression: Schema<Expression> = make((S) =>
  S.sum('op')({
    number: S.struct({ op: S.literal('number'), value: S.finite() }),
    negate: S.struct({ op: S.literal('negate'), term: S.lazy('expression', () => expression(S)) }),
    sum: S.struct({ op: S.literal('sum'), terms: S.array(S.lazy('expression', () => expression(S))) }),
  }),
)
