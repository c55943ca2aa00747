/**
 * Reports as text for a terminal and as JSON.
 */
import { isFalsified, isHeld, type Finding, type Report, type Trial } from './Report.js'

/** How the three kinds of words are marked; the identity by default. */
export interface Palette {
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly quiet: (text: string) => string
}

const same = (text: string): string => text

/** No colours: for files, pipes and logs. */
export const plain: Palette = { good: same, bad: same, quiet: same }

/** One report: a line when the law held, else the counterexample and how to find it again. */
export const report =
  (palette: Palette) =>
  (subject: Report): string => {
    switch (subject._tag) {
      case 'Held':
        return `${palette.good('held')} ${subject.law} ${palette.quiet(`(${subject.runs} runs, seed ${subject.seed})`)}`
      case 'Falsified':
        return [
          `${palette.bad('falsified')} ${subject.law} ${palette.quiet(`(run ${subject.runs}, ${subject.shrinks} shrinks)`)}`,
          `  counterexample: ${subject.shown}`,
          ...(subject.reason === '' ? [] : [`  reason: ${subject.reason}`]),
          ...subject.failures.map((failure) => `  also fails on: ${failure}`),
          `  again with: ${palette.quiet(`seed ${subject.seed}, path ${subject.path}`)}`,
        ].join('\n')
      case 'Undecided':
        return `${palette.bad('undecided')} ${subject.law} (${subject.skips} inputs missed a precondition, seed ${subject.seed})`
    }
  }

const trial =
  (palette: Palette, expected: string) =>
  ({ id, description, report: outcome }: Trial): string =>
    isFalsified(outcome)
      ? `  ${palette.good(expected)} ${id}: ${description}\n    ${palette.quiet(outcome.shown)}`
      : `  ${palette.bad(`not ${expected}`)} ${id}: ${description}`

/** A finding: the law, then its countermodels and hypotheses, each with its counterexample. */
export const finding =
  (palette: Palette) =>
  (subject: Finding): string =>
    [
      report(palette)(subject.report),
      `  ${palette.quiet(subject.statement)}`,
      ...subject.countermodels.map(trial(palette, 'rejects')),
      ...subject.withoutHypothesis.map(trial(palette, 'needs')),
    ].join('\n')

/** A count of findings on one line. */
export const summary =
  (palette: Palette) =>
  (findings: ReadonlyArray<Finding>): string => {
    const held = findings.filter((each) => isHeld(each.report)).length
    const mark = held === findings.length ? palette.good : palette.bad
    return mark(`${held} of ${findings.length} laws held`)
  }

/** The same as JSON text; a counterexample that JSON cannot carry is given by its text alone. */
export const json = (subject: Report | Finding | ReadonlyArray<Finding>): string =>
  JSON.stringify(subject, (key, value: unknown) => (key === 'counterexample' ? undefined : value), 2)
