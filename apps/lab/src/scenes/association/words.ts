/**
 * The association scene in words.
 */
import { number, plural, signed } from '../../numbers.js'
import { captionOf, isAtEnd, type Judgement } from '../judgement.js'
import { isOrthogonal, type Output, type Seen } from './observe.js'

/** Whether the two promises of the lecture are made for this memory. */
export const isPromised = (seen: Seen): boolean => isOrthogonal(seen) && !seen.hasBinaryTargets

/** Where the disturbed input lies. */
export const place = (seen: Seen): string => {
  const { length, inputBound, radius } = seen
  if (length === 0) return 'The input is not disturbed.'
  if (length < inputBound && isPromised(seen)) return '‖δ‖ is below the bound of the lecture.'
  if (length < radius) return '‖δ‖ is below the exact radius.'
  return '‖δ‖ is not below the exact radius: it depends on the direction.'
}

/** What became of the recall; nothing before all outputs have been asked. */
export const judge = (seen: Seen): Judgement | undefined => {
  const { end, wrong } = seen
  if (!isAtEnd(seen)) return undefined
  return wrong === 0
    ? { ending: 'perfect', title: 'Recalled', detail: place(seen), answer: 'right' }
    : {
        ending: 'other',
        title: `${plural(wrong, 'output')} of ${number(end)} wrong`,
        detail: place(seen),
        answer: 'wrong',
      }
}

const sentence = ({ net, answer, target }: Output, j: number): string =>
  `output ${number(j + 1)} net ${signed(net)}, answers ${number(answer)}, ${answer === target ? 'right' : 'wrong'}`

export const caption = (seen: Seen): string => captionOf(seen, 'output', [], judge(seen))

export const tell = (seen: Seen): string => {
  const { document, outputs, length } = seen
  const judgement = judge(seen)
  const last = outputs[document.at - 1]
  return [
    ...(judgement === undefined ? [] : [`${judgement.title}. ${judgement.detail}`]),
    `Disturbance ${number(length)}${last === undefined ? '' : `, ${sentence(last, document.at - 1)}`}.`,
  ].join(' ')
}
