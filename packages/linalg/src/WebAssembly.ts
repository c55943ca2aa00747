/**
 * Compiled kernels, for the packages of Engram: modules of WebAssembly that are checked in as text.
 *
 * Convention: a kernel exists in TypeScript too, with the same results to the last bit, and runs where `instantiate`
 *             answers nothing. An instance is a scratch memory and functions on it; whoever makes one keeps it to himself.
 */

/** What of the platform's WebAssembly is used; the libraries that TypeScript is told of here do not know it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

/** The memory that a module exports. */
export interface Memory {
  readonly memory: { readonly buffer: ArrayBuffer }
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The bytes that base64 without line breaks stands for. */
const decode = (text: string): Uint8Array => {
  const values = Array.from(text.replace(/=+$/, ''), (digit) => digits.indexOf(digit))
  return Uint8Array.from({ length: Math.floor((values.length * 3) / 4) }, (_, k) => {
    const at = Math.floor((k * 4) / 3)
    const shift = 4 - 2 * (k % 3)
    return ((((values[at] ?? 0) << 6) | (values[at + 1] ?? 0)) >> shift) & 255
  })
}

/** Whether arrays lie in memory with the lowest byte first, as WebAssembly reads them. */
const lowestFirst = (): boolean => new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

/**
 * The functions and the memory of a module, given in base64 without line breaks; started at once.
 *
 * Requires: a module without imports that exports its memory; its functions are exported beside it
 * Errors:   undefined where there is no WebAssembly, where it lacks what the module uses or has another order of bytes,
 *           or where a page forbids it
 * Cost:     compiling: a millisecond or so for a few kB
 */
export const instantiate = (binary: string): Memory | undefined => {
  if (!lowestFirst()) return undefined
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(decode(binary))).exports as Memory
  } catch {
    return undefined
  }
}
