/**
 * Restricted Boltzmann machines written down, and what such a document means.
 *
 * Definitions: `schema`, `RbmDocument`, `parse`, `jsonSchema`, `fromDocument`, `toDocument`.
 * Convention:  a row of the weights for each visible unit, a column for each hidden one. Biases that are left out are 0.
 *              What the parts say of each other (biases of the layers' sizes, a grid of the visible units) is for
 *              `fromDocument`.
 * Laws:        rbm_fromDocument_toDocument
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix, Vector } from '@engram/linalg'
import { Document, JsonSchema, Schema, type DecodeError } from '@engram/spec'
import * as Rbm from '../Rbm.js'
import { grid, gridMisfits, isZero, matrix, mismatch, ofLength, vector } from './parts.js'

/** The schema of version 1. */
export const schema = Schema.make((S) =>
  S.struct(
    {
      kind: S.kind('rbm'),
      version: S.version(1),
      weights: S.describe('Row i holds the weights of visible unit i, column j those of hidden unit j.')(
        S.matrix({ rows: { min: 1 }, columns: { min: 1 } }),
      ),
      seed: S.describe('Of the samples that are drawn.')(S.seed),
    },
    {
      $schema: S.describe('Where editors find this schema.')(S.string),
      title: S.string,
      grid: grid(S),
      visibleBias: S.describe('One for each visible unit, added to what it feels; 0 when left out.')(
        S.vector({ min: 1 }),
      ),
      hiddenBias: S.describe('One for each hidden unit, added to what it feels; 0 when left out.')(
        S.vector({ min: 1 }),
      ),
    },
  ),
)

/** A machine as the schema has it: of the right shape, though its parts may not yet fit each other. */
export type RbmDocument = Schema.TypeOf<typeof schema>

/**
 * The shape of a machine, read from JSON text.
 *
 * Errors: those of `Document.parse` in `@engram/spec`, with the path in the document
 */
export const parse: (text: string) => E.Either<DecodeError.DecodeErrors, RbmDocument> = Document.parse(schema)

/** The JSON Schema of machine documents: what `schema/rbm.json` holds. */
export const jsonSchema: JsonSchema.JsonSchema = JsonSchema.jsonSchema({
  title: 'Restricted Boltzmann machine',
  description: 'A restricted Boltzmann machine as data: the weights between its two layers, their biases, its seed.',
})(schema)

/** A machine, the seed of its samples, what it is called, and how its visible layer is drawn. */
export interface Model {
  readonly machine: Rbm.Rbm
  readonly seed: number
  readonly title?: string
  readonly grid?: NonNullable<RbmDocument['grid']>
}

const misfits = (
  { grid: drawn, hiddenBias, visibleBias }: RbmDocument,
  { rows, cols }: Matrix.Matrix,
): ReadonlyArray<DecodeError.Mismatch> => [
  ...ofLength(rows)(['visibleBias'], visibleBias),
  ...ofLength(cols)(['hiddenBias'], hiddenBias),
  ...gridMisfits(rows)(drawn === undefined ? {} : { grid: drawn }),
]

/**
 * What a document means, or where its parts do not fit each other.
 *
 * Errors: Mismatch, with the path in the document: biases of another length than their layer, a grid of another size
 * Cost:   proportional to the document
 * Laws:   rbm_fromDocument_toDocument
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Rbm } from '@engram/hopfield'
 * import { RbmDocument } from '@engram/hopfield/spec'
 *
 * const text = '{ "kind": "rbm", "version": 1, "weights": [[2, -1], [1, 3]], "visibleBias": [0.5, 0], "seed": 7 }'
 * F.pipe(
 *   E.Do,
 *   E.bindW('model', () => F.pipe(text, RbmDocument.parse, E.chain(RbmDocument.fromDocument))),
 *   E.bindW('visible', () => Pattern.binary([1, 0])),
 *   E.bindW('hidden', () => Pattern.binary([1, 1])),
 *   E.chainW(({ model, visible, hidden }) => Rbm.energy(model.machine)({ visible, hidden })),
 * ) // => E.right(-1.5)
 * ```
 */
export const fromDocument = (document: RbmDocument): E.Either<DecodeError.DecodeErrors, Model> => {
  const { grid: drawn, hiddenBias, seed, title, visibleBias } = document
  const weights = matrix(document.weights)
  const [first, ...others] = misfits(document, weights)
  if (first !== undefined) return E.left([first, ...others])
  return F.pipe(
    weights,
    Rbm.make({
      ...(visibleBias === undefined ? {} : { visibleBias: vector(visibleBias) }),
      ...(hiddenBias === undefined ? {} : { hiddenBias: vector(hiddenBias) }),
    }),
    E.bimap(
      // Not reached: all that a machine checks has been checked.
      ({ expected, actual }) => [mismatch(['weights'], String(expected), actual)],
      (machine): Model => ({
        machine,
        seed,
        ...(title === undefined ? {} : { title }),
        ...(drawn === undefined ? {} : { grid: drawn }),
      }),
    ),
  )
}

/**
 * A document that means the model, with the defaults left out.
 *
 * Cost: proportional to the document
 * Laws: rbm_fromDocument_toDocument
 */
export const toDocument = ({ grid: drawn, machine, seed, title }: Model): RbmDocument => ({
  kind: 'rbm',
  version: 1,
  ...(title === undefined ? {} : { title }),
  weights: Matrix.toRows(machine.weights),
  ...(isZero(machine.visibleBias) ? {} : { visibleBias: Vector.toArray(machine.visibleBias) }),
  ...(isZero(machine.hiddenBias) ? {} : { hiddenBias: Vector.toArray(machine.hiddenBias) }),
  ...(drawn === undefined ? {} : { grid: drawn }),
  seed,
})
