/**
 * One round of one contender, timed call by call.
 */
import { Bench } from 'tinybench'
import type { Prepared } from './Task.js'

export interface Round {
  /** Milliseconds of the middle call. */
  readonly median: number
  readonly calls: number
}

/** Calls for so many milliseconds, and once at least. */
export const round = async ({ run, asynchronous }: Prepared, milliseconds: number): Promise<Round> => {
  const bench = new Bench({
    time: milliseconds,
    iterations: 1,
    warmup: false,
    throws: true,
    timestampProvider: 'hrtimeNow',
  })
  const [task] = await bench.add('run', run, { async: asynchronous }).run()
  if (task?.result.state !== 'completed') throw new Error(`the round ended ${task?.result.state}`)
  return { median: task.result.latency.p50, calls: task.runs }
}
