import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encode, receiver, type Request } from '../src/Protocol.js'

const inputs = fc.dictionary(
  fc.string(),
  fc.oneof(fc.integer(), fc.float64Array(), fc.float32Array(), fc.int32Array(), fc.uint32Array(), fc.int8Array()),
  { noNullPrototype: true },
)

const request = (given: Request & { readonly _tag: 'Prepare' }): Request => given

async function* cut(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

test('what is sent arrives, however the stream is cut', async () => {
  const given = fc.array(
    inputs.map((each) =>
      request({ _tag: 'Prepare', contender: 'ä', task: 't', label: '', precision: 'float64', inputs: each }),
    ),
    { maxLength: 3 },
  )
  await fc.assert(
    fc.asyncProperty(given, fc.integer({ min: 1, max: 64 }), async (messages, size) => {
      const receive = receiver<Request>(cut(Buffer.concat(messages.map(encode)), size))
      for (const message of messages) expect(await receive()).toStrictEqual(message)
      expect(await receive()).toBeUndefined()
    }),
  )
})

test('a view of a part of a buffer is sent as that part', async () => {
  const part = Float64Array.of(1, 2, 3, 4).subarray(1, 3)
  const receive = receiver<Request>(
    cut(encode({ _tag: 'Prepare', contender: '', task: '', label: '', precision: '', inputs: { part } }), 1000),
  )
  expect(await receive()).toMatchObject({ inputs: { part: Float64Array.of(2, 3) } })
})

test('a message that breaks off is no message', async () => {
  const bytes = encode({ _tag: 'Measured', median: 1, calls: 1 })
  expect(await receiver(cut(bytes.subarray(0, -1), 5))()).toBeUndefined()
})
