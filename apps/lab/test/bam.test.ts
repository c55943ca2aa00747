import { either as E } from 'fp-ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromText, toText } from '../src/scenes/bam/cells.js'
import { initial, pairsOf, repair, type Document } from '../src/scenes/bam/document.js'
import { exported } from '../src/scenes/bam/exported.js'
import { bam } from '../src/scenes/bam/index.js'
import { loopOf, observe } from '../src/scenes/bam/observe.js'
import { people, readNames, spell } from '../src/scenes/bam/people.js'
import { crowd, portrait } from '../src/scenes/bam/portraits.js'
import { presets } from '../src/scenes/bam/presets.js'
import { merge, update, type BamEvent } from '../src/scenes/bam/update.js'
import { caption, holding, judge, remark, sums, tell } from '../src/scenes/bam/words.js'

const preset = (id: string): Document => presets.find((each) => each.id === id)?.state ?? initial

const at = (document: Document, place: number) => observe(update(document, { type: 'seek', at: place }))

const toEnd = (document: Document) => at(document, observe(document).end)

const begin = (index: number, known: 'x' | 'y' | 'both'): Document => update(initial, { type: 'begin', index, known })

const A = [-1, 1, -1, 1, -1, 1, 1, 1, 1, 1, -1, 1, 1, -1, 1]
const C = [-1, 1, 1, 1, -1, -1, 1, -1, -1, 1, -1, -1, -1, 1, 1]

describe('the letters A and C of the lecture', () => {
  const { weights, stored, bound } = observe(initial)

  test('have its weights, and its lower bound', () => {
    expect(stored.map(({ x }) => x)).toEqual([A, C])
    expect(weights?.slice(0, 4)).toEqual([
      [0, -2],
      [0, 2],
      [2, 0],
      [0, 2],
    ])
    expect(bound).toBe(-30)
  })

  test.each([
    [0, [-14, 16], [-1, 1]],
    [1, [14, 16], [1, 1]],
  ])('letter %i receives its code', (index, sum, code) => {
    const { steps, energies } = observe(begin(index, 'x'))
    expect(steps[0]).toMatchObject({ layer: 'y', fields: { y: sum }, y: code })
    expect(energies).toEqual([0, -30, -30, -30, -30])
    expect(judge(toEnd(begin(index, 'x')))).toMatchObject({ ending: 'perfect', answer: String(index) })
  })

  test.each([
    [0, A],
    [1, C],
  ])('code %i receives its letter', (index, letter) => {
    const document = begin(index, 'y')
    expect(document.schedule).toBe('x-first')
    const { steps } = observe(document)
    expect(steps[0]).toMatchObject({ layer: 'x', x: letter, fields: { x: letter.map((spin) => 2 * spin) } })
    expect(judge(toEnd(document))?.title).toBe(`Recalled: ${index === 0 ? 'A' : 'C'}`)
  })

  test('both at the start stay as they are', () => {
    const seen = toEnd(begin(0, 'both'))
    expect(seen.steps.every(({ flips }) => flips === 0)).toBe(true)
    expect(seen.known).toBe('both')
    expect(tell(seen)).toBe('Recalled: A. X answers: x A, 0 cells changed, L −30.')
    expect(caption(seen)).toBe('half step 2 of 2 · X answers · L −30 · Recalled: A')
  })
})

