/**
 * The report as data: what `docs/performance/results.json` holds and everything else is drawn from.
 */
import type { Environment } from '../Environment.js'
import type { Absent } from '../Presence.js'
import type { Row } from '../Runner.js'

export interface CaseResult {
  readonly label: string
  readonly rows: ReadonlyArray<Row>
}

export interface TableResult {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly unit?: string
  readonly environment: Environment
  readonly rounds: number
  readonly absent: ReadonlyArray<Absent>
  readonly cases: ReadonlyArray<CaseResult>
}

export type Report = ReadonlyArray<TableResult>

/** The report with tables measured anew in the place of the old; `order` is that of the report. */
export const merge =
  (order: ReadonlyArray<string>) =>
  (old: Report, fresh: Report): Report =>
    order.flatMap((id) => [...fresh, ...old].find((table) => table.id === id) ?? [])
