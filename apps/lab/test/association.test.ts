import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initial, repair, type Document } from '../src/scenes/association/document.js'
import { association } from '../src/scenes/association/index.js'
import { isOrthogonal, observe } from '../src/scenes/association/observe.js'
import { presets } from '../src/scenes/association/presets.js'
import { update } from '../src/scenes/association/update.js'
import { isPromised, judge, place } from '../src/scenes/association/words.js'

const preset = (id: string): Document => presets.find((each) => each.id === id)?.state ?? initial

const toEnd = (document: Document) => observe(update(document, { type: 'seek', at: observe(document).end }))

interface Golden {
  readonly cases: ReadonlyArray<{
    readonly id: string
    readonly inputs: {
      readonly S: ReadonlyArray<ReadonlyArray<number>>
      readonly T: ReadonlyArray<ReadonlyArray<number>>
    }
    readonly expected: {
      readonly nets: ReadonlyArray<ReadonlyArray<number>>
      readonly output_bound_min_norm2: number
      readonly input_bound_delta_bar: number
      readonly exact_smallest_breaking_norm: number
    }
  }>
}

const goldens = JSON.parse(
  readFileSync(new URL('../../../packages/associative-memory/test/goldens/lectures.json', import.meta.url), 'utf8'),
) as Golden

const golden = goldens.cases.find(({ id }) => id === 'disturbance_bound_P2')

describe('the ball of two orthogonal patterns', () => {
  test('has the bounds and the net inputs that numpy finds', () => {
    expect(initial.pairs.map(({ input }) => input)).toEqual(golden?.inputs.S)
    expect(initial.pairs.map(({ target }) => target)).toEqual(golden?.inputs.T)
    golden?.expected.nets.forEach((nets, aim) => {
      const seen = observe({ ...initial, aim })
      expect(seen.outputs.map(({ undisturbed }) => undisturbed)).toEqual(nets)
      expect(seen.outputBound).toBe(golden.expected.output_bound_min_norm2)
      expect(seen.inputBound).toBeCloseTo(golden.expected.input_bound_delta_bar, 12)
      expect(seen.radius).toBeCloseTo(golden.expected.exact_smallest_breaking_norm, 12)
    })
  })

  test.each([
    [1.99, 0],
    [2.01, 1],
  ])('is tight: at a length of %d in the worst direction %d outputs are wrong', (length, least) => {
    const { wrong } = observe({ ...initial, noise: { _tag: 'Worst', length } })
    expect(Math.min(1, wrong)).toBe(least)
  })

  test('every disturbance shorter than the radius is corrected, and has the length that was asked for', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 199 }), fc.integer({ min: 0, max: 1 }), (seed, percent, aim) => {
        const length = percent / 100
        const seen = observe({ ...initial, aim, noise: { _tag: 'Random', length, seed } })
        expect(seen.wrong).toBe(0)
        expect(seen.length).toBeCloseTo(length, 12)
      }),
    )
  })
})

describe('the examples of the lecture', () => {
  test.each([0, 1, 2])('letter %i calls up its picture', (aim) => {
    expect(judge(toEnd({ ...preset('letters'), aim }))?.title).toBe('Recalled')
  })

  test('A is recalled with a third of its cells wrong', () => {
    const seen = toEnd(preset('mistakes'))
    expect(seen.delta.filter((component) => component !== 0)).toHaveLength(21)
    expect(seen.length).toBeCloseTo(2 * Math.sqrt(21), 12)
    expect(seen.wrong).toBe(0)
  })

  test('the four binary patterns have the net inputs of its first example', () => {
    const nets = [0, 1, 2, 3].map((aim) => observe({ ...preset('binary'), aim }).outputs.map(({ net }) => net))
    expect(nets).toEqual([
      [2, 0],
      [3, 0],
      [0, 2],
      [0, 3],
    ])
    expect(isPromised(observe(preset('binary')))).toBe(false)
  })

  test('inputs that are too much alike are not recalled, even undisturbed', () => {
    const seen = toEnd(preset('alike'))
    expect(isOrthogonal(seen)).toBe(false)
    expect(seen.outputs.map(({ net }) => net)).toEqual([-2, -6])
    expect(judge(seen)?.answer).toBe('wrong')
    expect(place(seen)).toBe('The input is not disturbed.')
  })
})

describe('hypotheses', () => {
  test.each(presets.map(({ id }) => id))('are kept, dropped and kept again from %s', (id) => {
    for (const { isKept, set } of association.hypotheses)
      [true, false, true].reduce((document, kept) => {
        const next = update(document, set(kept, observe(document)))
        expect(isKept(observe(next))).toBe(kept)
        return next
      }, preset(id))
  })
})

describe('documents', () => {
  test('whatever comes can be observed', () => {
    const values = fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 6 })
    const pairs = fc.array(fc.record({ input: values, target: values }), { maxLength: 4 })
    const noise = fc.oneof(
      fc.record({ _tag: fc.constant('Flips'), count: fc.integer(), seed: fc.nat() }),
      fc.record({ _tag: fc.constant('Worst'), length: fc.double() }),
      fc.record({ _tag: fc.constant('Given'), components: values }),
    )
    fc.assert(
      fc.property(pairs, noise, fc.integer(), (some, disturbance, aim) => {
        const seen = observe(repair({ pairs: some, noise: disturbance, aim }))
        expect(seen.x).toHaveLength(seen.pair.input.length)
        expect(seen.outputs.every(({ net }) => Number.isFinite(net))).toBe(true)
      }),
    )
  })

  test('another disturbance keeps the run where it is, another memory does not', () => {
    const later = update(initial, { type: 'seek', at: 3 })
    expect(update(later, { type: 'noise', noise: { _tag: 'Worst', length: 1 } })).toMatchObject({ at: 3, reach: 3 })
    expect(update(later, { type: 'paint', part: 'input', cells: [0], value: -1 })).toMatchObject({ at: 0, reach: 0 })
  })
})
