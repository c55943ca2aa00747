/**
 * Claims as vitest tests: the law holds, each countermodel is rejected, each hypothesis is needed.
 * Seed and number of runs are fast-check's global configuration.
 */
import { readConfigureGlobal } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claim, Plan } from './Check.js'
import { plain, report as renderReport } from './Render.js'
import type { Trial } from './Report.js'

const plan = (): Plan => {
  const { seed, numRuns } = readConfigureGlobal()
  return { seed: seed ?? 0, runs: numRuns ?? 100 }
}

/** A search for a counterexample ends with the first one, so it can afford to be long. */
const search = (): Plan => ({ ...plan(), runs: 50 * plan().runs })

const expectFalsified = (trials: ReadonlyArray<Trial>): void =>
  trials.forEach(({ id, description, report }) => expect(report._tag, `${id}: ${description}`).toBe('Falsified'))

/** Registers the tests of each claim. */
export const testClaims = (claims: ReadonlyArray<Claim>): void =>
  claims.forEach((subject) =>
    describe(subject.law.id, () => {
      test(`holds: ${subject.law.statement}`, () => {
        const outcome = subject.check(plan())
        expect(outcome._tag, renderReport(plain)(outcome)).toBe('Held')
      })
      test('rejects every countermodel', () => expectFalsified(subject.refutes(search())))
      test('needs every hypothesis', () => expectFalsified(subject.withoutHypothesis(search())))
    }),
  )
