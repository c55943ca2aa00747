import { either as E } from 'fp-ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initial, repair, type Document } from '../src/scenes/states/document.js'
import { cube, landscape } from '../src/scenes/states/layout.js'
import { listing, nameOf, signs, valuesOf } from '../src/scenes/states/names.js'
import { loopOf, observe } from '../src/scenes/states/observe.js'
import { parseOrder, parsePatterns, writePatterns } from '../src/scenes/states/parse.js'
import { presets } from '../src/scenes/states/presets.js'
import { merge, update, type StatesEvent } from '../src/scenes/states/update.js'
import { judge, tell, terms } from '../src/scenes/states/words.js'

const preset = (id: string): Document => presets.find((each) => each.id === id)?.state ?? initial

const at = (document: Document, place: number) => observe(update(document, { type: 'seek', at: place }))

const toEnd = (document: Document) => at(document, observe(document).end)

const named = (states: ReadonlyArray<number>): string => states.map((state) => nameOf(state, 4)).join('')

describe('the sixteen states of the lecture', () => {
  test('have its names, codes and energies', () => {
    const { energies } = observe(initial)
    const rows = listing(4).map((state) => [nameOf(state, 4), ...valuesOf(state, 4, 'bipolar'), energies[state]])
    expect(rows).toEqual([
      ['A', 1, 1, 1, 1, 0],
      ['B', 1, 1, 1, -1, -6],
      ['C', 1, 1, -1, -1, 0],
      ['D', 1, 1, -1, 1, 2],
      ['E', 1, -1, -1, 1, 0],
      ['F', 1, -1, -1, -1, 2],
      ['G', 1, -1, 1, -1, 0],
      ['H', 1, -1, 1, 1, 2],
      ['I', -1, -1, 1, 1, 0],
      ['J', -1, -1, 1, -1, 2],
      ['K', -1, -1, -1, -1, 0],
      ['L', -1, -1, -1, 1, -6],
      ['M', -1, 1, -1, 1, 0],
      ['N', -1, 1, -1, -1, 2],
      ['O', -1, 1, 1, -1, 0],
      ['P', -1, 1, 1, 1, 2],
    ])
  })

  test('B and L are the fixed points', () => {
    expect(named(observe(initial).fixedPoints)).toBe('LB')
  })

  test('J goes to G goes to B, with nets 1, 3, 3, −3 and energies 2, 0, −6', () => {
    const { moves, course } = observe(initial)
    expect(named([initial.start, ...moves.slice(0, 4).map(({ to }) => to)])).toBe('JGBBB')
    expect(moves.slice(0, 4).map(({ unit, nets }) => nets[unit ?? 0])).toEqual([1, 3, 3, -3])
    expect(course.slice(0, 3)).toEqual([2, 0, -6])
    expect(terms(observe(initial), 0, initial.start)).toBe('(1)(−1) + (1)(1) + (−1)(−1)')
    expect(judge(toEnd(initial))?.title).toBe('At rest in B')
  })

  test('asked in another order J goes elsewhere', () => {
    const other = update(initial, { type: 'change', settings: { order: [2, 1, 3, 0] } })
    expect(judge(toEnd(other))?.title).toBe('At rest in L')
  })

  test('at the same moment J and D take turns', () => {
    const seen = toEnd(preset('swing'))
    expect(named(seen.path)).toBe('JDJ')
    expect(seen.outcome).toMatchObject({ _tag: 'Cycle', period: 2 })
    expect(loopOf(seen)).toBe(0)
    expect(tell(seen)).toBe('It never rests. state J, E 2, 2 flips.')
  })

  test('a unit asked out of turn is asked next, and the order goes on from the beginning', () => {
    const asked = update(initial, { type: 'ask', unit: 1, before: [] })
    const seen = observe(asked)
    expect(seen.document.at).toBe(1)
    expect(named(seen.path)).toBe('JO')
    expect(seen.moves[1]?.unit).toBe(0)
  })
})

describe('broken hypotheses', () => {
  test('flipping at zero field wanders at constant energy', () => {
    const seen = toEnd(preset('ties'))
    expect(judge(seen)?.ending).not.toBe('rest')
    expect(new Set(seen.course)).toEqual(new Set([-1]))
    const settled = update(preset('ties'), { type: 'change', settings: { tie: 'keep' } })
    expect(judge(toEnd(settled))?.ending).toBe('rest')
  })

  test('two units with opposite weights chase each other', () => {
    expect(judge(toEnd(preset('asymmetric')))?.ending).toBe('oscillating')
    expect(observe(preset('asymmetric')).isSymmetric).toBe(false)
  })

  test('the five neurons have four fixed points, two more than the lecture says', () => {
    const { fixedPoints } = observe(preset('five'))
    expect(fixedPoints.map((state) => signs(state, 5))).toEqual(['−−−−−', '−+−−+', '+−++−', '+++++'])
  })
})

