/**
 * Measures one case of a table: everyone in a process of their own, in turns.
 */
import { compare } from './Agreement.js'
import type { Channel } from './Channel.js'
import type { Contender, Entrant } from './Contender.js'
import { inTurn } from './inTurn.js'
import type { Response } from './Protocol.js'
import { median, ratio, summary, type Summary } from './Statistics.js'
import type { Case, Problem, Table } from './Table.js'

export interface Pace {
  readonly rounds: number
  /** How long each contender may go on calling in a round. */
  readonly milliseconds: number
  /** How long before the first round, until compilers have done what they do. */
  readonly warmUp: number
  /** Whose first answer takes longer is not timed. */
  readonly patience: number
}

export const full: Pace = { rounds: 9, milliseconds: 150, warmUp: 600, patience: 5000 }
export const quick: Pace = { rounds: 3, milliseconds: 60, warmUp: 300, patience: 2000 }

/** Times in milliseconds per unit. */
export interface Timed extends Summary {
  readonly _tag: 'Timed'
  readonly rounds: ReadonlyArray<number>
  /** How many times as long as the fastest of ours, round by round. */
  readonly ratio: number
  /** The greatest relative error of an entry. */
  readonly error: number
}

/** An answer that is not the answer; never timed. */
export interface Disagrees {
  readonly _tag: 'Disagrees'
  readonly reason: string
}

export interface Slow {
  readonly _tag: 'Slow'
  /** Milliseconds that were not enough for one answer. */
  readonly patience: number
}

export interface Failed {
  readonly _tag: 'Failed'
  readonly reason: string
}

export type Outcome = Timed | Disagrees | Slow | Failed

export interface Row {
  readonly contender: string
  readonly label: string
  readonly precision: string
  readonly version: string
  readonly outcome: Outcome
}

/** What the runner needs of the world. */
export interface World {
  readonly open: (contender: Contender) => Channel
  /** Told before every step, of which there are `steps`. */
  readonly step: (label: string) => void
}

interface Ready {
  readonly entrant: Entrant
  readonly channel: Channel
  readonly version: string
  readonly error: number
}

interface Out {
  readonly entrant: Entrant
  readonly version: string
  readonly outcome: Outcome
}

/** A first answer is given this long to come back as well, and some seconds to travel. */
const travel = 5000

const within = async (milliseconds: number, response: Promise<Response>): Promise<Response | Slow> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Slow>((resolve) => {
    timer = setTimeout(() => resolve({ _tag: 'Slow', patience: milliseconds }), milliseconds + travel)
  })
  return Promise.race([response, late]).finally(() => clearTimeout(timer))
}

const unexpected = (response: Response | Slow): Failed | Slow =>
  response._tag === 'Failed' || response._tag === 'Slow'
    ? response
    : { _tag: 'Failed', reason: `answered ${response._tag} out of turn` }

/** How many steps a case takes. */
export const stepsOf = ({ rounds: count }: Pace, entrants: ReadonlyArray<Entrant>): number =>
  entrants.length + 1 + count

/** Starts a contender, and lets it answer once. */
const enter =
  ({ open, step }: World, { patience }: Pace, task: string, { inputs, expected, bound }: Problem) =>
  async (entrant: Entrant): Promise<Ready | Out> => {
    const { label, precision } = entrant
    step(`${entrant.contender.name} ${label}`.trim())
    const channel = open(entrant.contender)
    const out = (version: string, outcome: Outcome): Out => {
      channel.end()
      return { entrant, version, outcome }
    }
    const prepared = await channel.ask({
      _tag: 'Prepare',
      contender: entrant.contender.name,
      task,
      label,
      precision,
      inputs,
    })
    if (prepared._tag !== 'Prepared') return out('', unexpected(prepared))
    const { version } = prepared
    const answered = await within(patience, channel.ask({ _tag: 'Answer' }))
    if (answered._tag !== 'Answered') return out(version, unexpected(answered))
    const agreement = compare(bound(precision))(expected, answered.answer)
    if (agreement._tag === 'Disagrees') return out(version, agreement)
    return answered.milliseconds > patience
      ? out(version, { _tag: 'Slow', patience })
      : { entrant, channel, version, error: agreement.error }
  }

const rotated = <A>(items: ReadonlyArray<A>, by: number): ReadonlyArray<A> => [
  ...items.slice(by % items.length),
  ...items.slice(0, by % items.length),
]

/** The times of a contender that took part in all rounds, or why it did not. */
type Laps = ReadonlyArray<number> | Failed

const lap =
  (milliseconds: number, units: number) =>
  async ({ channel }: Ready): Promise<number | Failed> => {
    const response = await channel.ask({ _tag: 'Measure', milliseconds })
    return response._tag === 'Measured' ? response.median / units : (unexpected(response) as Failed)
  }

const gather = (times: ReadonlyArray<number | Failed>): Laps =>
  times.find((time) => typeof time !== 'number') ?? times.filter((time) => typeof time === 'number')

/** A warm-up, then everyone once a round, each round begun by the next. */
const rounds = async (
  { step }: World,
  pace: Pace,
  units: number,
  ready: ReadonlyArray<Ready>,
): Promise<ReadonlyArray<Laps>> => {
  step('warm-up')
  await inTurn(ready, lap(pace.warmUp, units))
  const turns = await inTurn(
    Array.from({ length: pace.rounds }, (_, turn) => turn),
    async (turn) => {
      step(`round ${turn + 1} of ${pace.rounds}`)
      const order = rotated(ready, turn)
      const times = await inTurn(order, lap(pace.milliseconds, units))
      return new Map(order.map((each, i) => [each, times[i] as number | Failed]))
    },
  )
  return ready.map((each) => gather(turns.map((times) => times.get(each) as number | Failed)))
}

const isReady = (entered: Ready | Out): entered is Ready => 'channel' in entered

/** The laps of the fastest of ours; of the fastest at all if we did not take part. */
const yardstick = (ready: ReadonlyArray<Ready>, laps: ReadonlyArray<Laps>, ours: Contender): ReadonlyArray<number> => {
  const finished = ready.flatMap(({ entrant }, i) => {
    const times = laps[i]
    return times === undefined || '_tag' in times ? [] : [{ own: entrant.contender === ours, times }]
  })
  const own = finished.filter((each) => each.own)
  const sorted = (own.length > 0 ? own : finished).toSorted((a, b) => median(a.times) - median(b.times))
  return sorted[0]?.times ?? []
}

/** All rows of one case, in the order of the entrants. */
export const measure = async (
  world: World,
  pace: Pace,
  task: Table['task'],
  { units, problem }: Case,
  entrants: ReadonlyArray<Entrant>,
  ours: Contender,
): Promise<ReadonlyArray<Row>> => {
  const entered = await inTurn(entrants, enter(world, pace, task, problem()))
  const ready = entered.filter(isReady)
  const laps = await rounds(world, pace, units, ready)
  ready.forEach(({ channel }) => channel.end())
  const relative = ratio(yardstick(ready, laps, ours))
  const outcome = (each: Ready | Out): Outcome => {
    if (!isReady(each)) return each.outcome
    const times = laps[ready.indexOf(each)] ?? []
    return '_tag' in times
      ? times
      : { _tag: 'Timed', ...summary(times), ratio: relative(times), error: each.error, rounds: times }
  }
  return entered.map((each) => ({
    contender: each.entrant.contender.name,
    label: each.entrant.label,
    precision: each.entrant.precision,
    version: each.version,
    outcome: outcome(each),
  }))
}
