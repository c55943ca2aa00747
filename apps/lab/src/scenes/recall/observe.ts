/**
 * What there is to see of a state of the recall scene: everything is asked of the packages.
 */
import { Overlap } from '@engram/associative-memory'
import { Recall, type Network, type Verdict } from '@engram/hopfield'
import { atOnce, type Answer } from '../../answer.js'
import { latest } from '../../latest.js'
import { must } from '../../must.js'
import { cueOf, follow, open, overlapWith, type Course, type Opening, type Pace, type Setup } from './course.js'
import type { Document } from './document.js'
import { storedOf, type Stored } from './stored.js'

export interface Overlapping {
  readonly index: number
  readonly overlap: number
}

export interface Seen {
  readonly document: Document
  readonly stored: ReadonlyArray<Stored>
  /** The pattern that should be recalled; none when the network is given by its weights. */
  readonly target: Stored | undefined
  /** Units. */
  readonly size: number
  readonly cue: Network.State
  readonly current: Network.State
  /** None before the first step, and until it is known. */
  readonly run: Recall.Recall | undefined
  /** The run, asked for. */
  readonly follow: () => Answer<Course>
  /** Kept when there is more to see than this. */
  readonly coming: Promise<void> | undefined
  /** Energy before the run, then after each update; none until they are known. */
  readonly energies: ArrayLike<number>
  readonly end: number
  /** Counts up to now. */
  readonly flips: number
  readonly sweep: number
  /** The unit asked last, and its local field. */
  readonly last: { readonly unit: number; readonly field: number; readonly flipped: boolean } | undefined
  readonly cueErrors: number
  readonly errors: number
  /** Overlaps of the current state with the stored patterns; of many, with those nearest to the start. */
  readonly overlaps: ReadonlyArray<Overlapping>
  /** Known once the run has been followed to its end. */
  readonly verdict: Verdict.Verdict | undefined
}

/** Who computes what takes long. */
export interface Computer {
  readonly open: (setup: Setup) => Answer<Opening>
  readonly follow: (setup: Setup, pace: Pace) => Answer<Course>
}

const here: Computer = {
  open: (setup) => atOnce(open(setup)),
  follow: (setup, pace) => atOnce(follow(setup, pace)),
}

const distance = (target: Stored | undefined, state: Network.State): number =>
  target === undefined ? 0 : must(Overlap.hamming(target.pattern())(state))

const stateOf = latest((run: Recall.Recall, at: number): Network.State => Recall.stateAt(run)(at))

const energiesOf = latest((opening: Opening | undefined): ArrayLike<number> =>
  opening === undefined ? [] : [opening.energy],
)

export const observeWith =
  (computer: Computer) =>
  (document: Document): Seen => {
    const { width, height } = document
    const stored = storedOf(document.memory, width, height)
    const target = stored[document.target]
    const cue = cueOf(document)
    const opening = computer.open(document)
    const following = document.reach > 0 ? computer.follow(document, document) : undefined
    const course = following?.known
    const run = course?.run
    const end = run?.trace.units.length ?? 0
    const at = Math.min(document.at, end)
    const reach = Math.min(document.reach, end)
    const current = run === undefined ? cue : stateOf(run, at)
    return {
      document: { ...document, at, reach },
      stored,
      target,
      size: width * height,
      cue,
      current,
      run,
      follow: () => computer.follow(document, document),
      coming: following?.coming ?? opening.coming,
      energies: course?.energies ?? energiesOf(opening.known),
      end,
      flips: course?.flips[at] ?? 0,
      sweep: Math.ceil(at / (width * height)),
      last:
        run === undefined || at === 0
          ? undefined
          : {
              unit: run.trace.units[at - 1] ?? 0,
              field: run.trace.fields[at - 1] ?? 0,
              flipped: run.trace.flipped[at - 1] === 1,
            },
      cueErrors: distance(target, cue),
      errors: distance(target, current),
      overlaps: (opening.known?.watched ?? []).flatMap((index) => {
        const each = stored[index]
        return each === undefined ? [] : [{ index, overlap: overlapWith(current, each) }]
      }),
      verdict: reach === end ? course?.verdict : undefined,
    }
  }

/** All of it computed here and now. */
export const observe = observeWith(here)

/** The place some strides ahead in the run, from where it stands; the same place while the run is unknown. */
export const ahead =
  ({ document, follow: course, size }: Seen) =>
  (strides: number): number => {
    const { at, schedule, stride } = document
    const trace = course().known?.run.trace
    if (trace === undefined) return at
    const end = trace.units.length
    if (stride === 'sweep' || schedule === 'synchronous') return Math.min(end, (Math.floor(at / size) + strides) * size)
    if (stride === 'unit') return Math.min(end, at + strides)
    let place = at
    for (let left = strides; left > 0 && place < end; place += 1) left -= trace.flipped[place] ?? 0
    return place
  }

export const back = ({ document, run, size }: Seen): number => {
  const { at, schedule, stride } = document
  if (run === undefined) return at
  if (stride === 'sweep' || schedule === 'synchronous') return Math.max(0, (Math.ceil(at / size) - 1) * size)
  if (stride === 'unit') return Math.max(0, at - 1)
  const isFlip = (place: number): boolean => run.trace.flipped[place - 1] === 1
  let place = Math.max(0, at - 1)
  while (place > 0 && !isFlip(place)) place -= 1
  return place
}

/** Where a cycle begins that the run ends in. */
export const loopOf = ({ run, size, end }: Seen): number | undefined =>
  run?.outcome._tag === 'Cycle' ? end - run.outcome.period * size : undefined
