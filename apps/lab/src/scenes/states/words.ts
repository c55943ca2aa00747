/**
 * The states scene in words.
 */
import { number, plural, signed } from '../../numbers.js'
import { captionOf, isAtEnd, type Judgement } from '../judgement.js'
import { nameOf, valuesOf } from './names.js'
import type { Attractor, Move, Seen } from './observe.js'

export const energyAt = ({ energies }: Seen, state: number): string => number(energies[state] ?? 0)

const flipsUntilNow = ({ moves, document }: Seen): number =>
  moves.slice(0, document.at).filter(({ from, to }) => from !== to).length

/** What became of the run; nothing before it has been followed to its end. */
export const judge = (seen: Seen): Judgement | undefined => {
  const { document, end, outcome, current, units } = seen
  if (!isAtEnd(seen)) return undefined
  const name = nameOf(current, units)
  switch (outcome._tag) {
    case 'FixedPoint':
      return {
        ending: 'rest',
        title: `At rest in ${name}`,
        detail: `No unit wants to change. E = ${energyAt(seen, current)}.`,
        answer: String(current),
      }
    case 'Cycle': {
      const visited = [
        ...new Set(seen.path.slice(-(outcome.period * (document.schedule === 'synchronous' ? 1 : units)))),
      ]
      return {
        ending: 'oscillating',
        title: 'It never rests',
        detail: `The run goes round through ${visited.map((state) => nameOf(state, units)).join(', ')} for ever.`,
        answer: '-1',
      }
    }
    case 'Exhausted':
      return {
        ending: 'exhausted',
        title: 'It wanders',
        detail: `Not at rest after ${plural(Math.floor(end / units), 'sweep')}.`,
        answer: '-1',
      }
  }
}

export const caption = (seen: Seen): string =>
  captionOf(
    seen,
    seen.document.schedule === 'synchronous' ? 'sweep' : 'update',
    [plural(flipsUntilNow(seen), 'flip')],
    judge(seen),
  )

/** The sum of one unit as the lecture writes it: (1)(−1) + (1)(1) + …, without units that it is not coupled to. */
export const terms = ({ weights, units, encoding }: Seen, unit: number, state: number): string => {
  const values = valuesOf(state, units, encoding)
  const written = (weights[unit] ?? []).flatMap((weight, j) =>
    weight === 0 ? [] : [`(${number(weight)})(${number(values[j] ?? 0)})`],
  )
  return written.length === 0 ? '0' : written.join(' + ')
}

export const lastMove = ({ moves, document }: Seen): Move | undefined => moves[document.at - 1]

export const tell = (seen: Seen): string => {
  const { units, document, current } = seen
  const judgement = judge(seen)
  const move = lastMove(seen)
  const place = `state ${nameOf(current, units)}, E ${energyAt(seen, current)}, ${plural(flipsUntilNow(seen), 'flip')}`
  const moved =
    move === undefined || move.unit === undefined
      ? ''
      : `unit ${move.unit + 1} net ${signed(move.nets[move.unit] ?? 0)}, ${move.from === move.to ? 'stays' : 'flips'}, `
  return `${judgement === undefined ? '' : `${judgement.title}. `}${document.at > 0 ? moved : ''}${place}.`
}

export const attractorName = ({ units }: Seen, { states }: Attractor): string =>
  states.length <= 4 ? states.map((state) => nameOf(state, units)).join(' ↔ ') : `${states.length} states`
