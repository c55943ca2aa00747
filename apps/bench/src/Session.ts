/**
 * Measures whole tables, with a bar that tells how far they are.
 */
import type { Channel } from './Channel.js'
import { entrants, type Contender } from './Contender.js'
import type { Environment } from './Environment.js'
import { inTurn } from './inTurn.js'
import type { Absent } from './Presence.js'
import type { Progress } from './Progress.js'
import type { TableResult } from './report/Report.js'
import { measure, stepsOf, type Pace } from './Runner.js'
import type { Table } from './Table.js'

export interface Session {
  readonly pace: Pace
  /** In whose terms the others' times are told. */
  readonly ours: Contender
  readonly present: ReadonlyArray<Contender>
  readonly absent: ReadonlyArray<Absent>
  readonly environment: Environment
  readonly open: (contender: Contender) => Channel
  readonly progress: Progress
  /** Whether a case is to be measured. */
  readonly takes: (each: Table['cases'][number]) => boolean
}

export const measureTable =
  ({ pace, ours, present, absent, environment, open, progress, takes }: Session) =>
  async ({ id, title, text, unit, task, cases }: Table): Promise<TableResult> => {
    const [taken, taking] = [cases.filter(takes), entrants(present, task)]
    progress.begin(title, taken.length * stepsOf(pace, taking))
    const results = await inTurn(taken, async (each) => {
      const step = (label: string) => progress.step(`${each.label} · ${label}`)
      return { label: each.label, rows: await measure({ open, step }, pace, task, each, taking, ours) }
    })
    progress.end()
    return {
      id,
      title,
      text,
      environment,
      absent,
      ...(unit === undefined ? {} : { unit }),
      rounds: pace.rounds,
      cases: results,
    }
  }
