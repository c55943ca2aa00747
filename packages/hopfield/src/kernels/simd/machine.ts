/**
 * The compiled kernels, and the memories that they work on.
 *
 * A memory has one size for good, so that views of it stay valid. There is one that all share: every call brings all that
 * it needs and takes its results away. A network of written weights, which are too many to be brought each time, has one
 * of its own, which begins with its weights and is garbage when the network is.
 */
import { WebAssembly } from '@engram/linalg'
import { once } from '../once.js'
import { binary } from './binary.js'

type Address = number

/** The functions of assembly/index.ts. */
interface Functions {
  readonly overlaps: (
    out: Address,
    patterns: Address,
    y: Address,
    marks: Address,
    count: number,
    vectors: number,
  ) => void
  readonly fields: (h: Address, rows: Address, y: Address, n: number, stride: number) => void
  readonly sweepOverlaps: (
    words: Address,
    stride: number,
    groups: number,
    m: Address,
    there: Address,
    blocks: Address,
    tables: Address,
    ups: Address,
    y: Address,
    bias: Address,
    n: number,
    order: Address,
    updates: number,
    turns: Address,
    turnCount: number,
    fields: Address,
    flipped: Address,
    values: Address,
    energies: Address,
    scale: number,
    without: number,
    self: number,
    lower: number,
    tie: number,
    energy: number,
  ) => number
  readonly sweepWeights: (
    rows: Address,
    stride: number,
    h: Address,
    y: Address,
    bias: Address,
    n: number,
    order: Address,
    updates: number,
    turns: Address,
    turnCount: number,
    fields: Address,
    flipped: Address,
    values: Address,
    energies: Address,
    scale: number,
    lower: number,
    tie: number,
    energy: number,
  ) => number
}

export interface Machine {
  readonly run: Functions
  readonly i8: Int8Array
  readonly u8: Uint8Array
  readonly i16: Int16Array
  readonly i32: Int32Array
  readonly u32: Uint32Array
  readonly f64: Float64Array
}

/** Where the arrays of a call begin; before lie the constants of the module. */
export const BASE: Address = 2 ** 12

/** The end of the memory that all share. */
export const END: Address = 2 ** 24

const PAGE = 2 ** 16

const start = (bytes: number): Machine | undefined => {
  const instance = module()() as (Functions & WebAssembly.Memory) | undefined
  if (instance === undefined) return undefined
  const { memory, ...run } = instance
  try {
    memory.grow(Math.ceil(bytes / PAGE) - 1)
  } catch {
    return undefined
  }
  const { buffer } = memory
  return {
    run,
    i8: new Int8Array(buffer),
    u8: new Uint8Array(buffer),
    i16: new Int16Array(buffer),
    i32: new Int32Array(buffer),
    u32: new Uint32Array(buffer),
    f64: new Float64Array(buffer),
  }
}

const module = once(() => WebAssembly.compile(binary))

/** The machine whose memory all share, started when it is first asked for; undefined where the platform has no vectors. */
export const simd = once(() => start(END))

/** A machine with a memory of its own, of so many bytes. */
export const alone = (bytes: number): Machine | undefined => (bytes <= 2 ** 32 ? start(bytes) : undefined)
