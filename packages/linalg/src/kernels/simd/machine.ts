/**
 * The compiled kernels, and the scratch memory that they work on.
 *
 * The memory has one size for good: it is never grown, so that views of it stay valid and no call can leak. What the last
 * call has left there may be read where a block is not full, but ends up in sums that nobody asks for.
 */
import { compile, type Memory } from '../../WebAssembly.js'
import { binary } from './binary.js'

type Address = number

/** The functions of assembly/index.ts. */
interface Functions {
  readonly copy32: (panel: Address, source: Address, count: number, depth: number, stride: number) => void
  readonly copy64: (panel: Address, source: Address, count: number, depth: number, stride: number) => void
  readonly gather32: (panel: Address, source: Address, count: number, depth: number, stride: number) => void
  readonly gather64: (panel: Address, source: Address, count: number, depth: number, stride: number) => void
  readonly multiply32: (c: Address, left: Address, right: Address, m: number, n: number, depth: number) => void
  readonly multiply64: (c: Address, left: Address, right: Address, m: number, n: number, depth: number) => void
  readonly rows64: (y: Address, a: Address, x: Address, m: number, n: number) => void
  readonly columns64: (y: Address, a: Address, x: Address, m: number, n: number) => void
  readonly outer64: (a: Address, x: Address, y: Address, m: number, n: number) => void
  readonly softmax64: (w: Address, maxima: Address, m: number, n: number, beta: number) => void
  readonly weigh64: (
    w: Address,
    rows: Address,
    m: number,
    n: number,
    stride: number,
    beta: number,
    least: number,
  ) => number
  readonly rescale64: (sums: Address, rows: Address, m: number, stride: number) => void
  readonly pick64: (
    sums: Address,
    v: Address,
    w: Address,
    m: number,
    n: number,
    apart: number,
    cols: number,
    stride: number,
  ) => void
  readonly planes32: (planes: Address, source: Address, count: number, words: number, stride: number) => void
  readonly differences32: (c: Address, rows: Address, planes: Address, m: number, n: number, words: number) => void
}

export interface Machine {
  readonly run: Functions
  readonly f64: Float64Array
  readonly f32: Float32Array
  readonly u32: Uint32Array
}

/**
 * Six regions of 512 KiB, each with 4 KiB behind it for what reads or writes a vector too far. Before the first lie the
 * constants of the module.
 */
export const REGION = 2 ** 19
const SPACING = REGION + 2 ** 12

/** Where a block of an operand is put as it is. */
export const STAGE: Address = 2 ** 12
/** Where what has been made of the left operand lies, of the right one, and of both. */
export const LEFT: Address = STAGE + SPACING
export const RIGHT: Address = LEFT + SPACING
export const RESULT: Address = RIGHT + SPACING
/** Where results turn into operands, and where sums wait for more of them. */
export const PANELS: Address = RESULT + SPACING
export const SUMS: Address = PANELS + SPACING

const start = (): Machine | undefined => {
  const instance = compile(binary)() as (Functions & Memory) | undefined
  if (instance === undefined) return undefined
  const { memory, ...run } = instance
  const { buffer } = memory
  return { run, f64: new Float64Array(buffer), f32: new Float32Array(buffer), u32: new Uint32Array(buffer) }
}

let started = false
let machine: Machine | undefined

/** The machine, started when it is first asked for. */
export const simd = (): Machine | undefined => {
  if (!started) machine = start()
  started = true
  return machine
}
