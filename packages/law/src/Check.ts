/**
 * Running laws: the same plan, law and implementation always give the same report.
 */
import { check as runProperty, stringify, VerbosityLevel, type RunDetails } from 'fast-check'
import type { Law, Property, Statement } from './Law.js'
import type { Finding, Report, Trial } from './Report.js'

/** How to look for a counterexample. */
export interface Plan {
  readonly seed: number
  /** How many inputs to generate. */
  readonly runs: number
  /** From an earlier report: go straight to its counterexample. */
  readonly path?: string
  /** `failures` lists every failing input met while shrinking; default `quiet`. */
  readonly verbosity?: 'quiet' | 'failures'
}

const reasonOf = (details: Readonly<RunDetails<unknown>>): string => {
  const error = details.errorInstance
  if (!(error instanceof Error)) return error === null || error === undefined ? '' : stringify(error)
  return error.message === 'Property failed by returning false' ? '' : error.message
}

const toReport = (law: string, details: Readonly<RunDetails<unknown>>): Report => {
  const common = { law, seed: details.seed, runs: details.numRuns }
  if (!details.failed) return { _tag: 'Held', ...common }
  if (details.counterexample === null) return { _tag: 'Undecided', ...common, skips: details.numSkips }
  return {
    _tag: 'Falsified',
    ...common,
    path: details.counterexamplePath ?? '',
    shrinks: details.numShrinks,
    counterexample: details.counterexample,
    shown: stringify(details.counterexample),
    reason: reasonOf(details),
    failures: details.failures.map((failure) => stringify(failure)),
  }
}

const run =
  (plan: Plan, id: string, examples: ReadonlyArray<unknown> = []) =>
  (property: Property): Report =>
    toReport(
      id,
      runProperty<unknown>(property, {
        seed: plan.seed,
        numRuns: plan.runs,
        examples: [...examples],
        verbose: plan.verbosity === 'failures' ? VerbosityLevel.Verbose : VerbosityLevel.None,
        ...(plan.path === undefined ? {} : { path: plan.path }),
      }),
    )

/**
 * Looks for an input on which the implementation breaks the law, and shrinks it.
 *
 * Cost: `runs` evaluations of the property, and a few hundred more when one fails.
 *
 * ```ts runnable
 * import fc from 'fast-check'
 * import { Check, Law } from '@engram/law'
 *
 * const commutes = Law.law<(a: number, b: number) => number>({
 *   id: 'op_comm',
 *   statement: 'a ∘ b = b ∘ a',
 *   source: 'any algebra text',
 *   hypotheses: [],
 *   property: (op) => fc.property(fc.integer(), fc.integer(), (a, b) => op(a, b) === op(b, a)),
 *   countermodels: [{ id: 'minus', description: 'subtraction', implementation: (a, b) => a - b }],
 * })
 * Check.check({ seed: 7, runs: 100 })(commutes)((a, b) => a + b)._tag // => 'Held'
 * Check.check({ seed: 7, runs: 100 })(commutes)((a, b) => a - b)._tag // => 'Falsified'
 * ```
 */
export const check =
  (plan: Plan) =>
  <I>(law: Law<I>) =>
  (implementation: I): Report =>
    run(plan, law.id, law.examples)(law.property(implementation))

/** Runs the law against each of its countermodels; each report should be `Falsified`. */
export const refutes =
  (plan: Plan) =>
  <I>(law: Law<I>): ReadonlyArray<Trial> =>
    law.countermodels.map(({ id, description, implementation }) => ({
      id,
      description,
      report: check(plan)(law)(implementation),
    }))

/** Runs the law with each hypothesis dropped in turn; each report should be `Falsified`. */
export const withoutHypothesis =
  (plan: Plan) =>
  <I>(law: Law<I>) =>
  (implementation: I): ReadonlyArray<Trial> =>
    law.hypotheses.map(({ id, statement, dropped }) => ({
      id,
      description: statement,
      report: run(plan, law.id)(dropped(implementation)),
    }))

/**
 * A law together with an implementation: what a package exports for each of its laws.
 * The type of the implementation is hidden, so claims of all kinds fit in one list.
 */
export interface Claim {
  readonly law: Statement & {
    readonly hypotheses: ReadonlyArray<{ readonly id: string; readonly statement: string }>
    readonly countermodels: ReadonlyArray<{ readonly id: string; readonly description: string }>
  }
  readonly check: (plan: Plan) => Report
  readonly refutes: (plan: Plan) => ReadonlyArray<Trial>
  readonly withoutHypothesis: (plan: Plan) => ReadonlyArray<Trial>
}

/** Claims that an implementation obeys a law. */
export const claim = <I>(law: Law<I>, implementation: I): Claim => ({
  law,
  check: (plan) => check(plan)(law)(implementation),
  refutes: (plan) => refutes(plan)(law),
  withoutHypothesis: (plan) => withoutHypothesis(plan)(law)(implementation),
})

/** Everything there is to find out about a claim. */
export const examine =
  (plan: Plan) =>
  (subject: Claim): Finding => ({
    law: subject.law.id,
    statement: subject.law.statement,
    source: subject.law.source,
    report: subject.check(plan),
    countermodels: subject.refutes(plan),
    withoutHypothesis: subject.withoutHypothesis(plan),
  })
