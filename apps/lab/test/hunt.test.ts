import { claims as associative } from '@engram/associative-memory/laws'
import { claims as bidirectional } from '@engram/bam/laws'
import { claims as hopfield } from '@engram/hopfield/laws'
import { describe, expect, test } from 'vitest'
import { association } from '../src/scenes/association/index.js'
import { auto } from '../src/scenes/auto/index.js'
import { bam } from '../src/scenes/bam/index.js'
import { input } from '../src/scenes/input/index.js'
import { modern } from '../src/scenes/modern/index.js'
import { nearest } from '../src/scenes/nearest/index.js'
import { recall } from '../src/scenes/recall/index.js'
import { states } from '../src/scenes/states/index.js'

const claims = [...hopfield, ...associative, ...bidirectional]

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
    ['association', association.hypotheses.map(({ id }) => id), association.claim.laws],
    ['bam', bam.hypotheses.map(({ id }) => id), bam.claim.laws],
    ['input', input.hypotheses.map(({ id }) => id), input.claim.laws],
    ['modern', modern.hypotheses.map(({ id }) => id), modern.claim.laws],
    ['nearest', nearest.hypotheses.map(({ id }) => id), nearest.claim.laws],
    ['recall', recall.hypotheses.map(({ id }) => id), recall.claim.laws],
    ['states', states.hypotheses.map(({ id }) => id), states.claim.laws],
  ])('those of %s are those of one of its laws', (_, ids, laws) => {
    const known = laws.map((law) => claimOf(law).law.hypotheses.map(({ id }) => id))
    expect(known.some((each) => ids.every((id) => each.includes(id)))).toBe(true)
  })

  test.each(auto.hypotheses.map(({ id }) => id))('%s is a hypothesis of one of the laws of auto', (id) => {
    expect(auto.claim.laws.flatMap((law) => claimOf(law).law.hypotheses.map((each) => each.id))).toContain(id)
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
  test.each([
    ['auto_fixedPoint_of_psd', 'self_coupled', 2],
    ['auto_period_le_two', 'symmetric', 3],
  ])('the one to %s without %s has a period of at least %i', async (law, hypothesis, least) => {
    const trial = claimOf(law)
      .withoutHypothesis(plan)
      .find((each) => each.id === hypothesis)
    const report = trial?.report
    expect(report?._tag).toBe('Falsified')
    if (report?._tag !== 'Falsified') return
    const document = await auto.fromCounterexample(posted(report.counterexample), law)
    expect(document).toBeDefined()
    if (document === undefined) return
    const seen = auto.observe(document)
    expect(seen.outcome._tag === 'Cycle' ? seen.outcome.period : 1).toBeGreaterThanOrEqual(least)
    expect(auto.hypotheses.find(({ id }) => id === hypothesis)?.isKept(seen)).toBe(false)
  })

  test.each(states.hypotheses.map(({ id }) => id))('without %s the net of the figure does not rest', async (id) => {
    const trial = claimOf('recall_fixedPoint')
      .withoutHypothesis(plan)
      .find((each) => each.id === id)
    const report = trial?.report
    expect(report?._tag).toBe('Falsified')
    if (report?._tag !== 'Falsified') return
    const document = await states.fromCounterexample(posted(report.counterexample), 'recall_fixedPoint')
    expect(document).toBeDefined()
    if (document === undefined) return
    const { outcome } = states.observe(document)
    expect(outcome._tag).not.toBe('FixedPoint')
  })

  test.each([
    ['recall_of_disturbance_lt', 'orthogonal'],
    ['recall_of_orthogonal', 'orthogonal'],
    ['recall_of_orthogonal', 'bipolar_targets'],
  ])('the one to %s without %s is not recalled', async (law, hypothesis) => {
    const trial = claimOf(law)
      .withoutHypothesis(plan)
      .find((each) => each.id === hypothesis)
    const report = trial?.report
    expect(report?._tag).toBe('Falsified')
    if (report?._tag !== 'Falsified') return
    const document = await association.fromCounterexample(posted(report.counterexample), law)
    expect(document).toBeDefined()
    if (document === undefined) return
    const seen = association.observe(document)
    expect(seen.wrong).toBeGreaterThan(0)
    expect(association.hypotheses.find(({ id }) => id === hypothesis)?.isKept(seen)).toBe(false)
  })

  test('without one unit at a time the energy of the grid does not fall', async () => {
    const trial = claimOf('energy_update_le')
      .withoutHypothesis(plan)
      .find((each) => each.id === 'one_at_a_time')
    const report = trial?.report
    expect(report?._tag).toBe('Falsified')
    if (report?._tag !== 'Falsified') return
    const document = await recall.fromCounterexample(posted(report.counterexample), 'energy_update_le')
    expect(document).toBeDefined()
    if (document === undefined) return
    const run = recall.observe(document).follow().known?.run
    const [before = 0, after = 0] = run?.energies ?? []
    expect(after).toBeGreaterThan(before)
  })

  test.each(input.hypotheses.map(({ id }) => id))('without %s the energy of the driven net rises', async (id) => {
    const trial = claimOf('energy_update_le')
      .withoutHypothesis(plan)
      .find((each) => each.id === id)
    const report = trial?.report
    expect(report?._tag).toBe('Falsified')
    if (report?._tag !== 'Falsified') return
    const document = await input.fromCounterexample(posted(report.counterexample), 'energy_update_le')
    expect(document).toBeDefined()
    if (document === undefined) return
    const seen = input.observe(document)
    expect(seen.allRises[0]).toBe(1)
    expect(input.hypotheses.find((each) => each.id === id)?.isKept(seen)).toBe(false)
  })

  test.each(nearest.hypotheses.map(({ id }) => id))('without %s the figure ends elsewhere than nearest', async (id) => {
    const trial = claimOf('recall_nearest_of_single')
      .withoutHypothesis(plan)
      .find((each) => each.id === id)
    const report = trial?.report
    expect(report?._tag).toBe('Falsified')
    if (report?._tag !== 'Falsified') return
    const document = await nearest.fromCounterexample(posted(report.counterexample), 'recall_nearest_of_single')
    expect(document).toBeDefined()
    if (document === undefined) return
    const seen = nearest.observe(document)
    expect(seen.fate.kind).not.toBe('nearest')
    expect(nearest.hypotheses.find((each) => each.id === id)?.isKept(seen)).toBe(false)
  })

  test.each([
    ['lyapunov_update_le', 'in_turns'],
    ['lyapunov_update_le', 'one_matrix'],
    ['bam_recall_equilibrium', 'in_turns'],
    ['bam_recall_equilibrium', 'one_matrix'],
    ['bam_recall_equilibrium', 'ties_settle'],
  ])('the one to %s without %s breaks the claim in the figure', async (law, hypothesis) => {
    const trial = claimOf(law)
      .withoutHypothesis(plan)
      .find((each) => each.id === hypothesis)
    const report = trial?.report
    expect(report?._tag).toBe('Falsified')
    if (report?._tag !== 'Falsified') return
    const document = await bam.fromCounterexample(posted(report.counterexample), law)
    expect(document).toBeDefined()
    if (document === undefined) return
    const seen = bam.observe(document)
    if (law === 'lyapunov_update_le') expect(seen.allRises.length).toBeGreaterThan(0)
    else expect(seen.outcome._tag).not.toBe('FixedPoint')
    expect(bam.hypotheses.find(({ id }) => id === hypothesis)?.isKept(seen)).toBe(false)
  })

  test('where patterns are not well separated one update does not stay near the pattern', async () => {
    const trial = claimOf('well_separated')
      .withoutHypothesis(plan)
      .find(({ id }) => id === 'separated')
    const report = trial?.report
    expect(report?._tag).toBe('Falsified')
    if (report?._tag !== 'Falsified') return
    const document = await modern.fromCounterexample(posted(report.counterexample), 'well_separated')
    expect(document).toBeDefined()
    if (document === undefined) return
    expect(modern.observe(document).isSeparated).toBe(false)
  })

  test('what is no counterexample is not loaded', async () => {
    for (const found of [undefined, [], [[{}]], [[{ weights: [[1]] }, [1]]], 'x']) {
      expect(await states.fromCounterexample(found, 'recall_fixedPoint')).toBeUndefined()
      expect(await recall.fromCounterexample(found, 'energy_update_le')).toBeUndefined()
      expect(await bam.fromCounterexample(found, 'bam_recall_equilibrium')).toBeUndefined()
      expect(await nearest.fromCounterexample(found, 'recall_nearest_of_single')).toBeUndefined()
      expect(await modern.fromCounterexample(found, 'well_separated')).toBeUndefined()
      expect(await input.fromCounterexample(found, 'energy_update_le')).toBeUndefined()
      expect(await auto.fromCounterexample(found, 'auto_period_le_two')).toBeUndefined()
      expect(await association.fromCounterexample(found, 'recall_of_orthogonal')).toBeUndefined()
      expect(await association.fromCounterexample(found, 'recall_of_disturbance_lt')).toBeUndefined()
    }
  })
})
