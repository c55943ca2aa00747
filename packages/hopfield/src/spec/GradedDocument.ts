/**
 * Graded networks written down, and what such a document means.
 *
 * Definitions: `schema`, `GradedDocument`, `parse`, `jsonSchema`, `fromDocument`, `toDocument`.
 * Convention:  the gain λ is inside the sigmoid, g(λu). What is left out has the default of `Graded`: scale and τ 1, input
 *              0. What the parts say of each other (square weights, an input for each unit) is for `fromDocument`.
 * Laws:        graded_fromDocument_toDocument
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix, Vector } from '@engram/linalg'
import { Document, JsonSchema, Schema, type DecodeError } from '@engram/spec'
import * as Gain from '../Gain.js'
import * as Graded from '../Graded.js'
import { grid, gridMisfits, isZero, matrix, mismatch, ofLength, vector } from './parts.js'

/** The schema of version 1. */
export const schema = Schema.make((S) =>
  S.struct(
    {
      kind: S.kind('graded-hopfield'),
      version: S.version(1),
      shape: S.describe('tanh: outputs from −1 to 1. sigmoid: outputs from 0 to 1.')(S.literal('tanh', 'sigmoid')),
      gain: S.describe('Positive λ of g(λu): the higher, the nearer to units of two values.')(S.finite({ min: 0 })),
      weights: S.describe('Row i holds the weights to unit i, column j those from unit j.')(
        S.matrix({ rows: { min: 1 }, columns: { min: 1 } }),
      ),
    },
    {
      $schema: S.describe('Where editors find this schema.')(S.string),
      title: S.string,
      grid: grid(S),
      scale: S.describe('Positive factor of the weights, such as 1/n; 1 when left out.')(S.finite({ min: 0 })),
      tau: S.describe('Positive time in which a unit left alone forgets all but 1/e; 1 when left out.')(
        S.finite({ min: 0 }),
      ),
      input: S.describe('One for each unit, held all the time; 0 when left out.')(S.vector({ min: 1 })),
    },
  ),
)

/** A network as the schema has it: of the right shape, though its parts may not yet fit each other. */
export type GradedDocument = Schema.TypeOf<typeof schema>

/**
 * The shape of a network, read from JSON text.
 *
 * Errors: those of `Document.parse` in `@engram/spec`, with the path in the document
 */
export const parse: (text: string) => E.Either<DecodeError.DecodeErrors, GradedDocument> = Document.parse(schema)

/** The JSON Schema of documents of graded networks: what `schema/graded-hopfield.json` holds. */
export const jsonSchema: JsonSchema.JsonSchema = JsonSchema.jsonSchema({
  title: 'Graded Hopfield network',
  description: 'A Hopfield network in continuous time as data: its weights, how its units answer, and how fast.',
})(schema)

/** A network, what it is called, and how its states are drawn. */
export interface Model {
  readonly network: Graded.Graded
  readonly title?: string
  readonly grid?: NonNullable<GradedDocument['grid']>
}

const positive = (name: 'gain' | 'scale' | 'tau', value: number): ReadonlyArray<DecodeError.Mismatch> =>
  value > 0 ? [] : [mismatch([name], 'a positive number', value)]

const misfits = ({
  gain,
  grid: drawn,
  input,
  scale = 1,
  tau = 1,
  weights,
}: GradedDocument): ReadonlyArray<DecodeError.Mismatch> => {
  const size = weights.length
  return [
    ...ofLength(size)(['weights', 0], weights[0]),
    ...ofLength(size)(['input'], input),
    ...gridMisfits(size)(drawn === undefined ? {} : { grid: drawn }),
    ...positive('gain', gain),
    ...positive('scale', scale),
    ...positive('tau', tau),
  ]
}

/**
 * What a document means, or where its parts do not fit each other.
 *
 * Errors: Mismatch, with the path in the document: weights that are not square, an input of another length, a grid of
 *         another size, a gain, scale or τ of 0
 * Cost:   proportional to the document
 * Laws:   graded_fromDocument_toDocument
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Vector } from '@engram/linalg'
 * import { Graded } from '@engram/hopfield'
 * import { GradedDocument } from '@engram/hopfield/spec'
 *
 * const text = `{
 *   "kind": "graded-hopfield", "version": 1, "shape": "tanh", "gain": 2, "weights": [[0, 1], [1, 0]], "input": [0.5, 0]
 * }`
 * F.pipe(
 *   GradedDocument.parse(text),
 *   E.chain(GradedDocument.fromDocument),
 *   E.bindTo('model'),
 *   E.bindW('state', () => Vector.fromArray([0, 0])),
 *   E.chainW(({ model, state }) => Graded.velocity(model.network)(state)),
 *   E.map(Vector.toArray),
 * ) // => E.right([0.5, 0])
 * ```
 */
export const fromDocument = (document: GradedDocument): E.Either<DecodeError.DecodeErrors, Model> => {
  const { gain, grid: drawn, input, scale = 1, shape, tau = 1, title, weights } = document
  const [first, ...others] = misfits(document)
  if (first !== undefined) return E.left([first, ...others])
  return F.pipe(
    Gain.make(shape)(gain),
    E.chain((checked) =>
      Graded.make({ gain: checked, tau, ...(input === undefined ? {} : { input: vector(input) }) })(matrix(weights)),
    ),
    E.bimap(
      // Not reached: all that a network checks has been checked.
      ({ expected, actual }) => [mismatch(['weights'], String(expected), actual)],
      (network): Model => ({
        network: { ...network, scale },
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
 * Laws: graded_fromDocument_toDocument
 */
export const toDocument = ({ grid: drawn, network, title }: Model): GradedDocument => ({
  kind: 'graded-hopfield',
  version: 1,
  ...(title === undefined ? {} : { title }),
  shape: network.gain.shape,
  gain: network.gain.gain,
  weights: Matrix.toRows(network.weights),
  ...(network.scale === 1 ? {} : { scale: network.scale }),
  ...(network.tau === 1 ? {} : { tau: network.tau }),
  ...(isZero(network.input) ? {} : { input: Vector.toArray(network.input) }),
  ...(drawn === undefined ? {} : { grid: drawn }),
})
