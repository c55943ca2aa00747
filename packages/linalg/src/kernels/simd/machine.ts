/**
 * The compiled kernels, and the scratch memory that they work on.
 *
 * The memory has one size for good: it is never grown, so that views of it stay valid and no call can leak. What the last
 * call has left there may be read where a block is not full, but ends up in sums that nobody asks for.
 */
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
  readonly planes32: (planes: Address, source: Address, count: number, words: number, stride: number) => void
  readonly differences32: (c: Address, rows: Address, planes: Address, m: number, n: number, words: number) => void
}

/** What of the platform's WebAssembly is used; the libraries that TypeScript is told of here do not know it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => {
    readonly exports: Functions & { readonly memory: { buffer: ArrayBuffer } }
  }
}

export interface Machine {
  readonly run: Functions
  readonly f64: Float64Array
  readonly f32: Float32Array
  readonly u32: Uint32Array
}

/**
 * Four regions of 512 KiB, each with 4 KiB behind it for what reads or writes a vector too far. Before the first lie the
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

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The bytes that base64 without line breaks stands for. */
const decode = (text: string): Uint8Array => {
  const bytes = new Uint8Array((text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0))
  for (let i = 0, bits = 0, k = 0; k < bytes.length; i++) {
    bits = (bits << 6) | DIGITS.indexOf(text[i]!)
    if (i % 4 !== 0) bytes[k++] = bits >> (6 - 2 * (i % 4))
  }
  return bytes
}

/** Whether arrays lie in memory with the lowest byte first, as WebAssembly reads them. */
const lowestFirst = (): boolean => new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

/** undefined where there is no WebAssembly, where it has no vectors or another order of bytes, or where a page forbids it. */
const start = (): Machine | undefined => {
  if (!lowestFirst()) return undefined
  try {
    const { memory, ...run } = new WebAssembly.Instance(new WebAssembly.Module(decode(binary))).exports
    const { buffer } = memory
    return { run, f64: new Float64Array(buffer), f32: new Float32Array(buffer), u32: new Uint32Array(buffer) }
  } catch {
    return undefined
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
