/**
 * A recall in both directions as text: the two halves before and after, the verdict, overlaps, energies, half steps.
 */
import { Pattern } from '@engram/associative-memory'
import { Recall, type Certificate, type Pair } from '@engram/bam'
import type { Model } from '@engram/bam/spec'
import { count, number, table } from '../draw/Text.js'
import { paint, type Terminal } from '../Terminal.js'

/** Everything there is to tell. */
export interface Told {
  readonly model: Model.Model
  readonly recall: Recall.Recall
  readonly certificate: Certificate.Certificate
}

/** What a pair is called: its name, or its number from 1. */
const nameOf = ({ pairs }: Model.Model, index: number): string => {
  const name = pairs[index]?.name
  return name === undefined || name === '' ? `${index + 1}` : `${index + 1} (${name})`
}

const numbers = (state: Pair.State): string => `(${Pattern.toArray(state).join(' ')})`

/** A half as lines: a picture where the document says how to draw it, else its numbers. */
const drawn = ({ bam, grids }: Model.Model, layer: 'x' | 'y', state: Pair.State): ReadonlyArray<string> => {
  const grid = grids?.[layer]
  if (grid === undefined) return [numbers(state)]
  const off = bam.encoding === 'binary' ? 0 : -1
  return Array.from({ length: grid.height }, (_, row) =>
    Array.from(state.data)
      .slice(row * grid.width, (row + 1) * grid.width)
      .map((value) => (value === 1 ? '#' : value === off ? '.' : '?'))
      .join(''),
  )
}

const pairTable = (terminal: Terminal, { model, recall }: Told): ReadonlyArray<string> => {
  const { bold, dim } = paint(terminal)
  const side = (layer: 'x' | 'y'): ReadonlyArray<ReadonlyArray<string>> => {
    const [before, after] = [drawn(model, layer, recall.start[layer]), drawn(model, layer, recall.pair[layer])]
    return after.map((line, k) => [k === 0 ? bold(layer) : '', before[k] ?? '', k === 0 ? '→' : '', line])
  }
  const rows = [['', dim('from'), '', dim('to')], ...side('x'), ...side('y')]
  return table(terminal.unicode ? rows : rows.map((row) => row.map((cell) => cell.replace('→', '->'))), () => false)
}

const words = ({ model, certificate: { verdict, missing }, recall }: Told): string => {
  const after = `after ${count(recall.sweeps, 'sweep')} and ${count(recall.flips, 'flip')}`
  const gone = missing.x + missing.y
  switch (verdict._tag) {
    case 'Stored':
      return `recalled pair ${nameOf(model, verdict.index)}, ${after}`
    case 'Reversed':
      return `ended in the complement of pair ${nameOf(model, verdict.index)}, ${after}`
    case 'Mixture':
      return `ended in a mixture of pairs ${verdict.indices.map((index) => nameOf(model, index)).join(', ')}, ${after}`
    case 'Spurious':
      return gone > 0
        ? `came to rest with ${count(gone, 'unit')} undecided, ${after}`
        : `ended in a pair that was never stored, ${after}`
    case 'Cycle':
      return `swings for ever, through ${verdict.period} pairs`
    case 'Exhausted':
      return `had not come to rest ${after}`
  }
}

const verdictLine = (terminal: Terminal, told: Told): string => {
  const { green, red } = paint(terminal)
  const stored = told.certificate.verdict._tag === 'Stored'
  const sign = terminal.unicode ? (stored ? '✓' : '✗') : stored ? 'ok:' : 'no:'
  return `${(stored ? green : red)(sign)} ${words(told)}`
}

const overlapTable = (terminal: Terminal, { certificate, model }: Told): ReadonlyArray<string> => {
  const { dim } = paint(terminal)
  const rows = certificate.overlaps.map(({ x, y }, k) => [nameOf(model, k), x.toFixed(2), y.toFixed(2)])
  return rows.length === 0
    ? []
    : ['', ...table([[dim('overlap'), dim('x'), dim('y')], ...rows], (column) => column > 0)]
}

const energyTable = (terminal: Terminal, { recall }: Told): ReadonlyArray<string> => {
  const { dim } = paint(terminal)
  const rows = recall.energies.map((energy, sweep) => [sweep === 0 ? 'start' : `sweep ${sweep}`, number(energy)])
  return ['', ...table([[dim('energy'), ''], ...rows], (column) => column > 0)]
}

const traceTable = (terminal: Terminal, { recall }: Told): ReadonlyArray<string> => {
  const { dim } = paint(terminal)
  const head = ['step', 'layer', 'fields', 'becomes', 'energy'].map(dim)
  const rows = Recall.halfSteps(recall).map(({ energy, fields, layer, state }, k) => [
    `${k + 1}`,
    layer,
    `(${Array.from(fields, number).join(' ')})`,
    numbers(state),
    number(energy),
  ])
  return ['', ...table([head, ...rows], (column) => column === 0 || column === 4)]
}

/** The answer, with the half steps if they are wished for. */
export const text = (terminal: Terminal, trace: boolean, told: Told): string =>
  `${[
    ...pairTable(terminal, told),
    '',
    verdictLine(terminal, told),
    ...overlapTable(terminal, told),
    ...energyTable(terminal, told),
    ...(trace ? traceTable(terminal, told) : []),
  ].join('\n')}\n`
