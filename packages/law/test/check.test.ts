import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Check, Law, Render, Report } from '../src/index.js'

type Op = (a: number, b: number) => number

const small = fc.integer({ min: -100, max: 100 })

const monotone = Law.law<Op>({
  id: 'op_le_op_of_nonneg',
  statement: 'if c ≥ 0 then a ≤ b implies a ∘ c ≤ b ∘ c',
  source: 'any algebra text',
  hypotheses: [
    {
      id: 'nonneg',
      statement: 'c ≥ 0',
      dropped: (op) => fc.property(small, small, small, (a, b, c) => a > b || op(a, c) <= op(b, c)),
    },
  ],
  property: (op) => fc.property(small, small, fc.nat(100), (a, b, c) => a > b || op(a, c) <= op(b, c)),
  countermodels: [
    { id: 'minus_of', description: 'subtracts the wrong way round', implementation: (a, b) => b - a },
    {
      id: 'throws',
      description: 'throws where the second operand is 0',
      implementation: (a, b) => {
        if (b === 0) throw new Error('division by zero')
        return a / b
      },
    },
  ],
})

const times: Op = (a, b) => a * b
const plan: Check.Plan = { seed: 11, runs: 500 }

describe('check', () => {
  test('tells of a law that holds', () =>
    expect(Check.check(plan)(monotone)(times)).toEqual({
      _tag: 'Held',
      law: 'op_le_op_of_nonneg',
      seed: 11,
      runs: 500,
    }))

  test('shrinks a counterexample, and gives the same report for the same plan', () => {
    const once = Check.check(plan)(monotone)((a, b) => b - a)
    expect(once).toEqual(Check.check(plan)(monotone)((a, b) => b - a))
    expect(once).toMatchObject({ _tag: 'Falsified', shown: '[0,1,0]', reason: '' })
  })

  test('finds a counterexample again by seed and path', () => {
    const found = Check.check(plan)(monotone)((a, b) => b - a)
    const path = Report.isFalsified(found) ? found.path : ''
    expect(path).not.toBe('')
    expect(Check.check({ ...plan, path })(monotone)((a, b) => b - a)).toMatchObject({
      _tag: 'Falsified',
      shown: '[0,1,0]',
      runs: 1,
    })
  })

  test('takes an exception of the implementation for a counterexample, and tells its message', () =>
    expect(Check.refutes(plan)(monotone)[1]?.report).toMatchObject({ _tag: 'Falsified', reason: 'division by zero' }))

  test('lists every failing input on demand', () => {
    const report = Check.check({ ...plan, verbosity: 'failures' })(monotone)((a, b) => b - a)
    expect(Report.isFalsified(report) && report.failures.length).toBeGreaterThan(1)
  })

  test('says so when its inputs all miss a precondition', () => {
    const empty = Law.law<Op>({
      ...monotone,
      property: () => fc.property(small, (a) => fc.pre(a > 1000)),
    })
    expect(Check.check(plan)(empty)(times)).toMatchObject({ _tag: 'Undecided', runs: 0 })
  })

  test('runs the examples of a law first', () => {
    const rare = Law.law<(n: number) => boolean>({
      id: 'rare',
      statement: 'no number is special',
      source: 'none',
      hypotheses: [],
      property: (ordinary) => fc.property(fc.integer(), (n) => ordinary(n)),
      examples: [[123_456_789]],
      countermodels: [{ id: 'special', description: 'one is', implementation: (n) => n !== 123_456_789 }],
    })
    expect(Check.refutes({ seed: 1, runs: 1 })(rare)[0]?.report).toMatchObject({
      _tag: 'Falsified',
      shown: '[123456789]',
    })
  })
})

describe('a law is worth its countermodels and hypotheses', () => {
  const finding = Check.examine(plan)(Check.claim(monotone, times))

  test('a sound one', () => {
    expect(finding.countermodels.map(({ id, report }) => [id, report._tag])).toEqual([
      ['minus_of', 'Falsified'],
      ['throws', 'Falsified'],
    ])
    expect(finding.withoutHypothesis.map(({ id, report }) => [id, report._tag])).toEqual([['nonneg', 'Falsified']])
    expect(Report.isSound(finding)).toBe(true)
  })

  test('a vacuous one is not', () => {
    const vacuous = Law.law<Op>({ ...monotone, property: () => fc.property(fc.boolean(), () => true) })
    expect(Report.isSound(Check.examine(plan)(Check.claim(vacuous, times)))).toBe(false)
  })

  test('nor one with a hypothesis that it does not need', () => {
    const padded = Law.law<Op>({
      ...monotone,
      hypotheses: [{ id: 'any', statement: 'nothing', dropped: monotone.property }],
    })
    expect(Report.isSound(Check.examine(plan)(Check.claim(padded, times)))).toBe(false)
  })
})

describe('render', () => {
  test('a finding for the terminal', () =>
    expect(Render.finding(Render.plain)(Check.examine(plan)(Check.claim(monotone, times)))).toMatchInlineSnapshot(`
      "held op_le_op_of_nonneg (500 runs, seed 11)
        if c ≥ 0 then a ≤ b implies a ∘ c ≤ b ∘ c
        rejects minus_of: subtracts the wrong way round
          [0,1,0]
        rejects throws: throws where the second operand is 0
          [0,0,0]
        needs nonneg: c ≥ 0
          [0,1,-1]"
    `))

  test('a counterexample with the way back to it', () => {
    const marked: Render.Palette = { good: (text) => text, bad: (text) => `!${text}!`, quiet: (text) => text }
    expect(Render.report(marked)(Check.check(plan)(monotone)((a, b) => b - a))).toMatchInlineSnapshot(`
      "!falsified! op_le_op_of_nonneg (run 1, 7 shrinks)
        counterexample: [0,1,0]
        again with: seed 11, path 0:0:1:0:0:0:0:1"
    `)
  })

  test('a count', () =>
    expect(Render.summary(Render.plain)([Check.examine(plan)(Check.claim(monotone, times))])).toBe('1 of 1 laws held'))

  test('JSON that can be read back', () => {
    const report = Check.check(plan)(monotone)((a, b) => b - a)
    expect(JSON.parse(Render.json(report))).toMatchObject({ _tag: 'Falsified', shown: '[0,1,0]', seed: 11 })
  })
})
