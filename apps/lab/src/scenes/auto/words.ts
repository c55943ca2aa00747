/**
 * The auto-associator scene in words.
 */
import { number, plural } from '../../numbers.js'
import { captionOf, isAtEnd, type Judgement } from '../judgement.js'
import type { Seen, Step } from './observe.js'

export const vector = (values: ReadonlyArray<number>): string => `(${values.map(number).join(', ')})`

const patternName = ({ document }: Seen, index: number): string =>
  document.memory.rows.length === 1 ? 'the stored pattern' : `stored pattern ${number(index + 1)}`

/** What became of the run; nothing before it has been followed to its end. */
export const judge = (seen: Seen): Judgement | undefined => {
  const { document, end, outcome, current } = seen
  if (!isAtEnd(seen)) return undefined
  switch (outcome._tag) {
    case 'Cycle':
      return {
        ending: 'oscillating',
        title: outcome.period === 2 ? 'It swings between two answers' : `It goes round in ${number(outcome.period)}`,
        detail: `${outcome.states.map(({ data }) => vector(Array.from(data))).join(' → ')} → … It never settles.`,
        answer: 'cycle',
      }
    case 'Exhausted':
      return { ending: 'exhausted', title: 'Not settled yet', detail: `After ${plural(end, 'step')}.`, answer: 'cycle' }
    case 'FixedPoint': {
      const known = seen.knownAs(current)
      if (known === undefined)
        return {
          ending: 'other',
          title: 'It settles elsewhere',
          detail: `${vector(current)} answers itself; ${document.memory._tag === 'Weights' ? 'this net is given by its weights' : 'nobody stored it'}.`,
          answer: 'other',
        }
      return known.isReversed
        ? {
            ending: 'reversed',
            title: 'The negative',
            detail: `${vector(current)} answers itself: ${patternName(seen, known.index)} with every sign turned.`,
            answer: 'reversed',
          }
        : {
            ending: 'perfect',
            title: 'Recalled',
            detail: `${vector(current)} is ${patternName(seen, known.index)}, and answers itself.`,
            answer: 'stored',
          }
    }
  }
}

/** What is to be said of an answer where the lecture looks for a reason to stop. */
export const remark = (seen: Seen, step: Step): string => {
  const known = seen.knownAs(step.after)
  if (step.repeats !== undefined)
    return step.after.every((value, i) => value === step.before[i])
      ? 'nothing changes'
      : step.repeats === 0
        ? 'the probe again'
        : `as in step ${number(step.repeats)}`
  return known === undefined ? 'new: go on' : known.isReversed ? 'the negative' : 'stored'
}

export const lastStep = ({ steps, document }: Seen): Step | undefined => steps[document.at - 1]

export const caption = (seen: Seen): string => captionOf(seen, 'step', [vector(seen.current)], judge(seen))

export const tell = (seen: Seen): string => {
  const step = lastStep(seen)
  const judgement = judge(seen)
  const ended = judgement === undefined ? '' : `${judgement.title}. `
  return step === undefined
    ? `Probe ${vector(seen.current)}.`
    : `${ended}Step ${number(seen.document.at)}: net ${vector(step.nets)}, answer ${vector(step.after)}, ${remark(seen, step)}.`
}
