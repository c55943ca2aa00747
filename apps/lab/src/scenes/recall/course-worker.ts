/**
 * The recall scene's worker: stores, opens and follows, beside the page.
 *
 * Memories and cues come as text: the same text is the same object again, of which everything is remembered.
 */
import { expose, transfer } from 'comlink'
import { latest } from '../../latest.js'
import { follow, open, type Pace, type Setup } from './course.js'

export interface Written extends Omit<Setup, 'memory' | 'cue'> {
  readonly memory: string
  readonly cue: string
}

const memoryOf = latest((text: string) => JSON.parse(text) as Setup['memory'])

const cueOf = latest((text: string) => JSON.parse(text) as Setup['cue'])

/** Lets questions in that have come meanwhile. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

const read = ({ memory, cue, ...rest }: Written): Setup => ({ ...rest, memory: memoryOf(memory), cue: cueOf(cue) })

/** Answers a question, unless another one of the kind has come before it was begun: then nobody waits for it. */
const newest = <Q extends ReadonlyArray<unknown>, A>(compute: (...question: Q) => A) => {
  let asked = 0
  return async (...question: Q): Promise<A | undefined> => {
    asked += 1
    const mine = asked
    await pause()
    return mine === asked ? compute(...question) : undefined
  }
}

const buffersOf = (value: unknown): ReadonlyArray<ArrayBufferLike> =>
  ArrayBuffer.isView(value)
    ? [value.buffer]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(buffersOf)
      : []

/** A copy that is handed over as it is, since what is remembered here must stay here. */
const handedOver = <A>(answer: A): A => {
  const copy = structuredClone(answer)
  return transfer(copy, [...new Set(buffersOf(copy))])
}

const worker = {
  open: newest((setup: Written) => open(read(setup))),
  follow: newest((setup: Written, pace: Pace) => handedOver(follow(read(setup), pace))),
}

export type CourseWorker = typeof worker

expose(worker)
