/**
 * How a contender's process is started.
 */
import { fileURLToPath } from 'node:url'
import { open, type Channel } from './Channel.js'
import type { Contender } from './Contender.js'

const script = fileURLToPath(new URL('../python/worker.py', import.meta.url))

/** `worker` are the arguments with which Node becomes a contender; `python` is a program. */
export const launcher =
  (worker: ReadonlyArray<string>, python: string) =>
  (contender: Contender): Channel =>
    contender.runtime === 'node'
      ? open({ program: process.execPath, args: worker, environment: {} })
      : open({
          program: python,
          args: ['-B', script, `${contender.module}_ways`],
          environment: contender.environment,
        })
