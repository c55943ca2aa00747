import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initial, repair, type Document } from '../src/scenes/input/document.js'
import { input } from '../src/scenes/input/index.js'
import { observe } from '../src/scenes/input/observe.js'
import { presets } from '../src/scenes/input/presets.js'
import { merge, update, type InputEvent } from '../src/scenes/input/update.js'
import { judge, tell, terms } from '../src/scenes/input/words.js'

const preset = (id: string): Document => presets.find((each) => each.id === id)?.state ?? initial

const at = (document: Document, place: number) => observe(update(document, { type: 'seek', at: place }))

const toEnd = (document: Document) => at(document, observe(document).end)

describe('the example (0, 0, 1, 0) of the lecture', () => {
  const { steps, start, end } = observe(initial)

  test('units 1, 4, 3, 2 receive +1, −2, +2, +2', () => {
    const sweep = steps.slice(0, 4)
    expect(sweep.map(({ unit }) => unit)).toEqual([0, 3, 2, 1])
    expect(sweep.map(({ unit, nets }) => nets[unit ?? 0])).toEqual([1, -2, 2, 2])
    expect(sweep.map(({ state }) => state)).toEqual([
      [1, 0, 1, 0],
      [1, 0, 1, 0],
      [1, 0, 1, 0],
      [1, 1, 1, 0],
    ])
  })

  test('the input is what the sums lack', () => {
    expect(steps.slice(0, 4).map(({ unit, sums }) => sums[unit ?? 0])).toEqual([1, -2, 1, 2])
    const [first] = steps
    if (first !== undefined) expect(terms(observe(initial), first, 0)).toBe('0 + (1)(0) + (1)(1) + (−1)(0)')
  })

  test('its energy falls from −1 by way of −2 to −4, without −x·y from 0 to −3', () => {
    expect([start, ...steps.slice(0, 4)].map(({ energy }) => energy)).toEqual([-1, -2, -2, -2, -4])
    expect([start, ...steps.slice(0, 4)].map(({ bare }) => bare)).toEqual([0, -1, -1, -1, -3])
  })

  test('it rests in (1, 1, 1, 0) after a second sweep', () => {
    expect(end).toBe(8)
    const seen = toEnd(initial)
    expect(judge(seen)?.title).toBe('At rest in (1, 1, 1, 0)')
    expect(tell(at(initial, 1))).toBe('Unit 1 net +1, state (1, 0, 1, 0), E −2.')
  })
})

describe('−x·y left out', () => {
  test('does no harm to the example: whole weights outweigh an input of 1', () => {
    const seen = toEnd(update(initial, { type: 'change', settings: { counted: false } }))
    expect(seen.allRises).toEqual([])
  })

  test('raises the energy where weights are quarters', () => {
    const seen = toEnd(preset('quarter'))
    expect(seen.energies.slice(0, 2)).toEqual([0, 0.25])
    expect(seen.rises).toEqual([1])
    expect(judge(seen)).toMatchObject({ ending: 'other', answer: 'rises' })
    const counted = toEnd(update(preset('quarter'), { type: 'change', settings: { counted: true } }))
    expect(counted.energies.slice(0, 2)).toEqual([0, -0.75])
    expect(counted.allRises).toEqual([])
  })

  test('raises it again and again where the input is loud', () => {
    const seen = toEnd(preset('outvoted'))
    expect(seen.energies.filter((energy, k) => energy !== seen.energies[k - 1])).toEqual([-6, 0, 2])
    expect(seen.now.state).toEqual([-1, -1, 1, -1])
    expect(toEnd(update(preset('outvoted'), { type: 'change', settings: { counted: true } })).allRises).toEqual([])
  })
})

test('with half of the components wrong, the input decides for the memory', () => {
  expect(toEnd(preset('held')).now.state).toEqual([1, 1, 1, -1])
  const deaf = update(preset('held'), { type: 'change', settings: { input: [0, 0, 0, 0] } })
  expect(toEnd(deaf).now.state).toEqual([-1, -1, -1, 1])
})

test('all units at once raise even the energy that counts the input', () => {
  const seen = toEnd(preset('together'))
  expect(seen.document.counted).toBe(true)
  expect(seen.allRises.length).toBeGreaterThan(0)
})

test('with −x·y, one at a time, W symmetric and no negative self-coupling, the energy never rises', () => {
  const value = fc.integer({ min: -8, max: 8 }).map((k) => k / 4)
  const document = fc
    .integer({ min: 1, max: 5 })
    .chain((n) =>
      fc.record({
        scale: fc.constantFrom(1, 0.5, 0.25),
        encoding: fc.constantFrom('binary', 'bipolar'),
        rows: fc.array(fc.array(value, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
        input: fc.array(value, { minLength: n, maxLength: n }),
        thresholds: fc.array(value, { minLength: n, maxLength: n }),
        start: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
        schedule: fc.constantFrom('ordered', 'shuffled', 'random'),
        tie: fc.constantFrom('keep', 'up', 'down'),
        seed: fc.nat(1000),
      }),
    )
    .map(({ rows, ...rest }) => {
      const { memory: _, ...plain } = initial
      return repair({
        ...plain,
        ...rest,
        memory: {
          _tag: 'Weights',
          rows: rows.map((row, i) =>
            row.map((weight, j) => (i === j ? Math.abs(weight) : (rows[Math.min(i, j)]?.[Math.max(i, j)] ?? weight))),
          ),
        },
      })
    })
  fc.assert(
    fc.property(document, (given) => {
      expect(observe(given).allRises).toEqual([])
    }),
  )
})

describe('hypotheses', () => {
  test.each(['trace', 'outvoted', 'quarter'])('are kept, dropped and kept again in the net of %s', (id) => {
    for (const { id: name, isKept, set } of input.hypotheses)
      [true, false, true].reduce((document, kept) => {
        const next = update(document, set(kept, observe(document)))
        expect(isKept(observe(next)), name).toBe(kept)
        return next
      }, preset(id))
  })
})

describe('update', () => {
  const event: fc.Arbitrary<InputEvent> = fc.oneof(
    fc.nat(60).map((place): InputEvent => ({ type: 'seek', at: place, stroke: 1 })),
    fc
      .record({
        counted: fc.boolean(),
        scale: fc.constantFrom<1 | 0.5 | 0.25>(1, 0.5, 0.25),
        schedule: fc.constantFrom<Document['schedule']>('ordered', 'shuffled', 'random', 'synchronous'),
        input: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 6 }),
        encoding: fc.constantFrom<Document['encoding']>('binary', 'bipolar'),
      })
      .map((settings): InputEvent => ({ type: 'change', settings, stroke: 1 })),
    fc.constant<InputEvent>({ type: 'change', settings: { delay: 0 }, stroke: 1 }),
  )

  test('every state that events lead to can be looked at, and is a document', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), (events) => {
        const end = events.reduce(update, initial)
        expect(repair(end)).toEqual(end)
        expect(observe(end).energies).toHaveLength(observe(end).end + 1)
      }),
      { numRuns: 60 },
    )
  })

  test('merge_eq_sequence: two events of one stroke do what their merger does', () => {
    fc.assert(
      fc.property(event, event, (first, second) => {
        if (first.type !== second.type) return
        expect(update(initial, merge(first, second))).toEqual(update(update(initial, first), second))
      }),
    )
  })

  test('another energy does not start the run anew', () => {
    const running = update(initial, { type: 'seek', at: 3 })
    expect(update(running, { type: 'change', settings: { counted: false, delay: 0 } }).at).toBe(3)
    expect(update(running, { type: 'change', settings: { tie: 'up' } }).at).toBe(0)
  })
})
