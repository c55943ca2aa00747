/**
 * Matrices of weights that meet a hypothesis, or miss it.
 */
type Rows = ReadonlyArray<ReadonlyArray<number>>

const changed = (rows: Rows, change: (weight: number, i: number, j: number) => number): Rows =>
  rows.map((row, i) => row.map((weight, j) => change(weight, i, j)))

/** The upper triangle mirrored; or turned over below, so that couplings go one way. */
export const withSymmetry = (rows: Rows, kept: boolean): Rows =>
  kept
    ? changed(rows, (weight, i, j) => (i > j ? (rows[j]?.[i] ?? 0) : weight))
    : changed(rows, (weight, i, j) => (i > j ? -weight || -1 : weight))

export const isDiagonalNonnegative = (rows: Rows): boolean => rows.every((row, i) => (row[i] ?? 0) >= 0)

/** Strong enough to turn its unit over whatever the others say. */
const repelling = (rows: Rows): number =>
  -1 - (rows[0] ?? []).reduce((total, weight, j) => total + (j === 0 ? 0 : Math.abs(weight)), 0)

/** No self-coupling below 0; or one that is. */
export const withDiagonal = (rows: Rows, kept: boolean): Rows =>
  kept
    ? changed(rows, (weight, i, j) => (i === j ? Math.max(0, weight) : weight))
    : changed(rows, (weight, i, j) => (i === 0 && j === 0 ? repelling(rows) : weight))

/** As strong as all other weights of the row together: then no eigenvalue is negative. */
const dominant = (row: ReadonlyArray<number>, unit: number): number =>
  row.reduce((total, weight, j) => total + (j === unit ? 0 : Math.abs(weight)), 0)

/** Self-couplings that outweigh the others; or none but −1. */
export const withSelfCoupling = (rows: Rows, kept: boolean): Rows =>
  changed(rows, (weight, i, j) => (i !== j ? weight : kept ? dominant(rows[i] ?? [], i) : -1))

/** The signs of every other column turned over, the first one included. */
export const withColumnsTurned = (rows: Rows): Rows =>
  changed(rows, (weight, _, j) => (j % 2 === 0 ? 0 - weight : weight))
