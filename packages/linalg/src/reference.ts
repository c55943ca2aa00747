/**
 * The products as the textbook writes them: what every kernel must agree with.
 *
 * Conventions: each entry is the sum of its definition, term by term in the order of the index; sizes agree.
 */
import { unsafeFromFloat64 as matrix, type Matrix } from './Matrix.js'
import { unsafeFromFloat64 as vector, type Vector } from './Vector.js'

const indices = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, i) => i)

const sum = (n: number, term: (i: number) => number): number => indices(n).reduce((total, i) => total + term(i), 0)

const build = (n: number, entry: (i: number) => number): Vector => vector(Float64Array.from(indices(n), entry))

const table = (rows: number, cols: number, entry: (i: number, j: number) => number): Matrix =>
  matrix(rows, cols)(Float64Array.from(indices(rows).flatMap((i) => indices(cols).map((j) => entry(i, j)))))

const at = (x: Vector, i: number): number => x.data[i] ?? NaN

const entryOf = (a: Matrix, i: number, j: number): number => a.data[i * a.cols + j] ?? NaN

/** x·y = Σᵢ xᵢ yᵢ */
export const dot = (x: Vector, y: Vector): number => sum(x.length, (i) => at(x, i) * at(y, i))

/** (x yᵀ)ᵢⱼ = xᵢ yⱼ */
export const outer = (x: Vector, y: Vector): Matrix => table(x.length, y.length, (i, j) => at(x, i) * at(y, j))

/** (Aᵀ)ᵢⱼ = aⱼᵢ */
export const transpose = (a: Matrix): Matrix => table(a.cols, a.rows, (i, j) => entryOf(a, j, i))

/** (A x)ᵢ = Σⱼ aᵢⱼ xⱼ */
export const matVec = (a: Matrix, x: Vector): Vector =>
  build(a.rows, (i) => sum(a.cols, (j) => entryOf(a, i, j) * at(x, j)))

/** (xᵀ A)ⱼ = Σᵢ xᵢ aᵢⱼ */
export const vecMat = (a: Matrix, x: Vector): Vector =>
  build(a.cols, (j) => sum(a.rows, (i) => at(x, i) * entryOf(a, i, j)))

/** (A B)ᵢⱼ = Σₖ aᵢₖ bₖⱼ */
export const matMul = (a: Matrix, b: Matrix): Matrix =>
  table(a.rows, b.cols, (i, j) => sum(a.cols, (k) => entryOf(a, i, k) * entryOf(b, k, j)))