describe('half a code (example 3.24)', () => {
  test('(0, 1) alone ends in an equilibrium that nobody stored', () => {
    const seen = toEnd(preset('spurious'))
    expect(seen.steps[0]?.fields.x).toEqual([-2, 2, 0, 2, -2, 0, 2, 0, 0, 2, -2, 0, 0, 0, 2])
    expect(seen.steps[1]).toMatchObject({ fields: { y: [0, 16] }, y: [0, 1] })
    expect(seen.now.x).toEqual([-1, 1, 0, 1, -1, 0, 1, 0, 0, 1, -1, 0, 0, 0, 1])
    expect(seen.now.energy).toBe(-16)
    expect(judge(seen)).toMatchObject({ ending: 'spurious', answer: 'other' })
    expect(judge(seen)?.detail).toContain('with 7 cells of x and 1 cell of y missing')
  })

  test('with the seven cells in which they differ it ends in A', () => {
    const { steps } = observe(preset('hint'))
    expect(steps.slice(0, 2).map(({ x }) => x)).toEqual([A, A])
    expect(steps[1]).toMatchObject({ fields: { y: [-14, 16] }, y: [-1, 1] })
    expect(steps).toHaveLength(4)
  })

  test('with three of them it ends in A after one more pass', () => {
    const { steps, energies } = observe(preset('less'))
    expect(steps[0]?.x).toEqual([-1, 1, -1, 1, -1, 1, 1, 1, 0, 1, -1, 0, 0, 0, 1])
    expect(steps[1]).toMatchObject({ fields: { y: [-6, 16] }, y: [-1, 1] })
    expect(steps[2]?.x).toEqual(A)
    expect(steps).toHaveLength(6)
    expect(energies.every((energy, k) => k === 0 || energy <= (energies[k - 1] ?? 0))).toBe(true)
    expect(judge(toEnd(preset('less')))?.title).toBe('Recalled: A')
  })

  test('in the order of the algorithm, Y first, the trace is another and the end the same', () => {
    const other = update(preset('less'), { type: 'change', settings: { schedule: 'y-first' } })
    const { steps } = observe(other)
    expect(steps[0]).toMatchObject({ layer: 'y', fields: { y: [-6, 0] }, y: [-1, 1] })
    expect(steps[1]?.x).toEqual(A)
    expect(judge(toEnd(other))?.title).toBe('Recalled: A')
  })
})

test('the negative of a letter calls up the complement of its pair, at the same L', () => {
  const seen = toEnd(preset('complement'))
  expect(seen.now.y).toEqual([1, -1])
  expect(seen.now.energy).toBe(-30)
  expect(judge(seen)).toMatchObject({ ending: 'reversed', title: 'The complement of A' })
  expect(holding(seen, 'y')).toBe('the complement of A')
})

describe('names and faces', () => {
  test.each([0, 1, 2, 3])('name %i calls up its face, the face its name', (index) => {
    const document = preset('name')
    for (const known of ['x', 'y'] as const) {
      const seen = toEnd(update(document, { type: 'begin', index, known }))
      expect(judge(seen)).toMatchObject({ ending: 'perfect', answer: String(index) })
      expect(seen.read).toBe(people[index]?.name)
    }
  })

  test('half of a face is enough', () => {
    const seen = toEnd(preset('face'))
    expect(seen.start.x.filter((value) => value === 0)).toHaveLength(128)
    expect(seen.read).toBe('MAX')
    expect(judge(seen)?.title).toBe('Recalled: MAX')
    expect(tell(at(preset('face'), 1))).toMatch(/^Y answers: y reads /)
  })

  test('their pictures are those that the package draws', () => {
    expect(people).toEqual([
      portrait('ADA', {
        hair: 'curls',
        brows: 'stern',
        eyes: 'aside',
        glasses: 'round',
        nose: 'small',
        beard: 'none',
        mouth: 'smile',
      }),
      portrait('OTTO', {
        hair: 'long',
        brows: 'stern',
        eyes: 'dots',
        glasses: 'none',
        nose: 'broad',
        beard: 'full',
        mouth: 'frown',
      }),
      portrait('KURT', {
        hair: 'none',
        brows: 'none',
        eyes: 'dots',
        glasses: 'none',
        nose: 'broad',
        beard: 'moustache',
        mouth: 'flat',
      }),
      portrait('MAX', {
        hair: 'cap',
        brows: 'straight',
        eyes: 'wide',
        glasses: 'square',
        nose: 'broad',
        beard: 'full',
        mouth: 'frown',
      }),
    ])
  })

  test('people who look alike stand in each other’s way', () => {
    const alike = crowd(['ROSA', 'LISE', 'EMMY', 'HEDY'], 1)
    const met = update(preset('name'), { type: 'store', pairs: alike, aim: 0, seed: 1 })
    expect(judge(toEnd(update(met, { type: 'begin', index: 0, known: 'y' })))?.ending).not.toBe('perfect')
  })

  test('names are read from a text, and refused with their reason', () => {
    expect(readNames('Ada, max ')).toEqual(E.right(['ADA', 'MAX']))
    expect(readNames('Grace')).toEqual(E.left('GRACE: up to 4 letters from A to Z'))
    expect(E.isLeft(readNames(' '))).toBe(true)
    expect(E.isLeft(readNames('A B C D E F G H I'))).toBe(true)
    expect(E.map((text: string) => text.length)(spell('Ada'))).toEqual(E.right(64))
  })

  test('other lots draw other faces', () => {
    expect(crowd(['ADA'], 1)).toEqual(crowd(['ADA'], 1))
    expect(crowd(['ADA'], 1)).not.toEqual(crowd(['ADA'], 2))
  })
})

