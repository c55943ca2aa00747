/**
 * Who computes: small nets are asked at once, large ones in a worker, so that the page never waits for them.
 */
import type { Remote } from 'comlink'
import { atOnce, later, type Answer } from '../../answer.js'
import { latest, latestRecord } from '../../latest.js'
import type { Linked } from '../../linked.js'
import { follow, open, type Pace, type Setup } from './course.js'
import type { Computer } from './observe.js'
import type { CourseWorker, Written } from './course-worker.js'

/**
 * Whether it takes less than a frame: cells of stored patterns are counted. A run asks each unit several times, which
 * costs as much as a few patterns.
 */
const isSmall = ({ width, height, memory }: Setup): boolean =>
  width * height * Math.max(20, memory._tag === 'Patterns' ? memory.items.length : 0) <= 50_000

/** Started with the first question; it remembers what was stored last. */
const started = latest(async (): Promise<Linked<CourseWorker>> => {
  const { linked } = await import('../../linked.js')
  return linked<CourseWorker>(new Worker(new URL('./course-worker.ts', import.meta.url), { type: 'module' }))
})

const memoryText = latest((memory: Setup['memory']) => JSON.stringify(memory))
const cueText = latest((cue: Setup['cue']) => JSON.stringify(cue))

const written = ({ memory, cue, ...rest }: Setup): Written => ({
  ...rest,
  memory: memoryText(memory),
  cue: cueText(cue),
})

/** The answer of the worker; the page's own where there is no worker to be had. */
const inWorker = <A>(ask: (worker: Remote<CourseWorker>) => Promise<A | undefined>, compute: () => A): Answer<A> =>
  later(
    started()
      .then(({ remote, broken }) => Promise.race([ask(remote), broken]))
      .catch(compute),
  )

const lastSetup = latestRecord<Setup>()
const setupOf = ({ width, height, memory, target, cue, tie }: Setup): Setup =>
  lastSetup({ width, height, memory, target, cue, tie })

const lastPace = latestRecord<Pace>()
const paceOf = ({ schedule, seed, maxSweeps }: Pace): Pace => lastPace({ schedule, seed, maxSweeps })

const openBeside = latest((setup: Setup) =>
  inWorker(
    (worker) => worker.open(written(setup)),
    () => open(setup),
  ),
)

const followBeside = latest((setup: Setup, pace: Pace) =>
  inWorker(
    (worker) => worker.follow(written(setup), pace),
    () => follow(setup, pace),
  ),
)

export const beside: Computer = {
  open: (setup) => (isSmall(setup) ? atOnce(open(setup)) : openBeside(setupOf(setup))),
  follow: (setup, pace) => (isSmall(setup) ? atOnce(follow(setup, pace)) : followBeside(setupOf(setup), paceOf(pace))),
}
