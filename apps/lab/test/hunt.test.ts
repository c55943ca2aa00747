import { claims } from '@engram/hopfield/laws'
import { describe, expect, test } from 'vitest'
import { recall } from '../src/scenes/recall/index.js'
import { states } from '../src/scenes/states/index.js'

const plan = { seed: 11, runs: 400 }

const claimOf = (id: string) => {
  const claim = claims.find(({ law }) => law.id === id)
  if (claim === undefined) throw new Error(`no law ${id}`)
  return claim
}

/** As the worker posts it. */
const posted = (counterexample: unknown): unknown => structuredClone(counterexample)

describe('hypotheses', () => {
  test.each([
    ['recall', recall.hypotheses.map(({ id }) => id), recall.claim.laws],
    ['states', states.hypotheses.map(({ id }) => id), states.claim.laws],
  ])('those of %s are those of one of its laws', (_, ids, laws) => {
    const known = laws.map((law) => claimOf(law).law.hypotheses.map(({ id }) => id))
    expect(known.some((each) => ids.every((id) => each.includes(id)))).toBe(true)
  })

  test('dropping one breaks it in the figure, keeping it mends it', () => {
    for (const { id, isKept, set } of states.hypotheses) {
      const seen = states.observe(states.initial)
      expect(isKept(seen), id).toBe(true)
      const broken = states.observe(states.update(states.initial, set(false, seen)))
      expect(isKept(broken), id).toBe(false)
      const mended = states.observe(states.update(broken.document, set(true, broken)))
      expect(isKept(mended), id).toBe(true)
    }
  })
})

describe('counterexamples', () => {
  test.each(states.hypotheses.map(({ id }) => id))('without %s the net of the figure does not rest', (id) => {
    const trial = claimOf('recall_fixedPoint')
      .withoutHypothesis(plan)
      .find((each) => each.id === id)
    const report = trial?.report
    expect(report?._tag).toBe('Falsified')
    if (report?._tag !== 'Falsified') return
    const document = states.fromCounterexample(posted(report.counterexample))
    expect(document).toBeDefined()
    if (document === undefined) return
    const { outcome } = states.observe(document)
    expect(outcome._tag).not.toBe('FixedPoint')
  })

  test('without one unit at a time the energy of the grid does not fall', () => {
    const trial = claimOf('energy_update_le')
      .withoutHypothesis(plan)
      .find((each) => each.id === 'one_at_a_time')
    const report = trial?.report
    expect(report?._tag).toBe('Falsified')
    if (report?._tag !== 'Falsified') return
    const document = recall.fromCounterexample(posted(report.counterexample))
    expect(document).toBeDefined()
    if (document === undefined) return
    const { follow } = recall.observe(document)
    const [before = 0, after = 0] = follow().energies
    expect(after).toBeGreaterThan(before)
  })

  test('what is no counterexample is not loaded', () => {
    for (const found of [undefined, [], [[{}]], [[{ weights: [[1]] }, [1]]], 'x']) {
      expect(states.fromCounterexample(found)).toBeUndefined()
      expect(recall.fromCounterexample(found)).toBeUndefined()
    }
  })
})
