/**
 * Where a run ended, in words.
 */
import { function as F, option as O } from 'fp-ts'
import type { Schedule } from '@engram/associative-memory'
import { count } from '../draw/Text.js'
import type { Damage } from './Damage.js'
import type { Likeness, Recalled, Start } from './Run.js'

/** `2`, or `2 J` where the pattern has a title. */
export const patternName = (likenesses: ReadonlyArray<Pick<Likeness, 'title'>>, index: number): string => {
  const title = likenesses[index]?.title ?? ''
  return title === '' ? `${index + 1}` : `${index + 1} ${title}`
}

export const listed = (words: ReadonlyArray<string>): string =>
  `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`

/** Where a run of units ended. */
export const end = ({
  likenesses,
  recalled,
  target,
  verdict,
}: Pick<Recalled, 'recalled' | 'target'> & {
  readonly verdict: Recalled['certificate']['verdict']
  readonly likenesses: ReadonlyArray<Pick<Likeness, 'title'>>
}): string => {
  const name = (index: number): string => `pattern ${patternName(likenesses, index)}`
  switch (verdict._tag) {
    case 'Stored':
      return recalled ? `recalled ${name(target)}` : `recalled ${name(verdict.index)} instead of ${name(target)}`
    case 'Reversed':
      return `reversed: at rest in the negative of ${name(verdict.index)}`
    case 'Mixture':
      return `spurious: at rest in a mixture of ${listed(
        verdict.indices.map((index, k) => `${(verdict.signs[k] ?? 1) < 0 ? 'the negative of ' : ''}${name(index)}`),
      )}`
    case 'Spurious':
      return 'spurious: at rest in a state that was never stored'
    case 'Cycle':
      return `oscillating: ${count(verdict.period, 'state')} in turn, none of them at rest`
    case 'Exhausted':
      return 'restless: no fixed point was reached'
  }
}

/** One line: where the run ended, after how much. */
export const verdictLine = (result: Recalled): string =>
  `${end({ ...result, verdict: result.certificate.verdict })}, after ${count(result.run.sweeps, 'sweep')} and ${count(result.run.flips, 'flip')}`

/** One line: what the run can vouch for, where it came to rest. */
export const certificateLine = ({ certificate: { distance, guaranteed, radius } }: Recalled): O.Option<string> =>
  F.pipe(
    radius,
    O.map(
      (cells) =>
        `${guaranteed ? 'certain' : 'not certain'}: the probe was ${count(distance, 'cell')} away, and all within ${cells} end there`,
    ),
  )

const damageDone = (start: Damage, seed: number): string => {
  if (start._tag === 'Covered') return `with its ${start.half} half covered`
  const done = start.corruption === 'flip' ? 'flipped' : 'masked'
  return `with ${Number((100 * start.share).toPrecision(3))}% of its cells ${done}, seed ${seed}`
}

/** One line: where a probe came from; `name` calls a pattern by its number and title. */
export const startLine = (start: Start, seed: number, name: (index: number) => string): string =>
  start._tag === 'Given'
    ? `the probe is ${start.picture.name}`
    : `the probe is pattern ${name(start.pattern)} ${damageDone(start, seed)}`

/** One line: where the probe came from. */
export const probeLine = ({ likenesses, model: { seed }, start }: Recalled): string =>
  startLine(start, seed, (index) => patternName(likenesses, index))

/** One line: in which order units are asked. */
export const scheduleLine = (schedule: Schedule.Schedule): string => {
  switch (schedule._tag) {
    case 'Ordered':
      return 'units are asked in the same order each sweep'
    case 'Shuffled':
      return `units are asked in a fresh random order each sweep, seed ${schedule.seed}`
    case 'RandomUnit':
      return `units are drawn at random, seed ${schedule.seed}`
    case 'Synchronous':
      return 'all units are asked at once'
    case 'Blocks':
      return `units are asked in ${schedule.blocks.length} blocks, those of a block at once`
  }
}
