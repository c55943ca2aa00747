/**
 * From a document to a memory, and back.
 *
 * Definitions: `Model` (what a document means), `fromDocument`, `toDocument`.
 * Convention:  a document that leaves something out and one that writes down its default mean the same model;
 *              `toDocument` leaves defaults out. Hebbian couplings stay implicit.
 * Laws:        bam_fromDocument_toDocument, bam_fromDocument_defaults
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern, type Tie } from '@engram/associative-memory'
import { Matrix, Vector } from '@engram/linalg'
import type { DecodeError } from '@engram/spec'
import * as Bam from '../Bam.js'
import type { Order } from '../machine.js'
import * as Pair from '../Pair.js'
import type { Probe } from '../Recall.js'
import type { BamDocument } from './BamDocument.js'

export type Grids = NonNullable<BamDocument['grids']>

/** A stored pair, and what it is called. */
export interface NamedPair extends Bam.StoredPair {
  readonly name?: string
}

export interface ExpectedEnergy {
  readonly pair: Bam.StoredPair
  readonly energy: number
}

export interface ExpectedRecall {
  readonly from: Probe
  readonly to: Pair.Pair
}

/** What a memory is believed to do. */
export interface Expectations {
  readonly equilibria: ReadonlyArray<Bam.StoredPair>
  readonly energies: ReadonlyArray<ExpectedEnergy>
  readonly recalls: ReadonlyArray<ExpectedRecall>
}

/** A memory with its stored pairs and what is expected of it. */
export interface Model {
  readonly bam: Bam.Bam
  readonly pairs: ReadonlyArray<NamedPair>
  readonly expect: Expectations
  readonly order?: Order
  readonly title?: string
  readonly grids?: Grids
}

type Numbers = ReadonlyArray<number>

const mismatch = (path: DecodeError.Path, expected: string, actual: unknown): DecodeError.Mismatch => ({
  _tag: 'Mismatch',
  path,
  expected,
  actual,
})

const sizesOf = ({ couplings, pairs }: BamDocument): Pair.Sizes => ({
  x: couplings.kind === 'weights' ? couplings.weights.length : (pairs[0]?.x.length ?? 0),
  y: couplings.kind === 'weights' ? (couplings.weights[0]?.length ?? 0) : (pairs[0]?.y.length ?? 0),
})

/** Everything in a document that does not fit its numbers of units. */
const misfits = (document: BamDocument, sizes: Pair.Sizes): ReadonlyArray<DecodeError.Mismatch> => {
  const { expect = {}, grids = {}, pairs, thresholds = {} } = document
  const ofLength = (path: DecodeError.Path, layer: 'x' | 'y', values: Numbers | undefined) =>
    values === undefined || values.length === sizes[layer]
      ? []
      : [mismatch([...path, layer], `${sizes[layer]} elements, one for each unit`, values)]
  const both = (path: DecodeError.Path, { x, y }: { readonly x?: Numbers; readonly y?: Numbers }) => [
    ...ofLength(path, 'x', x),
    ...ofLength(path, 'y', y),
  ]
  const drawn = (layer: 'x' | 'y') => {
    const grid = grids[layer]
    return grid === undefined || grid.width * grid.height === sizes[layer]
      ? []
      : [mismatch(['grids', layer], `width × height = ${sizes[layer]}, the number of units`, grid.width * grid.height)]
  }
  return [
    ...pairs.flatMap((pair, p) => both(['pairs', p], pair)),
    ...drawn('x'),
    ...drawn('y'),
    ...both(['thresholds'], thresholds),
    ...(expect.equilibria ?? []).flatMap((pair, k) => both(['expect', 'equilibria', k], pair)),
    ...(expect.energies ?? []).flatMap((pair, k) => both(['expect', 'energies', k], pair)),
    ...(expect.recalls ?? []).flatMap(({ from, to }, k) => [
      ...(from.x === undefined && from.y === undefined
        ? [mismatch(['expect', 'recalls', k, 'from'], 'x, y or both', from)]
        : both(['expect', 'recalls', k, 'from'], from)),
      ...both(['expect', 'recalls', k, 'to'], to),
    ]),
  ]
}

const vector = (numbers: Numbers): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(numbers))

/** The decoder has proved that the values are in the alphabet that the encoding names. */
const stateIn =
  (encoding: Tie.Encoding) =>
  (values: Numbers): Pair.State =>
    Pair.unsafeState(encoding, Int8Array.from(values))

const complete =
  (encoding: Tie.Encoding) =>
  ({ x, y }: { readonly x: Numbers; readonly y: Numbers }): Bam.StoredPair => ({
    x: stateIn(encoding)(x) as Pattern.Pattern,
    y: stateIn(encoding)(y) as Pattern.Pattern,
  })

const bamOf = ({ couplings, encoding, thresholds = {}, tie }: BamDocument, pairs: Model['pairs']) => {
  const settings: Bam.Settings = {
    tie,
    thresholds: {
      ...(thresholds.x === undefined ? {} : { x: vector(thresholds.x) }),
      ...(thresholds.y === undefined ? {} : { y: vector(thresholds.y) }),
    },
  }
  if (couplings.kind === 'hebbian') return Bam.fromPairs({ ...settings, couplings: 'patterns' })(pairs)
  const { weights } = couplings
  const matrix = Matrix.unsafeFromFloat64(weights.length, weights[0]?.length ?? 0)(Float64Array.from(weights.flat()))
  return Bam.fromWeights({ ...settings, encoding })(matrix)
}

