/**
 * The bidirectional scene in words.
 */
import { number, plural } from '../../numbers.js'
import { captionOf, isAtEnd, type Judgement } from '../judgement.js'
import type { Layer } from './document.js'
import type { Seen, Step } from './observe.js'

export const vector = (values: ReadonlyArray<number>): string => `(${values.map(number).join(', ')})`

/** Layers of more units are pictures, not vectors. */
const maxSpelled = 16

const nameAt = ({ pairs }: Seen, index: number): string => pairs[index]?.name ?? '?'

const course = ({ energies, document, rises, bound }: Seen): string => {
  const [first = 0] = energies
  const last = energies[document.at] ?? first
  return rises.length > 0
    ? `L rose ${rises.length === 1 ? 'once' : plural(rises.length, 'time')}.`
    : last < first
      ? `L fell from ${number(first)} to ${number(last)}${last === bound ? ', as low as it can be' : ''}.`
      : `L stayed at ${number(last)}.`
}

const missing = ({ certificate }: Seen): string => {
  const { x = 0, y = 0 } = certificate?.missing ?? {}
  return [x > 0 ? `${plural(x, 'cell')} of x` : '', y > 0 ? `${plural(y, 'cell')} of y` : '']
    .filter((text) => text !== '')
    .join(' and ')
}

const unknown = (seen: Seen): string => {
  const gone = missing(seen)
  return gone === ''
    ? 'Both layers answer each other, but nobody stored this pair.'
    : `An equilibrium with ${gone} missing: what is known does not tell the pairs apart.`
}

const settled = (seen: Seen): Omit<Judgement, 'detail'> & { readonly about: string } => {
  const verdict = seen.certificate?.verdict
  switch (verdict?._tag) {
    case 'Stored':
      return {
        ending: 'perfect',
        title: `Recalled: ${nameAt(seen, verdict.index)}`,
        about: 'Both layers hold the stored pair, cell by cell.',
        answer: String(verdict.index),
      }
    case 'Reversed':
      return {
        ending: 'reversed',
        title: `The complement of ${nameAt(seen, verdict.index)}`,
        about: 'Every cell of both layers is turned: it was stored along with the pair.',
        answer: 'reversed',
      }
    case 'Mixture':
      return {
        ending: 'mixture',
        title: 'A mixture',
        about: `${verdict.indices
          .map((index, k) => `${(verdict.signs[k] ?? 1) < 0 ? '− ' : k === 0 ? '' : '+ '}${nameAt(seen, index)}`)
          .join(' ')}: an equilibrium that nobody stored.`,
        answer: 'other',
      }
    case undefined:
      return { ending: 'rest', title: 'At rest', about: 'The layers answer each other.', answer: 'other' }
    default:
      return { ending: 'spurious', title: 'A spurious pair', about: unknown(seen), answer: 'other' }
  }
}

/** What became of the run; nothing before it has been followed to its end. */
export const judge = (seen: Seen): Judgement | undefined => {
  const { outcome } = seen
  if (!isAtEnd(seen)) return undefined
  switch (outcome._tag) {
    case 'FixedPoint': {
      const { about, ...rest } = settled(seen)
      return { ...rest, detail: `${about} ${course(seen)}` }
    }
    case 'Cycle':
      return {
        ending: 'oscillating',
        title: outcome.period === 2 ? 'They swing between two pairs' : `They go round in ${number(outcome.period)}`,
        detail: `A pair came back that they had left: the layers will never rest. ${course(seen)}`,
        answer: 'cycle',
      }
    case 'Exhausted':
      return { ending: 'exhausted', title: 'Not at rest yet', detail: course(seen), answer: '' }
  }
}

export const lastStep = ({ steps, document }: Seen): Step | undefined => steps[document.at - 1]

/** The layer that answers next. */
export const nextLayer = ({ steps, document, outcome, end }: Seen): Step['layer'] | undefined =>
  document.at >= end && outcome._tag === 'FixedPoint' ? undefined : (steps[document.at] ?? steps[0])?.layer

/** What a layer holds, as far as there is a name for it. */
export const holding = (seen: Seen, layer: Layer): string => {
  const cells = seen.now.cells[layer]
  const gone = cells.filter((cell) => cell === 0).length
  const likeness = seen.knownAs(layer, cells)
  if (likeness !== undefined)
    return likeness.isReversed
      ? `the complement of ${nameAt(seen, likeness.index)}`
      : layer === 'x'
        ? nameAt(seen, likeness.index)
        : `${seen.document.spells ? 'name' : 'code'} of ${nameAt(seen, likeness.index)}`
  return gone === cells.length
    ? 'nothing known'
    : gone > 0
      ? `${number(gone)} of ${number(cells.length)} missing`
      : seen.pairs.length === 0
        ? plural(cells.length, 'unit')
        : 'not stored'
}

const layerNames = { x: 'X answers', y: 'Y answers', both: 'Both layers at once' } as const

export const stepName = ({ layer }: Step): string => layerNames[layer]

/** What a step came to, for its row. */
export const remark = (seen: Seen, step: Step): string => {
  if (step.flips === 0) return 'nothing changes'
  const layers: ReadonlyArray<Layer> = step.layer === 'both' ? ['x', 'y'] : [step.layer]
  const found = layers.flatMap((layer) => {
    const likeness = seen.knownAs(layer, step.cells[layer])
    return likeness === undefined
      ? []
      : [`${layer}: ${likeness.isReversed ? 'complement of ' : ''}${nameAt(seen, likeness.index)}`]
  })
  return [plural(step.flips, 'cell'), ...found].join(', ')
}

/** A layer's sums: written out where they are few, in short where they are many. */
export const sums = (fields: ReadonlyArray<number>): string => {
  if (fields.length <= maxSpelled) return vector(fields)
  const zeros = fields.filter((field) => field === 0).length
  const range = fields.reduce<readonly [number, number]>(
    ([low, high], field) => [Math.min(low, field), Math.max(high, field)],
    [Infinity, -Infinity],
  )
  return `from ${number(range[0])} to ${number(range[1])}${zeros > 0 ? `, ${number(zeros)} of them 0` : ''}`
}

export const caption = (seen: Seen): string => {
  const { document, now } = seen
  const step = lastStep(seen)
  return captionOf(
    seen,
    document.schedule === 'together' ? 'step' : 'half step',
    [...(step === undefined ? [] : [stepName(step)]), `L ${number(now.energy)}`],
    judge(seen),
  )
}

const says = (seen: Seen, layer: Layer): string => {
  const values = seen.now[layer]
  return layer === 'y' && seen.read !== ''
    ? `y reads ${seen.read}`
    : values.length <= 4
      ? `${layer} ${vector(values)}`
      : `${layer} ${holding(seen, layer)}`
}

export const tell = (seen: Seen): string => {
  const step = lastStep(seen)
  const judgement = judge(seen)
  const ended = judgement === undefined ? '' : `${judgement.title}. `
  const layers: ReadonlyArray<Layer> = step === undefined || step.layer === 'both' ? ['x', 'y'] : [step.layer]
  const state = layers.map((layer) => says(seen, layer)).join(', ')
  const energy = `L ${number(seen.now.energy)}`
  const rose = seen.rises.includes(seen.document.at) ? ': it rose' : ''
  return step === undefined
    ? `${ended}Start: ${state}, ${energy}.`
    : `${ended}${stepName(step)}: ${state}, ${plural(step.flips, 'cell')} changed, ${energy}${rose}.`
}
