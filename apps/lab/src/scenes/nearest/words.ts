/**
 * The nearest scene in words.
 */
import { number, plural } from '../../numbers.js'
import { captionOf, isAtEnd, type Judgement } from '../judgement.js'
import type { Fate, Seen } from './observe.js'

export const patternName = (index: number): string => `pattern ${number(index + 1)}`

/** The nearest patterns and how far they are. */
export const nearestText = ({ nearest: { indices, distance } }: Fate): string =>
  `${indices.map(patternName).join(' and ')} at distance ${number(distance)}`

/** Where a state leads, without the state. */
export const endText = ({ verdict }: Fate): string => {
  switch (verdict._tag) {
    case 'Stored':
      return `ends in ${patternName(verdict.index)}`
    case 'Reversed':
      return `ends in the negative of ${patternName(verdict.index)}`
    case 'Mixture':
      return 'ends in a mixture'
    case 'Spurious':
      return 'ends in a spurious state'
    case 'Cycle':
      return 'goes round for ever'
    case 'Exhausted':
      return 'does not rest'
  }
}

const distanceOfEnd = ({ distances, fate }: Seen): number => distances[fate.nearest.indices[0]] ?? 0

const mixture = ({ fate: { verdict } }: Seen): string =>
  verdict._tag === 'Mixture'
    ? `the sign of ${verdict.indices.map((index, k) => `${(verdict.signs[k] ?? 1) < 0 ? '− ' : k === 0 ? '' : '+ '}${patternName(index)}`).join(' ')}`
    : 'a fixed point that is no mixture of three or five patterns'

/** What became of the run; nothing before it has been followed to its end. */
export const judge = (seen: Seen): Judgement | undefined => {
  const { fate } = seen
  if (!isAtEnd(seen)) return undefined
  const nearest = nearestText(fate)
  switch (fate.kind) {
    case 'nearest':
      return {
        ending: 'perfect',
        title: 'The nearest pattern',
        detail: `The net recalled ${nearest}.`,
        answer: 'nearest',
      }
    case 'other':
      return {
        ending: 'other',
        title: 'Another memory',
        detail: `It ${endText(fate)}; nearer was ${nearest}.`,
        answer: 'other',
      }
    case 'reversed':
      return {
        ending: 'reversed',
        title: 'A negative',
        detail: `It ${endText(fate)}; nearest was ${nearest}.`,
        answer: 'spurious',
      }
    case 'spurious':
      return {
        ending: 'spurious',
        title: 'In none that was stored',
        detail: `It rests at distance ${number(distanceOfEnd(seen))} from ${fate.nearest.indices.map(patternName).join(' and ')}, the nearest to the probe: ${mixture(seen)}.`,
        answer: 'spurious',
      }
    case 'cycle':
      return { ending: 'oscillating', title: 'It never rests', detail: `Nearest was ${nearest}.`, answer: 'cycle' }
  }
}

const repaired = (radius: number): string =>
  radius === 0
    ? 'not even one wrong cell is sure to be repaired'
    : radius === 1
      ? 'one wrong cell is sure to be repaired, whichever it is'
      : `up to ${number(radius)} wrong cells are sure to be repaired, whichever they are`

/** What is certain of the pattern that is nearest to the probe, and of the end of the run. */
export const guarantee = (seen: Seen): string => {
  const { fate, radii, endRadius } = seen
  const { indices, distance } = fate.nearest
  const [index] = indices
  const radius = radii[index]
  const nearest =
    radius === undefined
      ? `Around ${patternName(index)} nothing is certain: it is no fixed point.`
      : `The radius of ${patternName(index)} is ${number(radius)}: ${repaired(radius)}. The probe, at distance ${number(distance)}, lies ${distance > radius ? 'outside' : 'inside'}.`
  return judge(seen) === undefined || fate.kind === 'nearest' || endRadius === undefined
    ? nearest
    : `${nearest} The state in which it ends has radius ${number(endRadius)}.`
}

/** How many states of all the claim is wrong about. */
export const failures = ({ shells, fates }: Seen): string => {
  const wrong = shells.reduce((total, { states, counts }) => total + states - counts.nearest, 0)
  return `${number(wrong)} of ${plural(fates.length, 'state')}`
}

export const caption = (seen: Seen): string =>
  captionOf(seen, seen.document.schedule === 'synchronous' ? 'sweep' : 'update', [], judge(seen))

export const tell = (seen: Seen): string => {
  const judgement = judge(seen)
  const distances = seen.distances.map((distance, p) => `${patternName(p)} ${number(distance)}`).join(', ')
  return `${judgement === undefined ? '' : `${judgement.title}. ${judgement.detail} `}Distances: ${distances}.`
}
