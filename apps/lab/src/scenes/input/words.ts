/**
 * The input scene in words.
 */
import { number, plural, signed } from '../../numbers.js'
import { captionOf, isAtEnd, type Judgement } from '../judgement.js'
import type { Seen, Step } from './observe.js'

export const vector = (values: ReadonlyArray<number>): string => `(${values.map(number).join(', ')})`

export const energyName = ({ document }: Seen): string =>
  document.counted ? 'the energy with −x·y' : 'the energy without −x·y'

const course = (seen: Seen): string => {
  const { energies, rises } = seen
  const [first = 0] = energies
  const last = energies[seen.document.at] ?? first
  return rises.length > 0
    ? `${energyName(seen)} rose ${rises.length === 1 ? 'once' : plural(rises.length, 'time')}`
    : last < first
      ? `${energyName(seen)} fell from ${number(first)} to ${number(last)}`
      : `${energyName(seen)} stayed at ${number(last)}`
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

/** What became of the run; nothing before it has been followed to its end. */
export const judge = (seen: Seen): Judgement | undefined => {
  const { outcome, now, rises } = seen
  if (!isAtEnd(seen)) return undefined
  const answer = rises.length > 0 ? 'rises' : 'never'
  const detail = sentence(course(seen))
  switch (outcome._tag) {
    case 'FixedPoint':
      return {
        ending: rises.length > 0 ? 'other' : 'rest',
        title: `At rest in ${vector(now.state)}`,
        detail,
        answer,
      }
    case 'Cycle':
      return { ending: 'oscillating', title: `It goes round in ${number(outcome.period)}`, detail, answer }
    case 'Exhausted':
      return { ending: 'exhausted', title: 'Not at rest yet', detail, answer }
  }
}

export const lastStep = ({ steps, document }: Seen): Step | undefined => steps[document.at - 1]

/** The sum of one unit as the lecture writes it, its input first; weights of 0 are left out. */
export const terms = ({ weights, document }: Seen, { before }: Step, unit: number): string =>
  [
    number(document.input[unit] ?? 0),
    ...(weights[unit] ?? []).flatMap((weight, j) =>
      weight === 0 ? [] : [`(${number(weight)})(${number(before[j] ?? 0)})`],
    ),
  ].join(' + ')

const stepName = ({ document }: Seen): string => (document.schedule === 'synchronous' ? 'sweep' : 'update')

export const caption = (seen: Seen): string => captionOf(seen, stepName(seen), [vector(seen.now.state)], judge(seen))

export const tell = (seen: Seen): string => {
  const step = lastStep(seen)
  const judgement = judge(seen)
  const ended = judgement === undefined ? '' : `${judgement.title}. ${judgement.detail} `
  const energy = `E ${number(seen.energies[seen.document.at] ?? 0)}`
  if (step === undefined) return `${ended}State ${vector(seen.now.state)}, ${energy}.`
  const rose = seen.rises.includes(seen.document.at) ? ': it rose' : ''
  return step.unit === undefined
    ? `${ended}All units at once, state ${vector(step.state)}, ${energy}${rose}.`
    : `${ended}Unit ${step.unit + 1} net ${signed(step.nets[step.unit] ?? 0)}, state ${vector(step.state)}, ${energy}${rose}.`
}
