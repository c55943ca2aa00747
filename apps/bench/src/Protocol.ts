/**
 * What passes between the runner and a contender's process: JSON, with typed arrays as raw bytes behind it.
 *
 * A frame is the length of its JSON (four bytes, least significant first), the JSON, and the arrays one after another
 * in the order in which the JSON mentions them, each as `{ "$array": [type, length] }`.
 */

const types = { Float64Array, Float32Array, Int32Array, Uint32Array, Int8Array } as const

/** Numbers side by side, as every runtime knows them. */
export type Numbers = Float64Array | Float32Array | Int32Array | Uint32Array | Int8Array

/** What a task is given: numbers and arrays by name. */
export type Inputs = Readonly<Record<string, number | Numbers>>

export type Request =
  | {
      readonly _tag: 'Prepare'
      readonly contender: string
      readonly task: string
      readonly label: string
      readonly precision: string
      readonly inputs: Inputs
    }
  | { readonly _tag: 'Answer' }
  | { readonly _tag: 'Measure'; readonly milliseconds: number }

export type Response =
  | { readonly _tag: 'Prepared'; readonly version: string }
  | { readonly _tag: 'Answered'; readonly answer: Numbers; readonly milliseconds: number }
  /** The median of the calls that fitted into the time, and of one call at least. */
  | { readonly _tag: 'Measured'; readonly median: number; readonly calls: number }
  | { readonly _tag: 'Failed'; readonly reason: string }

interface Mention {
  readonly $array: readonly [keyof typeof types, number]
}

const isMention = (value: unknown): value is Mention =>
  typeof value === 'object' && value !== null && '$array' in value && Array.isArray(value.$array)

const isNumbers = (value: unknown): value is Numbers => Object.values(types).some((type) => value instanceof type)

/** The bytes of a message. */
export const encode = (message: Request | Response): Buffer => {
  const arrays: Array<Numbers> = []
  const json = JSON.stringify(message, (_, value: unknown) => {
    if (!isNumbers(value)) return value
    arrays.push(value)
    return { $array: [value.constructor.name, value.length] }
  })
  const text = Buffer.from(json, 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32LE(text.length)
  return Buffer.concat([
    length,
    text,
    ...arrays.map((each) => Buffer.from(each.buffer, each.byteOffset, each.byteLength)),
  ])
}

/** Takes exactly so many bytes from a stream at a time, or nothing once it has ended. */
const taker = (stream: AsyncIterable<Uint8Array>): ((count: number) => Promise<Buffer | undefined>) => {
  const chunks = stream[Symbol.asyncIterator]()
  const gather = async (parts: ReadonlyArray<Uint8Array>, missing: number): Promise<Buffer | undefined> => {
    if (missing <= 0) return Buffer.concat(parts)
    const next = await chunks.next()
    return next.done === true ? undefined : gather([...parts, next.value], missing - next.value.length)
  }
  let rest: Uint8Array = Buffer.alloc(0)
  return async (count) => {
    const bytes = await gather([rest], count - rest.length)
    rest = bytes?.subarray(count) ?? Buffer.alloc(0)
    return bytes?.subarray(0, count)
  }
}

const mentions = (json: string): ReadonlyArray<Mention> => {
  const found: Array<Mention> = []
  JSON.parse(json, (_, value: unknown) => {
    if (isMention(value)) found.push(value)
    return value
  })
  return found
}

const read = ({ $array: [type, length] }: Mention, bytes: Buffer, offset: number): Numbers => {
  const end = offset + length * types[type].BYTES_PER_ELEMENT
  return new types[type](new Uint8Array(bytes.subarray(offset, end)).buffer)
}

const decode = (json: string, bytes: Buffer): unknown => {
  let offset = 0
  return JSON.parse(json, (_, value: unknown) => {
    if (!isMention(value)) return value
    const numbers = read(value, bytes, offset)
    offset += numbers.byteLength
    return numbers
  })
}

/** The messages of a stream, one at a time; nothing once it has ended. Both sides trust each other's types. */
export const receiver = <A extends Request | Response>(
  stream: AsyncIterable<Uint8Array>,
): (() => Promise<A | undefined>) => {
  const take = taker(stream)
  return async () => {
    const head = await take(4)
    const json = head === undefined ? undefined : (await take(head.readUInt32LE()))?.toString('utf8')
    if (json === undefined) return undefined
    const size = mentions(json).reduce(
      (sum, { $array: [type, length] }) => sum + length * types[type].BYTES_PER_ELEMENT,
      0,
    )
    const bytes = await take(size)
    return bytes === undefined ? undefined : (decode(json, bytes) as A)
  }
}
