/**
 * A recall as text: pictures side by side, the verdict, overlaps, and the energy after each sweep.
 */
import { option as O } from 'fp-ts'
import { Schedule, Trace } from '@engram/hopfield'
import { beside, block, flow, type Block } from '../draw/Block.js'
import { picture } from '../draw/Picture.js'
import { bars } from '../draw/Plot.js'
import { number, signed, table } from '../draw/Text.js'
import { paint, type Terminal } from '../Terminal.js'
import { unitName } from '../draw/Unit.js'
import type { Recalled } from './Run.js'
import { certificateLine, patternName, probeLine, scheduleLine, verdictLine } from './Words.js'

/** Narrow enough for four letters of ten columns, a probe and a result in eighty columns. */
const gap = 1

const arrowBetween = (terminal: Terminal, { lines }: Block): Block =>
  block([...Array.from({ length: Math.floor(lines.length / 2) }, () => ''), terminal.unicode ? '→' : '->'])

/** The picture of a title that fits over it, else of a shorter one. */
const titled = (long: string, short: string, width: number): string => (long.length <= width ? long : short)

const pictures = (terminal: Terminal, { grid, likenesses, run, target }: Recalled): ReadonlyArray<string> => {
  const draw = picture(terminal, grid)
  const { bold } = paint(terminal)
  const width = (terminal.unicode ? grid.width : 2 * grid.width) + 2
  const reference = likenesses[target]?.pattern
  const stored = likenesses.map(({ pattern }, k) =>
    draw(titled(patternName(likenesses, k), `${k + 1}`, width), pattern),
  )
  const probe = draw(bold('probe'), run.start, reference)
  const result = draw(bold('result'), run.state, reference)
  return flow(gap, terminal.width)([...stored, beside(1)([probe, arrowBetween(terminal, probe), result])])
}

const legend = (terminal: Terminal, { likenesses, target }: Recalled): ReadonlyArray<string> => {
  const { blue, dim, yellow } = paint(terminal)
  const name = dim(`against pattern ${patternName(likenesses, target)}:`)
  const sign = terminal.unicode ? '█' : '##'
  return terminal.colours
    ? [`${name} ${yellow(sign)} ${dim('on that should be off,')} ${blue(sign)} ${dim('off that should be on')}`]
    : []
}

const overlapTable = (terminal: Terminal, { likenesses, target }: Recalled): ReadonlyArray<string> => {
  const { bold, dim } = paint(terminal)
  const rows = likenesses.map(({ after, before }, k) => {
    const mark = k === target ? bold : (text: string) => text
    return [mark(patternName(likenesses, k)), before.toFixed(2), mark(after.toFixed(2))]
  })
  return table([[dim('overlap'), dim('probe'), dim('result')], ...rows], (column) => column > 0)
}

const energyBars = (terminal: Terminal, { run: { energies } }: Recalled): ReadonlyArray<string> => {
  const { dim } = paint(terminal)
  return [
    dim('energy'),
    ...bars(
      terminal,
      energies.map((value, sweep) => ({ label: sweep === 0 ? 'start' : `sweep ${sweep}`, value })),
    ),
  ]
}

const traceTable = (terminal: Terminal, { grid, model, run }: Recalled): ReadonlyArray<string> => {
  const { dim } = paint(terminal)
  const size = model.network.size
  const name = unitName(grid)
  const settled = Schedule.settled(run.schedule, size)
  const rows = Trace.entries(run.trace).map(({ energy, field, flipped, unit }, k) => {
    const sweep = Math.floor(k / size) + 1
    const value = run.trace.values[k]
    return [
      `${sweep}`,
      name(unit),
      signed(field),
      flipped ? (value === 1 ? 'on' : 'off') : '',
      settled(k + 1) === k + 1 ? number(energy) : '',
    ]
  })
  const header = ['sweep', 'unit', 'field', 'turns', 'energy'].map((word) => dim(word))
  return ['', ...table([header, ...rows], (column) => column !== 1 && column !== 3)]
}

/** Everything about a recall, fitted to the terminal; with a trace, every update. */
export const text =
  (terminal: Terminal, options: { readonly trace: boolean }) =>
  (result: Recalled): string => {
    const { bold, dim, green, red } = paint(terminal)
    const [good, bad] = terminal.unicode ? ['✓ ', '✗ '] : ['', '']
    const verdict = verdictLine(result)
    return [
      ...pictures(terminal, result),
      ...legend(terminal, result),
      '',
      dim(probeLine(result)),
      dim(scheduleLine(result.run.schedule)),
      bold(result.recalled ? green(`${good}${verdict}`) : red(`${bad}${verdict}`)),
      ...O.match(
        () => [],
        (line: string) => [dim(line)],
      )(certificateLine(result)),
      '',
      ...flow(6, terminal.width)([block(overlapTable(terminal, result)), block(energyBars(terminal, result))]),
      ...(options.trace ? traceTable(terminal, result) : []),
    ]
      .map((line) => `${line}\n`)
      .join('')
  }
