/**
 * What came of running a law: data, rendered elsewhere.
 */

/** The property held on every generated input. */
export interface Held {
  readonly _tag: 'Held'
  readonly law: string
  readonly seed: number
  readonly runs: number
}

/** An input was found on which the property fails; it has been shrunk. */
export interface Falsified {
  readonly _tag: 'Falsified'
  readonly law: string
  readonly seed: number
  /** Together with the seed, leads straight back to the counterexample. */
  readonly path: string
  readonly runs: number
  readonly shrinks: number
  /** The shrunk input itself, for a program that wants to show it. */
  readonly counterexample: unknown
  /** The shrunk input as text. */
  readonly shown: string
  /** Message of the failed assertion; empty when the property answered `false`. */
  readonly reason: string
  /** Every failing input met on the way, as text; filled when the plan asks for it. */
  readonly failures: ReadonlyArray<string>
}

/** So many inputs missed a precondition that nothing was decided: a defect of the law's generator. */
export interface Undecided {
  readonly _tag: 'Undecided'
  readonly law: string
  readonly seed: number
  readonly runs: number
  readonly skips: number
}

export type Report = Held | Falsified | Undecided

export const isHeld = (report: Report): report is Held => report._tag === 'Held'

export const isFalsified = (report: Report): report is Falsified => report._tag === 'Falsified'

/** A countermodel, or a dropped hypothesis, with what the law said of it. */
export interface Trial {
  readonly id: string
  readonly description: string
  readonly report: Report
}

/** Everything there is to say of one law and one implementation. */
export interface Finding {
  readonly law: string
  readonly statement: string
  readonly source: string
  readonly report: Report
  /** Each must be falsified, or the law is vacuous. */
  readonly countermodels: ReadonlyArray<Trial>
  /** Each must be falsified, or the hypothesis is not needed. */
  readonly withoutHypothesis: ReadonlyArray<Trial>
}

/** Whether the law held, every countermodel was rejected, and every hypothesis was shown to be needed. */
export const isSound = (finding: Finding): boolean =>
  isHeld(finding.report) &&
  finding.countermodels.every((trial) => isFalsified(trial.report)) &&
  finding.withoutHypothesis.every((trial) => isFalsified(trial.report))
