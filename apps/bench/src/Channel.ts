/**
 * A contender's process as the runner sees it: somebody to ask.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { encode, receiver, type Request, type Response } from './Protocol.js'

export interface Channel {
  /** Waits for the answer, however long; a process that ends without one has failed. */
  readonly ask: (request: Request) => Promise<Response>
  readonly end: () => void
}

/** A program and its arguments. */
export interface Command {
  readonly program: string
  readonly args: ReadonlyArray<string>
  readonly environment: Readonly<Record<string, string>>
}

const alive = new Set<ChildProcess>()

// However we end, nobody goes on computing for us.
process.on('exit', () => alive.forEach((child) => child.kill('SIGKILL')))

const tailLength = 2000

/** Starts the process, out of reach of the terminal's Ctrl-C: that one is for us. */
export const open = ({ program, args, environment }: Command): Channel => {
  const child = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
    detached: true,
  })
  alive.add(child)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-tailLength)
  })
  const gone = new Promise<Response>((resolve) => {
    child.on('error', ({ message }) => resolve({ _tag: 'Failed', reason: message }))
    child.on('close', (code, signal) => {
      alive.delete(child)
      const why = said.trim().split('\n').at(-1)
      resolve({ _tag: 'Failed', reason: why === undefined || why === '' ? `ended with ${code ?? signal}` : why })
    })
  })
  // A process that is gone takes no more requests; `gone` says so.
  child.stdin.on('error', () => undefined)
  const receive = receiver<Response>(child.stdout)
  return {
    ask: async (request) => {
      child.stdin.write(encode(request))
      return (await Promise.race([receive(), gone])) ?? gone
    },
    end: () => {
      child.kill('SIGKILL')
    },
  }
}