/**
 * What a document means, or where its parts do not fit each other.
 *
 * Errors: Mismatch, with the path in the document: no pair to take Hebbian weights from; pairs, thresholds, grids or
 *         expectations of other sizes; a recall that starts from nothing
 * Cost:   proportional to the document
 * Laws:   bam_fromDocument_toDocument, bam_fromDocument_defaults
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Recall } from '@engram/bam'
 * import { BamDocument, Model } from '@engram/bam/spec'
 *
 * const text = `{
 *   "kind": "bam", "version": 1, "encoding": "bipolar", "tie": "keep",
 *   "couplings": { "kind": "hebbian" },
 *   "pairs": [{ "x": [1, -1, 1], "y": [-1, 1] }]
 * }`
 * F.pipe(
 *   BamDocument.parse(text),
 *   E.chain(Model.fromDocument),
 *   E.bindTo('model'),
 *   E.bindW('y', () => Pattern.bipolar([-1, 1])),
 *   E.chainW(({ model, y }) => Recall.recall({})(model.bam)({ y })),
 *   E.map(({ pair }) => Pattern.toArray(pair.x)),
 * ) // => E.right([1, -1, 1])
 * ```
 */
export const fromDocument = (document: BamDocument): E.Either<DecodeError.DecodeErrors, Model> => {
  const { encoding, expect, grids, order, title } = document
  const sizes = sizesOf(document)
  const [first, ...others] =
    sizes.x === 0
      ? [mismatch(['pairs'], 'at least one pair, for the weights come from them', document.pairs)]
      : misfits(document, sizes)
  if (first !== undefined) return E.left([first, ...others])
  const [pair, state] = [complete(encoding), stateIn(encoding)]
  const pairs = document.pairs.map((each): NamedPair => ({
    ...pair(each),
    ...(each.name === undefined ? {} : { name: each.name }),
  }))
  return F.pipe(
    bamOf(document, pairs),
    E.bimap(
      // Not reached: all that a memory checks has been checked.
      ({ operation, expected, actual }) => [mismatch([operation], String(expected), actual)],
      (bam): Model => ({
        bam,
        pairs,
        expect: {
          equilibria: (expect?.equilibria ?? []).map(pair),
          energies: (expect?.energies ?? []).map((each) => ({ pair: pair(each), energy: each.energy })),
          recalls: (expect?.recalls ?? []).map(({ from, to }) => ({
            from: {
              ...(from.x === undefined ? {} : { x: state(from.x) }),
              ...(from.y === undefined ? {} : { y: state(from.y) }),
            },
            to: { x: state(to.x), y: state(to.y) },
          })),
        },
        ...(order === undefined ? {} : { order }),
        ...(title === undefined ? {} : { title }),
        ...(grids === undefined ? {} : { grids }),
      }),
    ),
  )
}

const couplingsOf = (bam: Bam.Bam): BamDocument['couplings'] =>
  bam.couplings._tag === 'Patterns'
    ? { kind: 'hebbian' }
    : { kind: 'weights', weights: Matrix.toRows(Bam.weights(bam)) }

const halves = ({ x, y }: Pair.Pair) => ({ x: Pattern.toArray(x), y: Pattern.toArray(y) })

const silent = ({ data }: Vector.Vector): boolean => Array.from(data).every((theta) => Object.is(theta, 0))

/**
 * A document that means the model, with the defaults left out.
 *
 * Requires: one matrix for both directions; pairs of a Hebbian model that are those of its couplings
 * Cost:     proportional to the document
 * Laws:     bam_fromDocument_toDocument, bam_fromDocument_defaults
 */
export const toDocument = ({ bam, expect, grids, order, pairs, title }: Model): BamDocument => {
  const thresholds = Object.fromEntries(
    Object.entries(bam.thresholds)
      .filter(([, theta]) => !silent(theta as Vector.Vector))
      .map(([layer, theta]) => [layer, Vector.toArray(theta as Vector.Vector)]),
  )
  const expectations = Object.entries({
    equilibria: expect.equilibria.map(halves),
    energies: expect.energies.map(({ pair, energy }) => ({ ...halves(pair), energy })),
    recalls: expect.recalls.map(({ from, to }) => ({
      from: {
        ...(from.x === undefined ? {} : { x: Pattern.toArray(from.x) }),
        ...(from.y === undefined ? {} : { y: Pattern.toArray(from.y) }),
      },
      to: halves(to),
    })),
  }).filter(([, items]) => items.length > 0)
  // The states of a memory are in its encoding, which is the one that names the member of the union.
  return {
    kind: 'bam',
    version: 1,
    ...(title === undefined ? {} : { title }),
    encoding: bam.encoding,
    tie: bam.tie,
    couplings: couplingsOf(bam),
    ...(Object.keys(thresholds).length === 0 ? {} : { thresholds }),
    pairs: pairs.map((pair) => ({ ...halves(pair), ...(pair.name === undefined ? {} : { name: pair.name }) })),
    ...(grids === undefined ? {} : { grids }),
    ...(order === undefined ? {} : { order }),
    ...(expectations.length === 0 ? {} : { expect: Object.fromEntries(expectations) }),
  } as BamDocument
}
