/**
 * The modern scene in words.
 */
import { number, plural } from '../../numbers.js'
import { captionOf, isAtEnd, type Judgement } from '../judgement.js'
import type { Discrete, Seen } from './observe.js'

/** So close to a picture that no shade of it differs visibly. */
const near = 0.5

export const nameOf = ({ stored }: Seen, index: number): string => stored[index]?.name ?? '?'

/** What became of the modern memory; nothing before the run has been followed to its end. */
export const judge = (seen: Seen): Judgement | undefined => {
  const { document, verdict, afterOne } = seen
  if (!isAtEnd(seen)) return undefined
  switch (verdict._tag) {
    case 'Single': {
      const name = nameOf(seen, verdict.index)
      if (verdict.index !== document.target)
        return {
          ending: 'other',
          title: 'Another picture',
          detail: `The modern memory retrieved ${name}.`,
          answer: 'wrong',
        }
      return afterOne < near
        ? {
            ending: 'perfect',
            title: 'Retrieved in one update',
            detail: `The modern memory shows ${name}: after one update it differed by ${number(afterOne)}.`,
            answer: 'one',
          }
        : {
            ending: 'perfect',
            title: 'Retrieved, but not in one update',
            detail: `After one update it still differed from ${name} by ${number(afterOne)}.`,
            answer: 'more',
          }
    }
    case 'Metastable':
      return {
        ending: 'mixture',
        title: 'A mixture',
        detail: `Metastable: the state is made of about ${number(Math.round(verdict.effective * 10) / 10)} pictures, most of ${verdict.indices
          .slice(0, 3)
          .map((index) => nameOf(seen, index))
          .join(', ')}.`,
        answer: 'mixed',
      }
    case 'Global':
      return { ending: 'mixture', title: 'The mean of all', detail: 'Every picture counts alike.', answer: 'mixed' }
    case 'Masked':
    case 'Exhausted':
      return { ending: 'exhausted', title: 'Still moving', detail: 'It creeps on.', answer: 'mixed' }
  }
}

/** What became of a memory of black and white cells. */
export const discreteText = (seen: Seen, { verdict }: Discrete): string => {
  switch (verdict._tag) {
    case 'Stored':
      return verdict.index === seen.document.target ? 'recalled' : `another: ${nameOf(seen, verdict.index)}`
    case 'Reversed':
      return 'a negative'
    case 'Mixture':
      return 'a mixture'
    case 'Spurious':
      return 'a spurious state'
    case 'Cycle':
      return 'oscillates'
    case 'Exhausted':
      return 'not at rest'
  }
}

export const verdictText = (seen: Seen, verdict: Seen['verdict']): string => {
  switch (verdict._tag) {
    case 'Single':
      return nameOf(seen, verdict.index)
    case 'Metastable':
      return `${number(Math.round(verdict.effective * 10) / 10)} mixed`
    case 'Global':
      return 'the mean'
    case 'Masked':
    case 'Exhausted':
      return 'moving'
  }
}

export const caption = (seen: Seen): string => captionOf(seen, 'update', [], judge(seen))

export const energyNow = ({ energies, document }: Seen): number =>
  energies[Math.min(document.at, energies.length - 1)] ?? 0

export const tell = (seen: Seen): string => {
  const judgement = judge(seen)
  const discrete = [
    ...(seen.classical === undefined ? [] : [`classical ${plural(seen.classical.wrong, 'cell')} wrong`]),
    ...(seen.dense === undefined ? [] : [`dense ${plural(seen.dense.wrong, 'cell')} wrong`]),
  ]
  return `${judgement === undefined ? '' : `${judgement.title}. ${judgement.detail} `}Modern memory ${number(seen.distance)} away, E ${number(energyNow(seen))}${discrete.length === 0 ? '' : `; ${discrete.join(', ')}`}.`
}
