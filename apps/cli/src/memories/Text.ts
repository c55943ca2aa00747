/**
 * What memories answered, as text: pictures side by side, a verdict for each, and what a single one went by.
 */
import { beside, block, flow, type Block } from '../draw/Block.js'
import { bars } from '../draw/Plot.js'
import { shades } from '../draw/Shade.js'
import { count, number, table } from '../draw/Text.js'
import type { Memory, Plan } from '../recall/Plan.js'
import type { Start, Stored } from '../recall/Run.js'
import { end, listed, patternName, scheduleLine, startLine } from '../recall/Words.js'
import { paint, type Terminal } from '../Terminal.js'
import type { OfShades, Told } from './Told.js'

/** So many stored pictures are shown; of more, only the one that was looked for. */
const mostShown = 6

const betaOf = (terminal: Terminal, beta: number): string => `${terminal.unicode ? 'β' : 'beta'} = ${number(beta)}`

/** `modern, β = 8` */
const nameOf = (terminal: Terminal, memory: Memory): string => {
  switch (memory.kind) {
    case 'classical':
      return 'classical'
    case 'dense':
      return memory.degree === 'exp' ? 'dense, exp' : `dense, degree ${memory.degree}`
    case 'modern':
      return `modern, ${betaOf(terminal, memory.beta)}`
  }
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`

/** So many patterns of a mean are named. */
const mostNamed = 4

const shadesEnd = ({ recalled, target, verdict }: OfShades, name: (index: number) => string): string => {
  switch (verdict._tag) {
    case 'Single':
      return recalled ? `recalled ${name(target)}` : `recalled ${name(verdict.index)} instead of ${name(target)}`
    case 'Metastable': {
      const named = verdict.indices.slice(0, mostNamed).map(name)
      const others = verdict.indices.length - named.length
      return `metastable: at rest in a mean of ${listed(others > 0 ? [...named, count(others, 'other')] : named)}`
    }
    case 'Global':
      return 'global: at rest in the mean of all patterns'
    case 'Masked':
      return 'empty: no pattern counts'
    case 'Exhausted':
      return 'restless: no fixed point was reached'
  }
}

/** One line: where a memory ended, after how much. */
const verdictLine = (answer: Told, stored: Stored): string => {
  if ('weights' in answer) {
    const name = (index: number): string => `pattern ${patternName(stored, index)}`
    return `${shadesEnd(answer, name)}, after ${count(answer.sweeps, 'update')}`
  }
  return `${end({ ...answer, likenesses: stored })}, after ${count(answer.sweeps, 'sweep')} and ${count(answer.flips, 'flip')}`
}

const arrow = (terminal: Terminal, { lines }: Block): Block =>
  block([...Array.from({ length: Math.floor(lines.length / 2) }, () => ''), terminal.unicode ? '→' : '->'])

const pictures = (terminal: Terminal, stored: Stored, answers: ReadonlyArray<Told>): ReadonlyArray<string> => {
  const draw = shades(terminal)
  const { bold } = paint(terminal)
  const last = answers.at(-1)
  if (last === undefined) return []
  const width = (terminal.unicode ? stored[0].width : 2 * stored[0].width) + 2
  const fitting = (long: string, short: string): string => (long.length <= width ? long : short)
  const isOfShades = 'weights' in last
  const shown = stored.flatMap((picture, k) =>
    stored.length <= mostShown || k === last.target
      ? [draw(fitting(patternName(stored, k), `${k + 1}`), isOfShades ? picture.gray : last.wanted)]
      : [],
  )
  const probe = draw(bold('probe'), last.probe)
  const results = answers.map((answer) =>
    draw(
      bold(answers.length === 1 ? 'result' : fitting(nameOf(terminal, answer.memory), answer.memory.kind)),
      answer.result,
    ),
  )
  return flow(
    1,
    terminal.width,
  )([...shown, beside(1)([probe, arrow(terminal, probe), ...results.slice(0, 1)]), ...results.slice(1)])
}

const how = (terminal: Terminal, answer: Told): string =>
  'weights' in answer
    ? `${betaOf(terminal, answer.memory.beta)} for scores over the root of the number of cells`
    : scheduleLine(answer.schedule)

const weightTable = (terminal: Terminal, stored: Stored, { target, weights }: OfShades): ReadonlyArray<string> => {
  const { bold, dim } = paint(terminal)
  const ranked = stored
    .map((_, k) => ({ k, before: weights.probe[k] ?? 0, after: weights.result[k] ?? 0 }))
    .toSorted((a, b) => b.after - a.after || b.before - a.before)
    .slice(0, mostShown)
  const rows = ranked.map(({ after, before, k }) => {
    const mark = k === target ? bold : (text: string) => text
    return [mark(patternName(stored, k)), percent(before), mark(percent(after))]
  })
  return table([[dim('weight'), dim('probe'), dim('result')], ...rows], (column) => column > 0)
}

const energies = (terminal: Terminal, { energies: values, memory }: Told): ReadonlyArray<string> => [
  paint(terminal).dim('energy'),
  ...bars(
    terminal,
    values.map((value, k) => ({
      label: k === 0 ? 'start' : `${memory.kind === 'modern' ? 'update' : 'sweep'} ${k}`,
      value,
    })),
  ),
]

const overview = (terminal: Terminal, answers: ReadonlyArray<Told>): ReadonlyArray<string> => {
  const { dim } = paint(terminal)
  const rows = answers.map((answer) => [
    nameOf(terminal, answer.memory),
    percent(answer.error),
    number(answer.sweeps),
    answer.recalled ? 'yes' : 'no',
  ])
  return table(
    [['memory', 'off by', 'sweeps', 'recalled'].map((word) => dim(word)), ...rows],
    (column) => column === 1 || column === 2,
  )
}

/** Everything about the answers, fitted to the terminal. */
export const text =
  (terminal: Terminal, plan: Plan) =>
  (stored: Stored, start: Start, answers: ReadonlyArray<Told>): string => {
    const { bold, dim, green, red } = paint(terminal)
    const [good, bad] = terminal.unicode ? ['✓ ', '✗ '] : ['', '']
    const line = (answer: Told): string => {
      const told =
        answers.length === 1
          ? verdictLine(answer, stored)
          : `${nameOf(terminal, answer.memory)}: ${verdictLine(answer, stored)}`
      return bold(answer.recalled ? green(`${good}${told}`) : red(`${bad}${told}`))
    }
    const [single, ...others] = answers
    const details =
      single === undefined || others.length > 0
        ? overview(terminal, answers)
        : flow(
            6,
            terminal.width,
          )([
            ...('weights' in single ? [block(weightTable(terminal, stored, single))] : []),
            block(energies(terminal, single)),
          ])
    return [
      ...pictures(terminal, stored, answers),
      '',
      ...(stored.length > mostShown ? [dim(`${number(stored.length)} pictures are stored`)] : []),
      dim(startLine(start, plan.seed, (index) => patternName(stored, index))),
      ...(single !== undefined && others.length === 0 ? [dim(how(terminal, single))] : []),
      ...answers.map(line),
      '',
      ...details,
    ]
      .map((each) => `${each}\n`)
      .join('')
  }
