/**
 * Measures how long the page is busy while ten thousand cells with five hundred patterns are opened and run:
 * `pnpm --filter @engram/lab frames`. Numbers for people to read; no test depends on them.
 */
import type { Browser, Page } from '@playwright/test'
import lz from 'lz-string'
import { expect, shown, test } from './lab.js'

const state = {
  width: 100,
  height: 100,
  memory: {
    _tag: 'Patterns',
    items: [
      { _tag: 'Letter', letter: 'A' },
      ...Array.from({ length: 499 }, (_, index) => ({ _tag: 'Random', seed: index + 1 })),
    ],
    diagonal: 'zero',
  },
  cue: { _tag: 'Corrupted', kind: 'flip', percent: 30, seed: 7 },
  delay: 2,
}

/** What the trace of a browser tells of a task: times in microseconds, `tdur` on the processor. */
interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly tid: number
  readonly pid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

interface Task {
  readonly at: number
  readonly wall: number
  readonly busy: number
}

interface Traced<A> {
  readonly result: A
  readonly tasks: ReadonlyArray<Task>
  /** When frames began. */
  readonly frames: ReadonlyArray<number>
}

/** Events that are no part of another: tasks, and the promises kept between them. In the order of their beginnings. */
const outermost = (events: ReadonlyArray<TraceEvent>): ReadonlyArray<TraceEvent> => {
  let end = -Infinity
  return events.filter(({ ph, ts, dur = 0 }) => {
    const isOuter = ph === 'X' && ts >= end
    if (isOuter) end = ts + dur
    return isOuter
  })
}

/** Tasks and frames of the thread of the page while something is done. */
const traced = async <A>(browser: Browser, page: Page, act: () => Promise<A>): Promise<Traced<A>> => {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] })
  const result = await act()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: ReadonlyArray<TraceEvent>
  }
  const threads = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .map((thread) => traceEvents.filter(({ pid, tid }) => pid === thread.pid && tid === thread.tid))
  // A browser may keep a page in reserve, which does next to nothing.
  const [busiest = []] = threads.toSorted((a, b) => b.length - a.length)
  const here = busiest.toSorted((a, b) => a.ts - b.ts)
  return {
    result,
    tasks: outermost(here).map(({ ts, dur = 0, tdur = dur }) => ({
      at: ts / 1000,
      wall: dur / 1000,
      busy: tdur / 1000,
    })),
    frames: here.filter(({ name }) => name === 'FireAnimationFrame').map(({ ts }) => ts / 1000),
  }
}

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((total, each) => total + each, 0)

const told = (numbers: ReadonlyArray<number>): string => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const quantile = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
  return `median ${quantile(0.5)}, 95 % below ${quantile(0.95)}, most ${quantile(1)} ms`
}

const perFrame = ({ tasks, frames }: Traced<unknown>): ReadonlyArray<number> =>
  frames
    .slice(1)
    .map((end, k) => sum(tasks.filter(({ at }) => at >= (frames[k] ?? 0) && at < end).map(({ busy }) => busy)))

const intervals = ({ frames }: Traced<unknown>): ReadonlyArray<number> =>
  frames.slice(1).map((end, k) => end - (frames[k] ?? 0))

const longest = ({ tasks }: Traced<unknown>): string =>
  `longest task ${Math.max(...tasks.map(({ wall }) => wall)).toFixed(0)} ms, ${sum(tasks.map(({ busy }) => busy)).toFixed(0)} ms in all`

test('frames of a large run', async ({ browser, page }) => {
  const say = (line: string): void => {
    process.stdout.write(`${line}\n`)
  }
  /** How long it takes until a text is on the page. */
  const until = async (begin: () => Promise<unknown>, ...texts: ReadonlyArray<readonly [string, RegExp]>) => {
    const began = Date.now()
    await begin()
    return Promise.all(
      texts.map(async ([id, text]) => {
        await shown(page, id).filter({ hasText: text }).waitFor()
        return Date.now() - began
      }),
    )
  }
  await page.goto('/')
  await expect(shown(page, 'run')).toBeVisible()
  const address = `/#/recall/~1.${lz.compressToEncodedURIComponent(JSON.stringify(state))}`
  const opening = await traced(browser, page, () =>
    until(() => page.goto(address), ['cue-errors', /^3000$/], ['energy', /·10/]),
  )
  say(`pictures and energies after ${opening.result.join(' and ')} ms: ${longest(opening)}`)
  const starting = await traced(browser, page, () => until(() => shown(page, 'run').click(), ['caption', /update/]))
  say(`first updates ${starting.result.join()} ms after Run: ${longest(starting)}`)
  const running = await traced(browser, page, () => page.waitForTimeout(2000))
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  say(
    `${running.frames.length} frames, ${told(intervals(running))} apart; ` +
      `the page is busy ${told(perFrame(running))} in each`,
  )
})
