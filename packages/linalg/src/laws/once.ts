/**
 * Gram–Schmidt as it should not be done: once.
 */
import * as Matrix from '../Matrix.js'
import * as Norm from '../Norm.js'
import { toArray, type Vector } from '../Vector.js'
import { mapVector, matrixOfArray } from './build.js'
import { indices } from './draw.js'
import { columnOf } from './residual.js'

type M = Matrix.Matrix

export const dot = (x: Vector, y: Vector): number =>
  toArray(x).reduce((sum, each, i) => sum + each * (y.data[i] ?? NaN), 0)

const subtractPart = (x: Vector, part: number, q: Vector): Vector =>
  mapVector((each, i) => each - part * (q.data[i] ?? NaN))(x)

export const fromColumns = (m: number, columns: ReadonlyArray<Vector>): M =>
  Matrix.transpose(matrixOfArray(columns.length, m, columns.flatMap(toArray)))

/** Each column once, without its parts along those before it, as `remove` takes them out. */
const once =
  (remove: (x: Vector, before: ReadonlyArray<Vector>) => Vector) =>
  (a: M): M =>
    fromColumns(
      a.rows,
      indices(Math.min(a.rows, a.cols)).reduce<ReadonlyArray<Vector>>((before, j) => {
        const left = remove(columnOf(a, j), before)
        return [...before, mapVector((each) => each / (Norm.norm2(left) || 1))(left)]
      }, []),
    )

/** The textbook's way: all parts from the column as it was. */
export const classicalOnce = once((x, before) => before.reduce((left, q) => subtractPart(left, dot(q, x), q), x))

/** Each part from what is left so far. */
export const modifiedOnce = once((x, before) => before.reduce((left, q) => subtractPart(left, dot(q, left), q), x))
