/**
 * What the commands need of the machine they run on: everything else about them is a function of its arguments.
 */
import type { taskEither } from 'fp-ts'
import type { Failure } from './Failure.js'
import type { Terminal } from './Terminal.js'

/** Told of work that takes a while. */
export interface Progress {
  /** One more piece is done; also the moment at which the machine may attend to something else. */
  readonly advance: () => Promise<void>
  readonly stop: () => void
}

export interface World {
  /** The content of a file; of the standard input for `-`. */
  readonly read: (file: string) => taskEither.TaskEither<Failure, Uint8Array>
  readonly write: (file: string, content: string | Uint8Array) => taskEither.TaskEither<Failure, void>
  /** The terminal that answers are shown on; `ascii` as the user wants it. */
  readonly terminal: (ascii?: boolean) => Terminal
  readonly progress: (label: string, total: number) => Progress
  readonly version: string
}

/** What a command has to say, and its exit code. */
export interface Answer {
  readonly out: string
  readonly err: string
  readonly code: number
}

export const answer = (out: string, code: number): Answer => ({ out, err: '', code })
