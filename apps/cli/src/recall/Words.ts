/**
 * Where a run ended, in words.
 */
import { count } from '../draw/Text.js'
import type { Likeness, Recalled } from './Run.js'

/** `2`, or `2 J` where the pattern has a title. */
export const patternName = (likenesses: ReadonlyArray<Likeness>, index: number): string => {
  const title = likenesses[index]?.title ?? ''
  return title === '' ? `${index + 1}` : `${index + 1} ${title}`
}

const listed = (words: ReadonlyArray<string>): string => `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`

const end = ({ likenesses, recalled, target, verdict }: Recalled): string => {
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
  `${end(result)}, after ${count(result.run.sweeps, 'sweep')} and ${count(result.run.flips, 'flip')}`

/** One line: where the probe came from. */
export const probeLine = ({ likenesses, model: { seed }, start }: Recalled): string => {
  if (start._tag === 'Given') return `the probe is ${start.picture.name}`
  const done = start.corruption === 'flip' ? 'flipped' : 'masked'
  return `the probe is pattern ${patternName(likenesses, start.pattern)} with ${Number((100 * start.share).toPrecision(3))}% of its cells ${done}, seed ${seed}`
}
