import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { later, type Answer } from '../src/answer.js'
import { fromText, paint, resample, toText, type Spins } from '../src/scenes/recall/bits.js'
import { follow, open } from '../src/scenes/recall/course.js'
import { initial, type Document, type Item } from '../src/scenes/recall/document.js'
import { alphabet, drawLetter } from '../src/scenes/recall/letters.js'
import { ahead, back, loopOf, observe, observeWith } from '../src/scenes/recall/observe.js'
import { otsu, toSpins } from '../src/scenes/recall/photograph.js'
import { presets } from '../src/scenes/recall/presets.js'
import { merge, update, type RecallEvent } from '../src/scenes/recall/update.js'
import { energyNow, judge, tell } from '../src/scenes/recall/words.js'

const preset = (id: string): Document => presets.find((each) => each.id === id)?.state ?? initial

const followed = (document: Document) => {
  const run = observe(document).follow().known?.run
  return observe(update(document, { type: 'seek', at: run?.trace.units.length ?? 0 }))
}

const play = (document: Document, events: ReadonlyArray<RecallEvent>): Document => events.reduce(update, document)

describe('worked examples', () => {
  test('a letter with a quarter of its cells wrong is recalled perfectly', () => {
    const start = observe(initial)
    expect(start.cueErrors).toBe(25)
    expect(start.energies[0]).toBe(-1600)
    const seen = followed(initial)
    expect(seen.verdict).toEqual({ _tag: 'Stored', index: 0 })
    expect(seen.errors).toBe(0)
    expect(seen.flips).toBe(25)
    expect(seen.energies[seen.end]).toBe(-5490)
    expect(tell(seen)).toBe('Perfect recall. sweep 2, E −5490, 25 flips.')
  })

  test.each([
    ['half-hidden', 'perfect'],
    ['negative', 'reversed'],
    ['mixture', 'mixture'],
    ['too-many', 'spurious'],
    ['two-neurons', 'oscillating'],
  ])('%s ends %s', (id, ending) => {
    expect(judge(followed(preset(id)))?.ending).toBe(ending)
  })

  test('two neurons updated at once swap for ever, and the energy does not fall', () => {
    const seen = followed(preset('two-neurons'))
    const cycle = seen.run?.outcome
    expect(cycle?._tag === 'Cycle' ? cycle.states.map(({ data }) => [...data]) : []).toEqual([
      [1, -1],
      [-1, 1],
    ])
    expect(Array.from(seen.energies)).toEqual([1, 1, 1, 1, 1])
    expect(loopOf(seen)).toBe(0)
  })

  test('asked one at a time they come to rest', () => {
    const repaired = update(preset('two-neurons'), { type: 'change', settings: { schedule: 'ordered' } })
    expect(judge(followed(repaired))?.ending).toMatch(/perfect|reversed/)
  })

  test('a hundred by a hundred cells are recalled without weights', () => {
    const seen = followed(preset('large'))
    expect(seen.cueErrors).toBe(3000)
    expect(judge(seen)?.ending).toBe('perfect')
  })
})

describe('answers that come later', () => {
  const large = preset('large')

  test('the pictures do not wait for them, and nothing is made up', () => {
    const waiting = { known: undefined, coming: Promise.resolve() }
    const seen = observeWith({ open: () => waiting, follow: () => waiting })({ ...large, at: 300, reach: 400 })
    expect(seen.coming).toBeDefined()
    expect(seen.cueErrors).toBe(3000)
    expect(seen.current).toBe(seen.cue)
    expect([seen.energies.length, seen.overlaps.length, seen.end, seen.document.at]).toEqual([0, 0, 0, 0])
    expect([seen.verdict, judge(seen), energyNow(seen)]).toEqual([undefined, undefined, '…'])
    expect(ahead(seen)(3)).toBe(0)
    expect(back(seen)).toBe(0)
  })

  test('they are the same when they have come', async () => {
    const soon = <A>(answer: A): Answer<A> => later(Promise.resolve(answer))
    const opened = soon(open(initial))
    const course = soon(follow(initial, initial))
    const look = observeWith({ open: () => opened, follow: () => course })
    const document = { ...initial, at: 40, reach: 60 }
    await look(document).coming
    const { follow: _here, ...here } = observe(document)
    expect(look(document)).toMatchObject(here)
  })
})

describe('moving in a run', () => {
  test('flips, updates and sweeps forwards end where backwards begins', () => {
    for (const stride of ['unit', 'flip', 'sweep'] as const) {
      const document = update(initial, { type: 'change', settings: { stride } })
      const at = ahead(observe(document))(3)
      const there = observe(update(document, { type: 'seek', at }))
      const before = back(there)
      const again = ahead(observe(update(document, { type: 'seek', at: before, reach: at })))(1)
      expect(again).toBe(at)
    }
  })

  test('as many strides at once as one after another', () => {
    fc.assert(
      fc.property(fc.constantFrom('unit', 'flip', 'sweep'), fc.nat(30), (stride, strides) => {
        const document = update(initial, { type: 'change', settings: { stride } })
        const singly = Array.from({ length: strides }).reduce<Document>(
          (now) => update(now, { type: 'seek', at: ahead(observe(now))(1) }),
          document,
        )
        expect(ahead(observe(document))(strides)).toBe(singly.at)
      }),
    )
  })
})

const item: fc.Arbitrary<Item> = fc.oneof(
  fc.constantFrom(...alphabet).map((letter): Item => ({ _tag: 'Letter', letter })),
  fc.nat().map((seed): Item => ({ _tag: 'Random', seed })),
)

const side = fc.integer({ min: 1, max: 12 })