const spin = fc.constantFrom<-1 | 1>(-1, 1)

const patternRows = fc
  .integer({ min: 1, max: 6 })
  .chain((units) => fc.array(fc.array(spin, { minLength: units, maxLength: units }), { minLength: 1, maxLength: 4 }))

const event: fc.Arbitrary<StatesEvent> = fc.oneof(
  fc.nat(200).map((place): StatesEvent => ({ type: 'seek', at: place, stroke: 1 })),
  fc.nat(63).map((index): StatesEvent => ({ type: 'start', index })),
  fc
    .tuple(fc.nat(5), fc.array(fc.nat(5), { maxLength: 5 }))
    .map(([unit, before]): StatesEvent => ({ type: 'ask', unit, before })),
  patternRows.map((rows): StatesEvent => ({ type: 'patterns', rows })),
  fc
    .tuple(
      fc.constantFrom('ordered', 'shuffled', 'random', 'synchronous'),
      fc.constantFrom('keep', 'up', 'down', 'flip'),
    )
    .map(([schedule, tie]): StatesEvent => ({ type: 'change', settings: { schedule, tie }, stroke: 1 })),
  fc.integer({ min: 1, max: 6 }).chain((units) =>
    fc
      .array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: units, maxLength: units }), {
        minLength: units,
        maxLength: units,
      })
      .map((rows): StatesEvent => ({ type: 'weights', rows })),
  ),
)

describe('update', () => {
  test('every state that events lead to can be looked at, and is a document', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 10 }), (events) => {
        const end = events.reduce(update, initial)
        expect(repair(end)).toEqual(end)
        expect(observe(end).energies.length).toBe(2 ** observe(end).units)
      }),
      { numRuns: 100 },
    )
  })

  test('merge_eq_sequence: two events of one stroke do what their merger does', () => {
    fc.assert(
      fc.property(event, event, (first, second) => {
        if (first.type !== second.type || !('stroke' in first)) return
        expect(update(initial, merge(first, second))).toEqual(update(update(initial, first), second))
      }),
    )
  })

  test('another delay or place does not start the run anew', () => {
    const running = update(initial, { type: 'seek', at: 3 })
    expect(update(running, { type: 'change', settings: { layout: 'energy', delay: 0 } }).at).toBe(3)
    expect(update(running, { type: 'change', settings: { tie: 'up' } }).at).toBe(0)
  })
})

describe('layout', () => {
  const distances = (points: ReadonlyArray<readonly [number, number]>): ReadonlyArray<number> =>
    points.flatMap(([x, y], index) => points.slice(index + 1).map(([u, v]) => Math.hypot(x - u, y - v)))

  test.each([1, 2, 3, 4, 5, 6])('no two of the states of %i units stand on each other', (units) => {
    expect(Math.min(...distances(cube(units)))).toBeGreaterThan(0.05)
  })

  test('the higher the energy, the higher the place', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 16 }), (energies) => {
        const places = landscape(
          energies,
          energies.map(() => 0),
        )
        energies.forEach((energy, a) =>
          energies.forEach((other, b) => {
            if (energy > other) expect(places[a]?.[1]).toBeLessThan(places[b]?.[1] ?? 0)
          }),
        )
      }),
    )
  })
})

describe('what people type', () => {
  test.each(['+ + + −', '1 1 1 -1', '1, 1, 1, -1', '###.', '+++-', '1110'])(
    '%s is the pattern of the lecture',
    (text) => {
      expect(parsePatterns(6)(text)).toEqual(E.right([[1, 1, 1, -1]]))
    },
  )

  test('patterns_round_trip', () => {
    fc.assert(
      fc.property(patternRows, (rows) => {
        expect(parsePatterns(6)(writePatterns(rows))).toEqual(E.right(rows))
      }),
    )
  })

  test('what is wrong is told with its line', () => {
    expect(parsePatterns(6)('+ +\n+ + +')).toEqual(E.left('line 2 has 3 units, line 1 has 2'))
    expect(parsePatterns(6)('+ x')).toEqual(E.left('line 1: “x” is neither + nor −'))
    expect(E.isLeft(parsePatterns(6)('+++++++'))).toBe(true)
    expect(E.isLeft(parsePatterns(6)(' \n'))).toBe(true)
  })

  test('an order names every unit once', () => {
    expect(parseOrder('1 4 3 2', 4)).toEqual(E.right([0, 3, 2, 1]))
    expect(parseOrder('1432', 4)).toEqual(E.right([0, 3, 2, 1]))
    expect(E.isLeft(parseOrder('1 4 3', 4))).toBe(true)
    expect(E.isLeft(parseOrder('1 4 3 3', 4))).toBe(true)
    expect(E.isLeft(parseOrder('1 4 3 5', 4))).toBe(true)
  })
})
