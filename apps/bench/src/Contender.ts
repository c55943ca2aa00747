/**
 * Software that takes part: its name, its version, and its ways of doing the tasks that it can do.
 */
import type { Precision, Prepared, TaskName, Tasks } from './Task.js'

interface Labelled {
  /** Tells this way from the contender's others; empty when there is no other of its precision. */
  readonly label: string
  readonly precision: Precision
}

/** One way of doing a task in Node. */
export interface Way<K extends TaskName> extends Labelled {
  readonly prepare: (inputs: Tasks[K]) => Prepared | Promise<Prepared>
}

export interface NodeContender {
  readonly runtime: 'node'
  readonly name: string
  /** Throws where the software is not installed. */
  readonly version: () => string
  readonly ways: { readonly [K in TaskName]?: ReadonlyArray<Way<K>> }
}

/** The ways themselves are written in `python/<module>_ways.py`. */
export interface PythonContender {
  readonly runtime: 'python'
  readonly name: string
  readonly module: string
  readonly environment: Readonly<Record<string, string>>
  /** Takes part only on a processor with this flag. */
  readonly flag?: string
  readonly ways: { readonly [K in TaskName]?: ReadonlyArray<Labelled> }
}

export type Contender = NodeContender | PythonContender

/** Libraries start as many threads as there are processors unless they are told not to. */
export const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' } as const

/** Makes OpenBLAS use its kernels for AVX-512, whatever it takes the processor for. */
export const avx512 = { environment: { ...oneThread, OPENBLAS_CORETYPE: 'SkylakeX' }, flag: 'avx512f' } as const

/** One way of one contender. */
export interface Entrant {
  readonly contender: Contender
  readonly label: string
  readonly precision: Precision
}

/** All ways in which these contenders do a task. */
export const entrants = (contenders: ReadonlyArray<Contender>, task: TaskName): ReadonlyArray<Entrant> =>
  contenders.flatMap((contender) =>
    (contender.ways[task] ?? []).map(({ label, precision }) => ({ contender, label, precision })),
  )
