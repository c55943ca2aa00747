import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initial, repair, type Document } from '../src/scenes/auto/document.js'
import { auto } from '../src/scenes/auto/index.js'
import { isPositive, loopOf, observe } from '../src/scenes/auto/observe.js'
import { presets } from '../src/scenes/auto/presets.js'
import { update } from '../src/scenes/auto/update.js'
import { judge, remark, tell } from '../src/scenes/auto/words.js'

const preset = (id: string): Document => presets.find((each) => each.id === id)?.state ?? initial

const toEnd = (document: Document) => observe(update(document, { type: 'seek', at: observe(document).end }))

const stored = [1, 1, 1, -1]

describe('the five traces of the lecture', () => {
  test.each([
    ['first', [0, 1, 1, -1], [3, 2, 2, -2]],
    ['second', [1, 0, 1, -1], [2, 3, 2, -2]],
    ['third', [1, 1, 0, -1], [2, 2, 3, -2]],
    ['fourth', [1, 1, 1, 0], [2, 2, 2, -3]],
  ])('%s is completed in two steps', (id, firstAnswer, secondNets) => {
    const seen = toEnd(preset(id))
    const [first, second] = seen.steps
    expect(first?.nets).toEqual(firstAnswer)
    expect(first?.after).toEqual(firstAnswer)
    expect(second?.nets).toEqual(secondNets)
    expect(second?.after).toEqual(stored)
    expect(seen.steps.map((step) => remark(seen, step))).toEqual(['new: go on', 'stored', 'nothing changes'])
    expect(judge(seen)?.ending).toBe('perfect')
  })

  test('three mistakes lead to the negative', () => {
    const seen = toEnd(preset('mistakes'))
    expect(seen.steps.map(({ after }) => after)).toEqual([
      [-1, -1, -1, 1],
      [-1, -1, -1, 1],
    ])
    expect(seen.steps[0]?.nets).toEqual([-1, -1, -3, 1])
    expect(judge(seen)?.ending).toBe('reversed')
  })
})

describe('what the lecture leaves open', () => {
  test('keeping the old value on a tie, as its Step 4 says, completes the first probe at once', () => {
    const { steps } = observe(update(initial, { type: 'tie', tie: 'keep' }))
    expect(steps[0]?.after).toEqual(stored)
  })

  test('without self-coupling a probe with half of its components wrong swings', () => {
    const seen = toEnd(preset('swing'))
    expect(seen.outcome).toMatchObject({ _tag: 'Cycle', period: 2 })
    expect(loopOf(seen)).toBe(seen.end - 2)
    expect(seen.steps[0]?.after).toEqual(seen.document.probe.map((value) => -value))
    expect(judge(seen)?.answer).toBe('cycle')
    expect(tell(seen)).toMatch(/^It swings between two answers\. Step 2/)
  })

  test('with self-coupling it settles, and the least eigenvalue is no longer −1', () => {
    expect(observe(preset('swing')).leastEigenvalue).toBeCloseTo(-1, 12)
    const seen = toEnd(preset('kept'))
    expect(isPositive(seen)).toBe(true)
    expect(seen.outcome._tag).toBe('FixedPoint')
  })

  test('one-way weights go round in more than two', () => {
    const { outcome } = observe(preset('one-way'))
    expect(outcome._tag === 'Cycle' ? outcome.period : 0).toBeGreaterThan(2)
  })
})

describe('hypotheses', () => {
  test.each(['kept', 'one-way'])('are kept, dropped and kept again in the net of %s', (id) => {
    const given = preset(id)
    for (const start of [given, update(given, { type: 'weights', rows: observe(given).weights })])
      for (const { isKept, set } of auto.hypotheses)
        [true, false, true].reduce((document, kept) => {
          const next = update(document, set(kept, observe(document)))
          expect(isKept(observe(next))).toBe(kept)
          return next
        }, start)
  })
})

describe('documents', () => {
  test('a probe always has the size of its net', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 8 }), (tree, probe) => {
        const document = repair(
          typeof tree === 'object' && tree !== null && !Array.isArray(tree) ? { ...tree, probe } : tree,
        )
        expect(document.probe).toHaveLength(observe(document).units)
      }),
    )
  })

  test('a change of the net begins the run anew', () => {
    const later = update(initial, { type: 'seek', at: 2 })
    expect(update(later, { type: 'patterns', rows: [[1, -1]] })).toMatchObject({ at: 0, reach: 0, probe: [1, 0] })
    expect(update(later, { type: 'delay', delay: 0 })).toMatchObject({ at: 2, reach: 2 })
  })
})
