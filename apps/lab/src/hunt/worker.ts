/**
 * The hunt itself: runs a law of the packages in stretches, telling after each how far it is.
 */
import type { Check, Report } from '@engram/law'
import { claims as associative } from '@engram/associative-memory/laws'
import { claims as bam } from '@engram/bam/laws'
import { claims as hopfield } from '@engram/hopfield/laws'
import { expose } from 'comlink'
import type { HuntRequest, HuntResult } from './request.js'

const claims = [...hopfield, ...associative, ...bam]

const stretch = 50

interface Outcome {
  readonly report: Report.Report
  readonly without?: string
}

/** The law as it stands, or without each of the dropped hypotheses in turn. */
const look = (claim: Check.Claim, dropped: ReadonlyArray<string>, plan: Check.Plan): ReadonlyArray<Outcome> =>
  dropped.length === 0
    ? [{ report: claim.check(plan) }]
    : claim
        .withoutHypothesis(plan)
        .filter(({ id }) => dropped.includes(id))
        .map(({ id, report }) => ({ report, without: id }))

const toFound = ({ law }: Check.Claim, { report, without }: Outcome, tried: number): HuntResult | undefined =>
  report._tag === 'Falsified'
    ? {
        _tag: 'Found',
        law: law.id,
        statement: law.statement,
        tried: tried + report.runs,
        shrinks: report.shrinks,
        counterexample: report.counterexample,
        shown: report.shown,
        seed: report.seed,
        ...(without === undefined ? {} : { without }),
      }
    : undefined

/** The first law that knows every hypothesis that was dropped, else the first that knows one of them. */
const claimFor = (laws: ReadonlyArray<string>, dropped: ReadonlyArray<string>): Check.Claim | undefined => {
  const known = laws.flatMap((id) => claims.filter(({ law }) => law.id === id))
  const knows =
    (id: string) =>
    ({ law }: Check.Claim): boolean =>
      law.hypotheses.some((hypothesis) => hypothesis.id === id)
  return (
    known.find((claim) => dropped.every((id) => knows(id)(claim))) ??
    known.find((claim) => dropped.some((id) => knows(id)(claim)))
  )
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

const hunt = async (
  { laws, dropped, seed, runs }: HuntRequest,
  onProgress: (tried: number) => void,
): Promise<HuntResult> => {
  const claim = claimFor(laws, dropped)
  if (claim === undefined)
    return { _tag: 'Undecided', reason: `no law of this scene has the hypotheses ${dropped.join(', ')}` }
  for (let tried = 0; tried < runs; tried += stretch) {
    const outcomes = look(claim, dropped, { seed: seed + tried, runs: Math.min(stretch, runs - tried) })
    const found = outcomes.map((outcome) => toFound(claim, outcome, tried)).find((each) => each !== undefined)
    if (found !== undefined) return found
    if (outcomes.some(({ report }) => report._tag === 'Undecided'))
      return { _tag: 'Undecided', reason: 'the law found no inputs to try' }
    onProgress(Math.min(runs, tried + stretch))
    // eslint-disable-next-line no-await-in-loop -- the stretches are run one after another on purpose
    await pause()
  }
  return { _tag: 'Survived', law: claim.law.id, statement: claim.law.statement, tried: runs }
}

const worker = { hunt }

export type HuntWorker = typeof worker

expose(worker)
