/**
 * The tasks that are measured, and what it means to be prepared for one.
 */
import type { Numbers } from './Protocol.js'

/** Patterns in rows, starts in rows, and the units in the order in which a sweep asks them. */
export type DenseInputs = {
  readonly n: number
  readonly count: number
  readonly patterns: Int8Array
  readonly probes: number
  readonly starts: Int8Array
  readonly order: Int32Array
}

/** What each task is given. What it must answer stands in its table. */
export type Tasks = {
  /** A B, both n×n, row by row. */
  readonly gemm64: { readonly n: number; readonly a: Float64Array; readonly b: Float64Array }
  readonly gemm32: { readonly n: number; readonly a: Float32Array; readonly b: Float32Array }
  /** A x, A of n×n. */
  readonly gemv: { readonly n: number; readonly a: Float64Array; readonly x: Float64Array }
  /** The softmax of every row. */
  readonly softmax: { readonly rows: number; readonly cols: number; readonly scores: Float64Array }
  /** log Σ exp, one number. */
  readonly logSumExp: { readonly n: number; readonly scores: Float64Array }
  /** W = Σₚ s(p) s(p)ᵀ without its diagonal; `patterns` holds `count` rows of ±1. */
  readonly hebbian: { readonly n: number; readonly count: number; readonly patterns: Int8Array }
  /** Where the network of these patterns comes to rest from each of the `probes` rows of `starts`. */
  readonly recall: {
    readonly n: number
    readonly count: number
    readonly patterns: Int8Array
    readonly probes: number
    readonly starts: Int8Array
    /** The units in the order in which every sweep asks them. */
    readonly order: Int32Array
  }
  /** Where one sweep of the dense memory with F(z) = z³ leads from each start. */
  readonly denseCubic: DenseInputs
  /** The same with F(z) = eᶻ. */
  readonly denseExponential: DenseInputs
  /** Where it comes to rest when all units move at once. */
  readonly synchronous: {
    readonly n: number
    readonly count: number
    readonly patterns: Int8Array
    readonly probes: number
    readonly starts: Int8Array
  }
  /** As recall, of so many units that nobody writes the weights down. */
  readonly largeRecall: Tasks['recall']
  /** Σₚ softmaxₚ(β X y) xₚ for each of the `queries` rows of `states`; X holds `count` rows of d numbers. */
  readonly retrieval: {
    readonly d: number
    readonly count: number
    readonly patterns: Float64Array
    readonly queries: number
    readonly states: Float64Array
    readonly beta: number
  }
  /** Where the bidirectional memory of the pairs (rows of `x` and of `y`) rests from each row of `starts`, y unknown. */
  readonly bidirectional: {
    readonly n: number
    readonly count: number
    readonly x: Int8Array
    readonly y: Int8Array
    readonly probes: number
    readonly starts: Int8Array
  }
  /** For every state its energy, then for every state and unit the state that updating the unit leads to. */
  readonly transitions: { readonly n: number; readonly weights: Float64Array }
}

export type TaskName = keyof Tasks

export type Precision = 'float64' | 'float32'

/** Inputs in a contender's own form: all that is left is to run. */
export interface Prepared {
  readonly run: () => unknown
  /** Runs once and tells the numbers that came out. */
  readonly answer: () => Promise<Numbers>
  readonly asynchronous: boolean
}

/** A run whose result is there when it returns. */
export const prepared = <A>(run: () => A, read: (result: A) => Numbers): Prepared => ({
  run,
  answer: async () => read(run()),
  asynchronous: false,
})

/** A run that returns a promise. */
export const preparedLater = <A>(run: () => Promise<A>, read: (result: A) => Numbers): Prepared => ({
  run,
  answer: async () => read(await run()),
  asynchronous: true,
})
