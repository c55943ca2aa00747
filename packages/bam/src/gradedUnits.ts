/**
 * What units of graded memories do, and what they may be asked to begin with.
 */
import { either as E, function as F } from 'fp-ts'
import type { Tie } from '@engram/associative-memory'
import { Activation, Vector, type Matrix, type ReadonlyFloat64 } from '@engram/linalg'
import type { Thresholds } from './Bam.js'
import { outOfRange, sizeMismatch, type BamError } from './BamError.js'
import { back, dot, each, forth } from './kernels/graded.js'
import type { Sizes, State } from './Pair.js'

/** A memory of graded units. */
export interface Graded {
  readonly _tag: 'GradedBam'
  readonly sizes: Sizes
  /** Of both layers: tanh for bipolar, the logistic function for binary units. */
  readonly encoding: Tie.Encoding
  /** γ */
  readonly gain: number
  /** From X to Y, n × m. */
  readonly forward: Matrix.Matrix
  /** From Y to X, n × m: the same matrix, unless the memory it was made from had two. */
  readonly backward: Matrix.Matrix
  readonly thresholds: Thresholds
}

/** What both layers hold. */
export interface Activity {
  readonly x: Vector.Vector
  readonly y: Vector.Vector
}

/** Values between the ends, or a state of the two-valued memory. */
export type Start = Vector.Vector | State

export type Layer = 'x' | 'y'

/** g(γh), entry by entry. */
export const answer = ({ encoding, gain }: Graded, fields: ReadonlyFloat64): Float64Array => {
  const { value } = encoding === 'binary' ? Activation.sigmoid : Activation.tanh
  return each(fields, (field) => value(gain * field))
}

/** What a layer goes by when the other one holds these values. */
export const fieldsOf = (memory: Graded, layer: Layer, other: ReadonlyFloat64): Float64Array =>
  layer === 'y'
    ? forth(memory.forward.data, other, memory.thresholds.y.data)
    : back(memory.backward.data, other, memory.thresholds.x.data)

/** x ln x, continued to 0 */
const entropic = (x: number, logarithm: number): number => (x === 0 ? 0 : x * logarithm)

const works: Readonly<Record<Tie.Encoding, (s: number) => number>> = {
  bipolar: (s) => (entropic(1 + s, Math.log1p(s)) + entropic(1 - s, Math.log1p(-s))) / 2,
  binary: (s) => entropic(s, Math.log(s)) + entropic(1 - s, Math.log1p(-s)),
}

/** γ⁻¹ Σ ∫₀ˢ g⁻¹ */
const work = ({ encoding, gain }: Graded, values: ReadonlyFloat64): number =>
  each(values, works[encoding]).reduce((sum, value) => sum + value, 0) / gain

/** What a layer adds to −h·s for the fields h of its values s: the thresholds of the other, and the work of both. */
const besides = (memory: Graded, layer: Layer, x: ReadonlyFloat64, y: ReadonlyFloat64): number =>
  (layer === 'y' ? dot(memory.thresholds.x.data, x) : dot(memory.thresholds.y.data, y)) +
  work(memory, x) +
  work(memory, y)

/** L with the weights towards one layer, whose fields are known. */
const towards = (
  memory: Graded,
  layer: Layer,
  fields: ReadonlyFloat64,
  x: ReadonlyFloat64,
  y: ReadonlyFloat64,
): number => besides(memory, layer, x, y) - dot(fields, layer === 'y' ? y : x)

/** L, of a layer's fields with these values in the other: O(n + m) where there is one matrix. */
export const energyWith = (
  memory: Graded,
  layer: Layer,
  fields: ReadonlyFloat64,
  x: ReadonlyFloat64,
  y: ReadonlyFloat64,
): number => {
  const one = towards(memory, layer, fields, x, y)
  if (memory.forward === memory.backward) return one
  const turned = layer === 'y' ? 'x' : 'y'
  return (one + towards(memory, turned, fieldsOf(memory, turned, turned === 'y' ? x : y), x, y)) / 2
}

export const energyOf = (memory: Graded, x: ReadonlyFloat64, y: ReadonlyFloat64): number =>
  energyWith(memory, 'y', fieldsOf(memory, 'y', x), x, y)

/** The least value of a unit, and what it does in no field. The greatest is 1. */
export const rangeOf = ({ encoding }: Pick<Graded, 'encoding'>): { readonly least: number; readonly middle: number } =>
  encoding === 'binary' ? { least: 0, middle: 0.5 } : { least: -1, middle: 0 }

const activity = (operation: string, memory: Graded, layer: Layer, start: Start): E.Either<BamError, Vector.Vector> => {
  const { least } = rangeOf(memory)
  const at = `${operation} (${layer})`
  if (start.length !== memory.sizes[layer]) return E.left(sizeMismatch(at, memory.sizes[layer], start.length))
  if (start._tag !== 'Vector' && (start._tag === 'Binary') !== (memory.encoding === 'binary'))
    return E.left({
      _tag: 'EncodingMismatch',
      operation: at,
      expected: memory.encoding === 'binary' ? 'a Binary pattern or a Vector' : 'a Bipolar pattern, a Cue or a Vector',
      actual: start._tag,
    })
  const values = Float64Array.from(start.data)
  const odd = values.find((value) => !(value >= least && value <= 1))
  return odd === undefined
    ? E.right(Vector.unsafeFromFloat64(values))
    : E.left(outOfRange(at, `values from ${least} to 1`, odd))
}

/** Both layers, if they belong to the memory. Errors: SizeMismatch, EncodingMismatch, OutOfRange */
export const activities =
  (operation: string, memory: Graded) =>
  ({ x, y }: { readonly x: Start; readonly y: Start }): E.Either<BamError, Activity> =>
    F.pipe(E.Do, E.apS('x', activity(operation, memory, 'x', x)), E.apS('y', activity(operation, memory, 'y', y)))
