/**
 * The recall scene in words: what became of a run, for the page and for the live region.
 */
import { number, plural, signed } from '../../numbers.js'
import type { Judgement } from '../judgement.js'
import type { Seen } from './observe.js'

const nameAt = ({ stored }: Seen, index: number): string => stored[index]?.name ?? '?'

export const judge = (seen: Seen): Judgement | undefined => {
  const { verdict, target, document } = seen
  if (verdict === undefined || document.at !== seen.end) return undefined
  switch (verdict._tag) {
    case 'Stored':
      return verdict.index === document.target
        ? {
            ending: 'perfect',
            title: 'Perfect recall',
            detail: `The state is the stored pattern ${nameAt(seen, verdict.index)}, cell by cell.`,
            answer: 'stored',
          }
        : {
            ending: 'other',
            title: 'Another memory',
            detail: `The net recalled ${nameAt(seen, verdict.index)} instead of ${target?.name ?? '?'}.`,
            answer: 'other',
          }
    case 'Reversed':
      return {
        ending: 'reversed',
        title: 'Reversed recall',
        detail: `The state is the negative of ${nameAt(seen, verdict.index)}: it has the same energy as the pattern.`,
        answer: 'reversed',
      }
    case 'Mixture':
      return {
        ending: 'mixture',
        title: 'A mixture',
        detail: `The sign of ${verdict.indices
          .map((index, k) => `${(verdict.signs[k] ?? 1) < 0 ? '−' : k === 0 ? '' : '+'} ${nameAt(seen, index)}`.trim())
          .join(' ')}: a fixed point that nobody stored.`,
        answer: 'other',
      }
    case 'Spurious':
      return seen.stored.length === 0
        ? { ending: 'rest', title: 'At rest', detail: 'No unit wants to change: a fixed point.', answer: 'other' }
        : {
            ending: 'spurious',
            title: 'A spurious state',
            detail: `A fixed point that is no stored pattern and no mixture; ${plural(seen.errors, 'cell')} off ${target?.name ?? '?'}.`,
            answer: 'other',
          }
    case 'Cycle':
      return {
        ending: 'oscillating',
        title: `It oscillates with period ${verdict.period}`,
        detail: 'The run came back to a state that it had left. It will never rest.',
        answer: 'cycle',
      }
    case 'Exhausted':
      return {
        ending: 'exhausted',
        title: 'Not at rest yet',
        detail: `Still moving after ${plural(document.maxSweeps, 'sweep')}.`,
        answer: '',
      }
  }
}

/** An ellipsis until it is known. */
export const energyNow = ({ energies, document }: Seen): string => {
  const energy = energies[document.at]
  return energy === undefined ? '…' : number(energy)
}

export const tell = (seen: Seen): string => {
  if (seen.coming !== undefined) return 'Computing.'
  const judgement = judge(seen)
  const place = `sweep ${number(seen.sweep)}, E ${energyNow(seen)}, ${plural(seen.flips, 'flip')}`
  return judgement === undefined ? place : `${judgement.title}. ${place}.`
}

const titleOf = (judgement: Judgement | undefined): ReadonlyArray<string> =>
  judgement === undefined ? [] : [judgement.title]

export const caption = (seen: Seen): string => {
  const { document, end, run, sweep, coming } = seen
  if (coming !== undefined) return 'computing …'
  return run === undefined
    ? 'not started'
    : [
        `update ${number(document.at)} of ${number(end)}`,
        `sweep ${number(sweep)}`,
        plural(seen.flips, 'flip'),
        ...titleOf(judge(seen)),
      ].join(' · ')
}

/** The last update as a sentence. */
export const lastUpdate = ({ last, document, sweep, run, size }: Seen): string => {
  if (last === undefined || run === undefined) return ''
  if (document.schedule === 'synchronous') {
    const from = (sweep - 1) * size
    const flips = Array.from({ length: size }, (_, k): number => run.trace.flipped[from + k] ?? 0)
    return `All ${number(size)} units at once: ${plural(
      flips.reduce((a, b) => a + b, 0),
      'flip',
    )}`
  }
  const { unit, field, flipped } = last
  const place = `row ${Math.floor(unit / document.width) + 1}, column ${(unit % document.width) + 1}`
  return `Unit ${number(unit + 1)} (${place}) feels ${signed(field)} and ${flipped ? 'flips' : 'stays'}`
}