describe('broken hypotheses', () => {
  test('W = (−1) swings where both layers answer at once, and rests where they take turns', () => {
    const seen = toEnd(preset('swing'))
    expect(seen.outcome).toMatchObject({ _tag: 'Cycle', period: 2 })
    expect(seen.steps.map(({ x, y }) => [x, y])).toEqual([
      [[-1], [-1]],
      [[1], [1]],
    ])
    expect(loopOf(seen)).toBe(0)
    expect(judge(seen)).toMatchObject({ ending: 'oscillating', title: 'They swing between two pairs' })
    const turns = update(preset('swing'), { type: 'change', settings: { schedule: 'y-first' } })
    expect(judge(toEnd(turns))?.ending).toBe('rest')
    expect(observe(turns).energies.slice(0, 2)).toEqual([1, -1])
  })

  test('with other weights back the code of A calls up C, and that of C calls up A', () => {
    const seen = observe(preset('turned'))
    expect(seen.steps.slice(0, 4).map((step) => remark(seen, step))).toEqual([
      '2 cells, y: A',
      '7 cells, x: C',
      '1 cell, y: C',
      '7 cells, x: A',
    ])
    expect(judge(toEnd(preset('turned')))?.ending).toBe('oscillating')
  })

  test.each(presets.map(({ id }) => id))('hypotheses are kept, dropped and kept again from %s', (id) => {
    for (const { id: name, isKept, set } of bam.hypotheses)
      [true, false, true].reduce((document, kept) => {
        const next = update(document, set(kept, observe(document)))
        expect(isKept(observe(next)), name).toBe(kept)
        return next
      }, preset(id))
  })
})

const text = (count: number) =>
  fc
    .array(fc.constantFrom('#', '.', '?'), { minLength: count, maxLength: count })
    .map((characters) => characters.join(''))

const weight = fc.integer({ min: -8, max: 8 }).map((k) => k / 4)

const list = <T>(item: fc.Arbitrary<T>, length: number) => fc.array(item, { minLength: length, maxLength: length })

test('in turns and with one W, L never rises and never goes below its bound, whatever W is', () => {
  const document = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([n, m]) =>
      fc.record({
        memory: fc.record({
          _tag: fc.constant('Weights'),
          rows: list(list(weight, m), n),
          back: fc.constant(null),
          thresholds: fc.record({ x: list(weight, n), y: list(weight, m) }),
        }),
        encoding: fc.constantFrom('bipolar', 'binary'),
        start: fc.record({ x: text(n), y: text(m) }),
        schedule: fc.constantFrom('x-first', 'y-first'),
        tie: fc.constantFrom('keep', 'up', 'down', 'zero'),
      }),
    )
    .map((given) => repair({ ...initial, ...given }))
  fc.assert(
    fc.property(document, (given) => {
      const seen = observe(given)
      expect(seen.allRises).toEqual([])
      expect(seen.energies.every((energy) => energy >= seen.bound)).toBe(true)
      expect(seen.outcome._tag).toBe('FixedPoint')
    }),
  )
})

