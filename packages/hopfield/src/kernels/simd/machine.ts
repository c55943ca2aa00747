/**
 * The compiled kernels, and the scratch memory that they work on.
 *
 * The memory has one size for good and is never grown, so that views of it stay valid. Every call brings all that it needs
 * and takes its results away: nothing that a later call could see is left behind.
 */
import { WebAssembly } from '@engram/linalg'
import { binary } from './binary.js'

type Address = number

/** The functions of assembly/index.ts. */
interface Functions {
  readonly overlaps: (out: Address, patterns: Address, state: Address, count: number, vectors: number) => void
  readonly sweep: (
    words: Address,
    stride: number,
    groups: number,
    m: Address,
    there: Address,
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

/** The end of the memory. */
export const END: Address = 2 ** 24

const start = (): Machine | undefined => {
  const instance = WebAssembly.instantiate(binary) as (Functions & WebAssembly.Memory) | undefined
  if (instance === undefined) return undefined
  const { memory, ...run } = instance
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

let started = false
let machine: Machine | undefined

/** The machine, started when it is first asked for. */
export const simd = (): Machine | undefined => {
  if (!started) machine = start()
  started = true
  return machine
}
