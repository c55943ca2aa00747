/**
 * Compiled kernels, for the packages of Engram: modules of WebAssembly that are checked in as text.
 *
 * Convention: a kernel exists in TypeScript too, with the same results to the last bit, and runs where no module starts. An instance is a scratch memory and functions on it; whoever makes one keeps it to himself.
 */

/** What of the platform's WebAssembly is used; the libraries that TypeScript is told of here do not know it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

/** The memory that a module exports, in pages of 64 KiB. */
export interface Memory {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number }
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

const attempt = <A>(make: () => A): A | undefined => {
  try {
    return make()
  } catch {
    return undefined
  }
}

/**
 * How to start a module that is given in base64 without line breaks: compiled at once, started each time it is asked for.
 *
 * Requires: a module without imports that exports its memory; its functions are exported beside it
 * Errors:   undefined where there is no WebAssembly, where it lacks what the module uses or has another order of bytes,
 *           or where a page forbids it
 * Cost:     compiling: a millisecond or so for a few kB; starting: less than a tenth of that
 */
export const compile = (binary: string): (() => Memory | undefined) => {
  const compiled = lowestFirst() ? attempt(() => new WebAssembly.Module(decode(binary))) : undefined
  return () =>
    compiled === undefined ? undefined : attempt(() => new WebAssembly.Instance(compiled).exports as Memory)
}
