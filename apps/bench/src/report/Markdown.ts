/**
 * The report as Markdown.
 */
import { nonEmptyArray as NEA } from 'fp-ts'
import type { Environment } from '../Environment.js'
import type { Outcome, Row, Timed } from '../Runner.js'
import type { CaseResult, Report, TableResult } from './Report.js'
import { duration, error, spread, times } from './words.js'

interface Outcomes {
  /** One per case. */
  readonly outcomes: ReadonlyArray<Outcome | undefined>
}

/** Who stands in a row. */
interface Line extends Outcomes {
  readonly name: string
  readonly ours: boolean
}

const entrantName = ({ contender, label, precision }: Row, unusual: boolean): string =>
  [contender, ...(label === '' ? [] : [label]), ...(unusual ? [precision] : [])].join(', ')

const key = ({ contender, label, precision }: Row): string => [contender, label, precision].join('\n')

/** A row's name says the precision where the table holds more than one. */
export const namer = (cases: ReadonlyArray<CaseResult>): ((row: Row) => string) => {
  const precisions = new Set(cases.flatMap(({ rows }) => rows.map(({ precision }) => precision)))
  return (row) => entrantName(row, precisions.size > 1)
}

const isTimed = (outcome: Outcome | undefined): outcome is Timed => outcome?._tag === 'Timed'

/** Fastest first in the last case; who did not finish it stands below, fastest first in the case before, and so on. */
const byTime = ({ outcomes: [...a] }: Outcomes, { outcomes: [...b] }: Outcomes): number => {
  const [x, y] = [a.pop(), b.pop()]
  if (isTimed(x) && isTimed(y)) return x.median - y.median
  if (isTimed(x)) return -1
  if (isTimed(y)) return 1
  return a.length === 0 ? 0 : byTime({ outcomes: a }, { outcomes: b })
}

const lines = ({ cases }: TableResult, ours: string): ReadonlyArray<Line> => {
  const name = namer(cases)
  const rows = new Map(cases.flatMap((each) => each.rows.map((row) => [key(row), row])))
  return [...rows.values()]
    .map((row) => ({
      name: name(row),
      ours: row.contender === ours,
      outcomes: cases.map((each) => each.rows.find((other) => key(other) === key(row))?.outcome),
    }))
    .toSorted(byTime)
}

const cell = (outcome: Outcome | undefined): string => {
  switch (outcome?._tag) {
    case undefined:
      return '–'
    case 'Timed':
      return `${duration(outcome.median)} ${spread(outcome)} (${times(outcome.ratio)})`
    case 'Slow':
      return `> ${duration(outcome.patience)}`
    case 'Disagrees':
      return 'disagrees'
    case 'Failed':
      return 'failed'
  }
}

const greatestError = ({ outcomes }: Line): string => {
  const errors = outcomes.flatMap((outcome) => (isTimed(outcome) ? [outcome.error] : []))
  return errors.length === 0 ? '–' : error(Math.max(...errors))
}

/** Why somebody was not timed, once per reason. */
const remarks = (cases: ReadonlyArray<CaseResult>, all: ReadonlyArray<Line>): ReadonlyArray<string> =>
  all.flatMap(({ name, outcomes }) =>
    outcomes.flatMap((outcome, i) =>
      outcome?._tag === 'Disagrees' || outcome?._tag === 'Failed'
        ? [`- ${name}, ${cases[i]?.label ?? ''}: ${cell(outcome)}: ${outcome.reason.replaceAll(/\s+/g, ' ')}`]
        : [],
    ),
  )

const emphasis = (ours: boolean, text: string): string => (ours ? `**${text}**` : text)

/** One table, with its title, text, chart if there is one, and remarks. */
export const table = (result: TableResult, ours: string, chart = ''): string => {
  const { title, text, unit, cases } = result
  const all = lines(result, ours)
  const withErrors = all.some((line) => !['0', '–'].includes(greatestError(line)))
  const head = ['', ...cases.map(({ label }) => label), ...(withErrors ? ['greatest error'] : [])]
  const body = all.map((line) => [
    emphasis(line.ours, line.name),
    ...line.outcomes.map((outcome) => emphasis(line.ours, cell(outcome))),
    ...(withErrors ? [greatestError(line)] : []),
  ])
  const rows = [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`)
  return [
    `### ${title}`,
    `${text}${unit === undefined ? '' : ` Times are per ${unit}.`}`,
    chart,
    rows.join('\n'),
    remarks(cases, all).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const versions = (report: Report): ReadonlyArray<string> =>
  [
    ...new Set(
      report.flatMap(({ cases }) =>
        cases.flatMap(({ rows }) =>
          rows.flatMap(({ contender, version }) => (version === '' ? [] : [`${contender} ${version}`])),
        ),
      ),
    ),
  ].toSorted()

const absentees = (report: Report): ReadonlyArray<string> => [
  ...new Set(report.flatMap(({ absent }) => absent.map(({ contender, reason }) => `${contender} (${reason})`))),
]

const machine = ({ environment, rounds }: TableResult): string => {
  const { date, processor, processors, flags, memory, system, node, variables }: Environment = environment
  return [
    `- ${date}; ${rounds} rounds`,
    `- ${processor}, ${processors} processors, ${memory}; ${system}`,
    `- flags: ${flags.join(' ')}`,
    `- Node ${node}; one thread each (${Object.entries(variables)
      .map(([name, value]) => `\`${name}=${value}\``)
      .join(', ')})`,
  ].join('\n')
}

/** Tables that were measured under the same circumstances. */
const groups = (report: Report): ReadonlyArray<Report> => Object.values(NEA.groupBy(machine)([...report]))

/** All that stands between the markers of the page. */
export const page = (report: Report, ours: string): string =>
  [
    '## Where',
    ...groups(report).map((group) => {
      const [first] = group
      if (first === undefined) return ''
      const which = group.length === report.length ? [] : [`${group.map(({ title }) => title).join('; ')}:`]
      const missing = absentees(group)
      return [
        ...which,
        [
          machine(first),
          `- ${versions(group).join('; ')}`,
          ...(missing.length === 0 ? [] : [`- not here: ${missing.join('; ')}`]),
        ].join('\n'),
      ].join('\n\n')
    }),
    '## Tables',
    ...report.map((each) =>
      table(each, ours, `![${each.title}: times relative to ${ours}](performance/${each.id}.svg)`),
    ),
  ].join('\n\n')

const start = '<!-- measurements:start -->'
const end = '<!-- measurements:end -->'

/** The document with everything between the markers made anew. */
export const rewrite = (document: string, content: string): string => {
  const [from, to] = [document.indexOf(start), document.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`${start} and ${end} must both be there, in this order`)
  return `${document.slice(0, from)}${start}\n\n${content}\n\n${document.slice(to)}`
}
