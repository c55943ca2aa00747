#!/usr/bin/env node
/**
 * The machine behind the program: files, streams, signals.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { Presets, SingleBar } from 'cli-progress'
import { taskEither as TE } from 'fp-ts'
import type { Failure } from './Failure.js'
import { run } from './Program.js'
import { terminal } from './Terminal.js'
import type { Progress, World } from './World.js'

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'is a directory, where a file is needed',
  ENOTDIR: 'leads through something that is not a directory',
}

const unreachable =
  (file: string, absent: string) =>
  (error: unknown): Failure => {
    const { code = '', message } = error as NodeJS.ErrnoException
    return { _tag: 'Unreachable', file, reason: code === 'ENOENT' ? absent : (reasons[code] ?? message) }
  }

const interrupted = 130

/** Short work needs no bar. */
const fewest = 20

const still: Progress = { advance: () => setImmediate(), stop: () => undefined }

const moving = (label: string, total: number): Progress => {
  const bar = new SingleBar(
    { format: `${label} {bar} {percentage}%`, clearOnComplete: true, hideCursor: true, stream: process.stderr },
    Presets.shades_classic,
  )
  const interrupt = (): void => {
    bar.stop()
    process.exit(interrupted)
  }
  process.once('SIGINT', interrupt)
  bar.start(total, 0)
  return {
    advance: () => {
      bar.increment()
      return setImmediate()
    },
    stop: () => {
      bar.stop()
      process.off('SIGINT', interrupt)
    },
  }
}

const world: World = {
  read: (file) =>
    TE.tryCatch(() => (file === '-' ? buffer(process.stdin) : readFile(file)), unreachable(file, 'no such file')),
  write: (file, content) => TE.tryCatch(() => writeFile(file, content), unreachable(file, 'no such directory')),
  terminal: (ascii) => terminal(process.env, process.stdout, ascii),
  progress: (label, total) => (process.stderr.isTTY && total >= fewest ? moving(label, total) : still),
  version: (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
    .version,
}

// A reader that has seen enough, as `head` does, is no error.
;[process.stdout, process.stderr].forEach((stream) =>
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? process.exitCode : 2)),
)

const { code, err, out } = await run(world)(process.argv.slice(2))
process.exitCode = code
process.stdout.write(out)
process.stderr.write(err)
