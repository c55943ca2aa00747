import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawn, indexOf, initial, repair, type Document } from '../src/scenes/nearest/document.js'
import { nearest } from '../src/scenes/nearest/index.js'
import { mapOf } from '../src/scenes/nearest/layout.js'
import { observe, type Fate } from '../src/scenes/nearest/observe.js'
import { presets } from '../src/scenes/nearest/presets.js'
import { merge, update, type NearestEvent } from '../src/scenes/nearest/update.js'
import { guarantee, judge, tell } from '../src/scenes/nearest/words.js'

const preset = (id: string): Document => presets.find((each) => each.id === id)?.state ?? initial

const toEnd = (document: Document) => observe(update(document, { type: 'seek', at: observe(document).end }))

const shown = (state: ReadonlyArray<number>): string => state.map((value) => (value === 1 ? '#' : '.')).join('')

describe('nine units, three patterns', () => {
  test('T, L and O are fixed points', () => {
    const { fates, document } = observe(initial)
    document.rows.map(indexOf).forEach((state) => expect(fates[state]?.end).toBe(state))
  })

  test('a mixture of the three lies one cell off L, and stays', () => {
    const seen = toEnd(preset('stuck'))
    expect(seen.fate.nearest).toEqual({ distance: 1, indices: [1] })
    expect(shown(seen.current)).toBe('#..#.####')
    expect(seen.distances).toEqual([7, 1, 2])
    expect(seen.fate.verdict).toEqual({ _tag: 'Mixture', indices: [0, 1, 2], signs: [-1, 1, 1] })
    expect(judge(seen)).toMatchObject({ ending: 'spurious', answer: 'spurious' })
  })

  test('one cell off O the net carries the probe to that mixture', () => {
    const seen = toEnd(initial)
    expect(seen.fate.nearest).toEqual({ distance: 1, indices: [2] })
    expect(shown(seen.current)).toBe('#..#.####')
    expect(tell(seen)).toMatch(/^In none that was stored\. It rests at distance 2 from pattern 3/)
  })

  test('two cells off L it recalls O, two off T the negative of O', () => {
    expect(observe(preset('other')).fate).toMatchObject({
      nearest: { distance: 2, indices: [1] },
      verdict: { _tag: 'Stored', index: 2 },
      kind: 'other',
    })
    expect(observe(preset('negative')).fate).toMatchObject({
      nearest: { distance: 2, indices: [0] },
      verdict: { _tag: 'Reversed', index: 2 },
      kind: 'reversed',
    })
  })

  test('23 of the 27 states at distance 1 end in their nearest pattern, and 59 of 102 at distance 2', () => {
    expect(observe(initial).shells.map(({ distance, states, counts }) => [distance, states, counts.nearest])).toEqual([
      [0, 3, 3],
      [1, 27, 23],
      [2, 102, 59],
      [3, 178, 84],
      [4, 147, 19],
      [5, 51, 0],
      [6, 4, 0],
    ])
  })
})

test('with one pattern alone half of all states end in it, and they are those that are nearer to it', () => {
  const { fates, shells } = observe(preset('single'))
  expect(fates.filter(({ kind }) => kind === 'nearest')).toHaveLength(256)
  shells.forEach(({ distance, states, counts }) => expect(counts.nearest).toBe(distance < 4.5 ? states : 0))
})

const endings: { readonly [kind in Fate['kind']]: string } = {
  nearest: 'perfect',
  other: 'other',
  reversed: 'reversed',
  spurious: 'spurious',
  cycle: 'oscillating',
}

test('the path of the run ends where the map says', () => {
  for (const { state } of presets) {
    const seen = toEnd(state)
    expect(seen.path.at(-1)).toBe(seen.fate.end)
    expect(judge(seen)?.ending).toBe(endings[seen.fate.kind])
  }
})

