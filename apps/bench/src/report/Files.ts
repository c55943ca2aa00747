/**
 * The report where readers find it: `docs/performance.md`, and data and charts in `docs/performance/`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { chart } from './Chart.js'
import { page, rewrite } from './Markdown.js'
import type { Report } from './Report.js'

const docs = fileURLToPath(new URL('../../../../docs', import.meta.url))
const document = join(docs, 'performance.md')
const folder = join(docs, 'performance')
const results = join(folder, 'results.json')

/** As the house formats it. */
export const tidy = async (text: string, path: string): Promise<string> =>
  format(text, { ...(await resolveConfig(path)), filepath: path })

/** What was measured so far. */
export const load = (): Report => (existsSync(results) ? (JSON.parse(readFileSync(results, 'utf8')) as Report) : [])

/** Times are not known to more than five digits. */
const json = (report: Report): string =>
  JSON.stringify(report, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value))

/** Every file that a report makes, by path; page and charts show what the data hold. */
export const files = async (report: Report, ours: string): Promise<ReadonlyMap<string, string>> => {
  const data = json(report)
  const rounded = JSON.parse(data) as Report
  return new Map([
    [results, await tidy(data, results)],
    [document, await tidy(rewrite(readFileSync(document, 'utf8'), page(rounded, ours)), document)],
    ...rounded.map((table) => [join(folder, `${table.id}.svg`), chart(table, ours)] as const),
  ])
}

export const save = async (report: Report, ours: string): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  for (const [path, text] of await files(report, ours)) writeFileSync(path, text)
}