describe('update', () => {
  const event: fc.Arbitrary<BamEvent> = fc.oneof(
    fc.nat(20).map((place): BamEvent => ({ type: 'seek', at: place, stroke: 1 })),
    fc
      .record({
        schedule: fc.constantFrom<Document['schedule']>('x-first', 'y-first', 'together'),
        tie: fc.constantFrom<Document['tie']>('keep', 'up', 'down', 'zero', 'flip'),
        encoding: fc.constantFrom<Document['encoding']>('bipolar', 'binary'),
      })
      .map((settings): BamEvent => ({ type: 'change', settings, stroke: 1 })),
    fc
      .record({ index: fc.nat(3), known: fc.constantFrom<'x' | 'y' | 'both'>('x', 'y', 'both') })
      .map((begun): BamEvent => ({ type: 'begin', ...begun })),
    fc
      .record({ cells: fc.array(fc.nat(14), { maxLength: 4 }), value: fc.constantFrom<-1 | 0 | 1>(-1, 0, 1) })
      .map((stroke): BamEvent => ({ type: 'paint', layer: 'x', from: initial.start, stroke: 1, ...stroke })),
    fc.boolean().map((kept): BamEvent => ({ type: 'back', kept })),
    fc
      .record({ width: fc.integer({ min: 1, max: 6 }), height: fc.integer({ min: 1, max: 6 }) })
      .map((shape): BamEvent => ({ type: 'shape', layer: 'y', shape })),
    list(list(weight, 3), 2).map((rows): BamEvent => ({
      type: 'memory',
      memory: { _tag: 'Weights', rows, back: null, thresholds: { x: [], y: [] } },
    })),
    fc.constant<BamEvent>({ type: 'store', pairs: [...pairsOf(initial), { name: 'a,b', x: '#', y: '' }], aim: 2 }),
  )

  test('every state that events lead to can be looked at, and is a document', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), (events) => {
        const end = events.reduce(update, initial)
        expect(repair(end)).toEqual(end)
        expect(observe(end).energies).toHaveLength(observe(end).end + 1)
      }),
      { numRuns: 80 },
    )
  })

  test('merge_eq_sequence: a stroke of two parts does what its merger does', () => {
    fc.assert(
      fc.property(event, event, (first, second) => {
        if (first.type !== second.type || !('stroke' in first)) return
        const [once, then] =
          first.type === 'paint' && second.type === 'paint'
            ? [first, { ...second, value: first.value, from: update(initial, first).start }]
            : [first, second]
        expect(update(initial, merge(once, then))).toEqual(update(update(initial, once), then))
      }),
    )
  })

  test('another pace does not start the run anew, another order does', () => {
    const running = update(initial, { type: 'seek', at: 3 })
    expect(update(running, { type: 'change', settings: { delay: 0 } }).at).toBe(3)
    expect(update(running, { type: 'change', settings: { schedule: 'x-first' } }).at).toBe(0)
  })

  test('what is drawn begins where the run stood', () => {
    const seen = at(initial, 1)
    const drawn = update(seen.document, {
      type: 'paint',
      layer: 'x',
      from: { x: toText(seen.now.cells.x), y: toText(seen.now.cells.y) },
      cells: [0],
      value: 0,
    })
    expect(drawn).toMatchObject({ at: 0, start: { x: `?${initial.start.x.slice(1)}`, y: '.#' } })
  })
})

test('text_round_trip: cells come back from their text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(-1, 0, 1)), (cells) => {
      expect(fromText(toText(cells), cells.length)).toEqual(cells)
    }),
  )
})

test('many sums are told in short', () => {
  expect(sums([2, -1])).toBe('(2, −1)')
  expect(sums(Array.from({ length: 20 }, (_, k) => k - 3))).toBe('from −3 to 16, 1 of them 0')
})

test('the export has both layers, every half step and the whole state', () => {
  const { svg, csv, json } = exported(toEnd(preset('less')))
  expect(svg).toContain('never below −30')
  expect(csv.split('\n')).toHaveLength(8)
  expect(csv).toContain('2,y,1,-22,.#.#.###?#.???#,.#,,A')
  expect(repair((json as { readonly state: unknown }).state)).toEqual(toEnd(preset('less')).document)
})
