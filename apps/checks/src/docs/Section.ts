/**
 * The parts of the documentation that are made from the packages: what stands between two comments.
 */
import { LearningRule } from '@engram/associative-memory'
import type { Check } from '@engram/law'
import type { Manifest } from '../Workspace.js'
import { theorem } from './Claims.js'

/** What is told of a package. */
export interface Subject {
  readonly folder: string
  readonly manifest: Manifest
  readonly claims: ReadonlyArray<Check.Claim>
  readonly budgets: ReadonlyArray<{ readonly import: string; readonly limit: number }>
  readonly curriculum: ReadonlyArray<Row>
}

/** A row of the curriculum, and what does it; as in the `curriculum.json` of a package. */
export interface Row {
  readonly row: string
  readonly what: string
  /** As one imports them: `Hebbian.learn`. */
  readonly functions: ReadonlyArray<string>
  /** A file of the package in which it is used. */
  readonly example: string
}

/** Prose that may hold signs which Markdown takes for its own. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/[\\*<|]/g, (sign) => `\\${sign}`)

const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

const rejected = (laws: ReadonlyArray<Check.Claim['law']>): number =>
  laws.reduce((sum, { countermodels }) => sum + countermodels.length, 0)

/** Claims of one law for several subjects are one row. */
const lawRows = (claims: ReadonlyArray<Check.Claim>): ReadonlyArray<ReadonlyArray<string>> =>
  [...new Set(claims.map(({ law }) => theorem(law.id)))].map((id) => {
    const same = claims.flatMap(({ law }) => (theorem(law.id) === id ? [law] : []))
    const texts = [same[0]?.statement ?? '', same[0]?.source ?? ''].map(plain)
    return [`\`${id}\``, ...texts, `${rejected(same)}`]
  })

/** Every law, its source, and how many wrong implementations it rejects; folded away package by package. */
const laws = (subjects: ReadonlyArray<Subject>): string =>
  subjects
    .filter(({ claims }) => claims.length > 0)
    .map(({ manifest, claims }) => {
      const all = lawRows(claims)
      const refused = count(rejected(claims.map(({ law }) => law)), 'wrong implementation')
      return [
        `<details><summary><b>${manifest.name}</b>: ${count(all.length, 'law')}, ${refused} rejected</summary>`,
        table(['Law', 'Statement', 'Source', 'Rejects'], all),
        '</details>',
      ].join('\n\n')
    })
    .join('\n\n')

/** What there is to install, and what it costs at most. */
const packages = (subjects: ReadonlyArray<Subject>): string =>
  table(
    ['Package', 'What it is', 'At most'],
    subjects
      .filter(({ manifest }) => manifest.private !== true)
      .map(({ folder, manifest, budgets }) => [
        `[\`${manifest.name}\`](${folder})`,
        plain(manifest.description ?? ''),
        budgets.length === 0 ? '' : `${Math.max(...budgets.map(({ limit }) => limit))} kB`,
      ]),
  )

const yesNo = (yes: boolean): string => (yes ? 'yes' : 'no')

/** The family of learning rules. */
const rules = (): string =>
  table(
    ['Rule', 'Formula', 'Stores', 'Local', 'One by one', 'Needs', 'Cost', 'Capacity', 'Source'],
    LearningRule.all.map((rule) => [
      `\`${rule.id}\``,
      plain(rule.formula),
      rule.stores === 'any' ? 'any association' : 'patterns with themselves',
      yesNo(rule.local),
      yesNo(rule.incremental),
      plain(rule.needs),
      plain(rule.cost),
      plain(rule.capacity),
      plain(rule.source),
    ]),
  )

/** Row by row of the curriculum: functions, laws, example. */
const curriculum = (subjects: ReadonlyArray<Subject>): string =>
  subjects
    .filter((subject) => subject.curriculum.length > 0)
    .map((subject) =>
      table(
        ['Row', 'What', 'Functions', 'Laws', 'Example'],
        subject.curriculum.map(({ row, what, functions, example }) => [
          row,
          plain(what),
          functions.map((name) => `\`${name}\``).join(' '),
          subject.claims.flatMap(({ law }) => (law.rows?.includes(row) === true ? [`\`${law.id}\``] : [])).join(' '),
          `[${example}](${example})`,
        ]),
      ),
    )
    .join('\n\n')

const sections = { laws, packages, rules, rows: curriculum }

const marker = (name: string, which: string): RegExp => new RegExp(`^<!-- ${name}:${which} -->$`, 'm')

/** The document with each of its sections made anew; a document without the comments stays as it is. */
export const rewrite = (markdown: string, subjects: ReadonlyArray<Subject>): string =>
  Object.entries(sections).reduce((text, [name, make]) => {
    const [start, end] = [marker(name, 'start').exec(text), marker(name, 'end').exec(text)]
    if (start === null && end === null) return text
    if (start === null || end === null || end.index < start.index)
      throw new Error(`"<!-- ${name}:start -->" and "<!-- ${name}:end -->" must both be there, in this order`)
    return `${text.slice(0, start.index)}${start[0]}\n\n${make(subjects)}\n\n${text.slice(end.index)}`
  }, markdown)
