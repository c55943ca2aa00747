/**
 * Findings about a network as data.
 *
 * Convention: units, patterns and expectations are counted from 0; states are arrays of the values of their units.
 */
import { Pattern } from '@engram/associative-memory'
import type { Model } from '@engram/hopfield/spec'
import { Finding, type Verify } from '@engram/hopfield/verify'
import { Document } from '@engram/spec'

const counterexample = (found: Finding.Counterexample): Document.Json => {
  switch (found._tag) {
    case 'Asymmetric':
    case 'SelfInhibiting':
      return { ...found }
    case 'Restless':
    case 'Rise':
    case 'OtherEnergy':
      return { ...found, state: Pattern.toArray(found.state) }
    case 'OtherEnd':
      return {
        ...found,
        from: Pattern.toArray(found.from),
        expected: Pattern.toArray(found.expected),
        actual: Pattern.toArray(found.actual),
      }
  }
}

const outcome = (found: Finding.Outcome): Document.Json =>
  found._tag === 'Falsified' ? { ...found, counterexample: counterexample(found.counterexample) } : { ...found }

/** The text of `engram verify --json`: one document, described in the manual of the program. */
export const json =
  ({ runs, seed }: Verify.Plan, { network, patterns, title }: Model.Model) =>
  (findings: ReadonlyArray<Finding.Finding>): string =>
    `${Document.stringify({
      kind: 'verification',
      version: 1,
      held: !findings.some(Finding.isFalsified),
      title: title ?? null,
      units: network.size,
      encoding: network.encoding,
      patterns: patterns.length,
      seed,
      runs,
      findings: findings.map(({ check, outcome: found }) => ({
        check,
        statement: Finding.statements[check],
        outcome: outcome(found),
      })),
    })}\n`