/** Events as they come from the page: those of a brush know the picture under it. */
const event: fc.Arbitrary<(document: Document) => RecallEvent> = fc.oneof(
  fc.nat(300).map((at) => () => ({ type: 'seek', at, stroke: 1 }) as const),
  fc
    .record({ width: side, height: side }, { noNullPrototype: true })
    .map((settings) => () => ({ type: 'change', settings, stroke: 1 }) as const),
  fc
    .constantFrom('shuffled', 'ordered', 'random', 'synchronous')
    .map((schedule) => () => ({ type: 'change', settings: { schedule }, stroke: 1 }) as const),
  fc.integer({ min: 0, max: 100 }).map((percent) => () => ({ type: 'corrupt', percent, stroke: 1 }) as const),
  fc.array(item, { minLength: 1, maxLength: 4 }).map((items) => () => ({ type: 'store', items }) as const),
  fc.array(item, { maxLength: 3 }).map((items) => () => ({ type: 'add', items }) as const),
  fc.nat(5).map((index) => () => ({ type: 'remove', index }) as const),
  fc.tuple(fc.array(fc.nat(150), { maxLength: 5 }), fc.constantFrom(-1, 1)).map(
    ([cells, value]) =>
      (document: Document) =>
        ({ type: 'paintCue', cells, value, from: toText(observe(document).cue.data), stroke: 1 }) as const,
  ),
  fc
    .tuple(fc.array(fc.nat(150), { maxLength: 5 }), fc.constantFrom(-1, 1))
    .map(([cells, value]) => (document: Document) => {
      const { stored } = observe(document)
      const from = toText(stored[document.target]?.pattern().data ?? [])
      return { type: 'paint', index: document.target, cells, value, from, stroke: 1 } as const
    }),
)

describe('update', () => {
  test('every state that events lead to can be looked at', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        const end = events.reduce((document, next) => update(document, next(document)), initial)
        const seen = observe(end)
        expect(seen.cue.length).toBe(end.width * end.height)
        expect(seen.target).toBeDefined()
      }),
      { numRuns: 60 },
    )
  })

  test('merge_eq_sequence: two events of one stroke do what their merger does', () => {
    fc.assert(
      fc.property(event, event, (first, second) => {
        const a = first(initial)
        const middle = update(initial, a)
        const b = second(middle)
        const ofOneBrush = 'value' in a && 'value' in b ? a.value === b.value : true
        if (a.type !== b.type || !('stroke' in a) || !ofOneBrush) return
        expect(update(initial, merge(a, b))).toEqual(update(middle, b))
      }),
    )
  })

  test('a brush over two cells in one stroke', () => {
    const from = toText(observe(initial).cue.data)
    const first: RecallEvent = { type: 'paintCue', cells: [0], value: -1, from, stroke: 7 }
    const middle = update(initial, first)
    const second: RecallEvent = {
      type: 'paintCue',
      cells: [1],
      value: -1,
      from: toText(observe(middle).cue.data),
      stroke: 7,
    }
    expect(update(initial, merge(first, second))).toEqual(update(middle, second))
    expect(observe(middle).cueErrors).toBe(24)
  })

  test('another setting starts anew; another pace does not', () => {
    const running = play(initial, [{ type: 'seek', at: 40 }])
    expect(update(running, { type: 'change', settings: { tie: 'up' } }).at).toBe(0)
    expect(update(running, { type: 'change', settings: { delay: 5 } }).at).toBe(40)
  })

  test('a drawing keeps its shape when the grid grows', () => {
    const from = toText(drawLetter('T', 10, 10))
    const drawn = update(initial, { type: 'paint', index: 0, cells: [], value: 1, from })
    const grown = observe(update(drawn, { type: 'change', settings: { width: 20, height: 20 } }))
    expect([...(grown.target?.pattern().data ?? [])]).toEqual([
      ...resample(drawLetter('T', 10, 10), { width: 10, height: 10 }, { width: 20, height: 20 }),
    ])
  })
})

describe('pictures', () => {
  const picture = fc.array(fc.constantFrom<-1 | 1>(-1, 1), { minLength: 1, maxLength: 200 })

  test('bits_round_trip', () => {
    fc.assert(
      fc.property(picture, (cells: Spins) => {
        expect(fromText(toText(cells), cells.length)).toEqual(cells)
      }),
    )
  })

  test('painting changes the cells that it covers and no other', () => {
    expect(paint([-1, -1, 1], [0, 2], 1)).toEqual([1, -1, 1])
  })

  test('every letter has a stroke and a ground at every size from 5', () => {
    for (const letter of alphabet)
      for (const size of [5, 8, 10, 16]) {
        const share = drawLetter(letter, size, size).filter((cell) => cell === 1).length / size ** 2
        expect(share, `${letter} at ${size}`).toBeGreaterThan(0.15)
        expect(share, `${letter} at ${size}`).toBeLessThan(0.9)
      }
  })

  test('letters differ from each other', () => {
    expect(new Set(alphabet.map((letter) => toText(drawLetter(letter, 10, 10)))).size).toBe(alphabet.length)
  })

  test('T stands on a bar and a stem', () => {
    expect(toText(drawLetter('T', 5, 5))).toBe(
      toText([1, 1, 1, 1, 1, ...Array.from({ length: 4 }, () => [-1, -1, 1, -1, -1]).flat()]),
    )
  })

  test('the threshold lies between two heaps of greys', () => {
    const greys = [10, 12, 14, 11, 200, 210]
    expect(otsu(greys)).toBeGreaterThanOrEqual(14)
    expect(otsu(greys)).toBeLessThan(200)
    expect(toSpins([10, 200, 210, 205, 199])).toEqual([1, -1, -1, -1, -1])
    expect(toSpins([250, 20, 21, 22, 25])).toEqual([1, -1, -1, -1, -1])
  })
})