describe('the radius', () => {
  test('of one pattern alone covers all that is nearer to it than to its negative', () => {
    expect(observe(preset('single')).radii).toEqual([4])
  })

  test('is none around a pattern that does not stay', () => {
    const { fates, radii, document } = observe(preset('crowd'))
    const stays = document.rows.map(indexOf).map((state) => fates[state]?.end === state)
    expect(radii.map((radius) => radius !== undefined)).toEqual(stays)
    expect(stays).toContain(false)
  })

  const schedules = ['ordered', 'shuffled', 'random', 'synchronous'] as const

  test.each(presets.map(({ id }) => id))('every probe within it is led to the pattern, in any order: %s', (id) => {
    for (const schedule of schedules) {
      const { fates, radii, document } = observe({ ...preset(id), schedule })
      document.rows.map(indexOf).forEach((pattern, p) => {
        const near = (state: number): boolean =>
          (state ^ pattern).toString(2).replaceAll('0', '').length <= (radii[p] ?? -1)
        expect(fates.filter((fate, state) => near(state) && fate.end !== pattern)).toEqual([])
      })
    }
  })

  test('is told beside the verdict', () => {
    expect(guarantee(observe(initial))).toBe(
      'The radius of pattern 3 is 0: not even one wrong cell is sure to be repaired. The probe, at distance 1, lies outside.',
    )
    expect(guarantee(toEnd(preset('stuck')))).toMatch(/The state in which it ends has radius \d\.$/)
    expect(guarantee(observe({ ...preset('crowd'), start: indexOf(preset('crowd').rows[0] ?? []) }))).toMatch(
      /pattern 1/,
    )
    expect(guarantee(observe(preset('single')))).toBe(
      'The radius of pattern 1 is 4: up to 4 wrong cells are sure to be repaired, whichever they are. The probe, at distance 4, lies inside.',
    )
  })
})

describe('the map', () => {
  test.each([1, 2, 3, 8, 9, 10])(
    'of %i units has every state once, and neighbours that differ in one unit',
    (units) => {
      const { columns, states, cells } = mapOf(units)
      expect(states.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 2 ** units }, (_, state) => state))
      states.forEach((state, cell) => {
        expect(cells[state]).toBe(cell)
        const right = (cell + 1) % columns === 0 ? undefined : states[cell + 1]
        for (const other of [right, states[cell + columns]])
          if (other !== undefined) expect((state ^ other).toString(2).replaceAll('0', '')).toBe('1')
      })
    },
  )
})

describe('hypotheses', () => {
  test.each(presets.map(({ id }) => id))('are kept, dropped and kept again from %s', (id) => {
    for (const { id: name, isKept, set } of nearest.hypotheses)
      [true, false, true].reduce((document, kept) => {
        const next = update(document, set(kept, observe(document)))
        expect(isKept(observe(next)), name).toBe(kept)
        return next
      }, preset(id))
  })
})

describe('update', () => {
  const spins = (n: number) => fc.array(fc.constantFrom<-1 | 1>(-1, 1), { minLength: n, maxLength: n })
  const event: fc.Arbitrary<NearestEvent> = fc.oneof(
    fc.nat(60).map((place): NearestEvent => ({ type: 'seek', at: place, stroke: 1 })),
    fc
      .integer({ min: 1, max: 7 })
      .chain((n) => fc.array(spins(n), { minLength: 1, maxLength: 4 }))
      .map((rows): NearestEvent => ({ type: 'change', settings: { rows }, stroke: 1 })),
    fc.nat(1023).map((start): NearestEvent => ({ type: 'change', settings: { start }, stroke: 1 })),
    fc
      .tuple(fc.constantFrom(undefined, 0, 1), fc.array(fc.nat(8), { maxLength: 4 }), fc.constantFrom<-1 | 1>(-1, 1))
      .map(([index, cells, value]): NearestEvent => ({
        type: 'paint',
        cells,
        value,
        ...(index === undefined ? {} : { index }),
      })),
  )

  test('every state that events lead to can be looked at, and is a document', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 6 }), (events) => {
        const end = events.reduce(update, repair({ ...initial, rows: [[1, 1, -1]] }))
        expect(repair(end)).toEqual(end)
        expect(observe(end).fates).toHaveLength(2 ** observe(end).units)
      }),
      { numRuns: 30 },
    )
  })

  test('a stroke of the brush paints every cell that it crosses', () => {
    const first: NearestEvent = { type: 'paint', cells: [0, 1], value: 1, stroke: 1 }
    const second: NearestEvent = { type: 'paint', cells: [4], value: 1, stroke: 1 }
    const start = repair({ ...initial, start: 0 })
    const painted = update(start, merge(first, second))
    expect(painted).toEqual(update(update(start, first), second))
    expect(painted.start).toBe(indexOf(drawn('##..#....')))
    expect(update(start, { ...first, index: 1 }).rows[1]?.slice(0, 2)).toEqual([1, 1])
  })
})
