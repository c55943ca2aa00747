import { either as E, taskEither as TE } from 'fp-ts'
import { crc32, deflateSync } from 'node:zlib'
import type { Failure } from '../src/Failure.js'
import { run } from '../src/Program.js'
import type { Terminal } from '../src/Terminal.js'
import type { Answer, World } from '../src/World.js'

/** The value of a `Right`; a test that meets a `Left` fails with what is in it. */
export const right = <L, A>(either: E.Either<L, A>): A => {
  if (E.isLeft(either)) throw new Error(`expected a Right, got ${JSON.stringify(either.left)}`)
  return either.right
}

export const plain: Terminal = { width: 80, colours: false, unicode: true }

type Files = Readonly<Record<string, string | Uint8Array>>

/** A machine whose files are given, and which remembers what is written. */
export const machine = (files: Files, terminal: Terminal = plain) => {
  const written = new Map<string, string>()
  const images = new Map<string, Uint8Array>()
  const steps: Array<string> = []
  const world: World = {
    read: (file) => {
      const content = files[file]
      return content === undefined
        ? TE.left<Failure>({ _tag: 'Unreachable', file, reason: 'no such file' })
        : TE.right(typeof content === 'string' ? new TextEncoder().encode(content) : content)
    },
    write: (file, content) =>
      TE.rightIO(() => void (typeof content === 'string' ? written.set(file, content) : images.set(file, content))),
    terminal: (ascii) => ({ ...terminal, unicode: ascii === undefined ? terminal.unicode : !ascii }),
    progress: (label, total) => ({
      advance: () => {
        steps.push(`${label} ${total}`)
        return Promise.resolve()
      },
      stop: () => steps.push('stop'),
    }),
    version: '1.2.3',
  }
  return { written, images, steps, engram: (...args: ReadonlyArray<string>): Promise<Answer> => run(world)(args) }
}

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

export interface Image {
  readonly width: number
  readonly height: number
  readonly depth: number
  /** 0 gray, 2 colour, 3 palette, 4 gray with alpha, 6 colour with alpha. */
  readonly colour: number
  readonly rows: ReadonlyArray<ReadonlyArray<number>>
  readonly extra?: ReadonlyArray<readonly [string, ReadonlyArray<number>]>
}

/** A PNG image from the bytes of its rows, as the format's specification has it. */
export const png = ({ colour, depth, extra = [], height, rows, width }: Image): Uint8Array => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, colour], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...extra.map(([type, data]) => chunk(type, Buffer.from(data))),
    chunk('IDAT', deflateSync(Buffer.from(rows.flatMap((row) => [0, ...row])))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** An 8-bit gray image. */
export const gray = (rows: ReadonlyArray<ReadonlyArray<number>>): Uint8Array =>
  png({ width: rows[0]?.length ?? 0, height: rows.length, depth: 8, colour: 0, rows })
