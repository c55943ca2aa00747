/**
 * The parts of the documentation that are made from the packages: what stands between two comments.
 */
import type { Check } from '@engram/law'
import type { Manifest } from '../Workspace.js'
import { theorem } from './Claims.js'

/** What is told of a package. */
export interface Subject {
  readonly folder: string
  readonly manifest: Manifest
  readonly claims: ReadonlyArray<Check.Claim>
  readonly budgets: ReadonlyArray<{ readonly import: string; readonly limit: number }>
}

/** Prose that may hold signs which Markdown takes for its own. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/[\\*<|]/g, (sign) => `\\${sign}`)

const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

const rejected = (laws: ReadonlyArray<Check.Claim['law']>): number =>
  laws.reduce((sum, { countermodels }) => sum + countermodels.length, 0)

/** Claims of one law for several subjects are one row. */
const rows = (claims: ReadonlyArray<Check.Claim>): ReadonlyArray<ReadonlyArray<string>> =>
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
      const all = rows(claims)
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

const sections = { laws, packages }

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
