import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initial, repair, type Document } from '../src/scenes/modern/document.js'
import { modern } from '../src/scenes/modern/index.js'
import { observe } from '../src/scenes/modern/observe.js'
import { presets } from '../src/scenes/modern/presets.js'
import { merge, update, type ModernEvent } from '../src/scenes/modern/update.js'
import { judge, tell } from '../src/scenes/modern/words.js'

const preset = (id: string): Document => presets.find((each) => each.id === id)?.state ?? initial

const toEnd = (document: Document) => observe(update(document, { type: 'seek', at: observe(document).end }))

describe('half of a picture', () => {
  test('the modern memory retrieves an owl among 24 in one update; the classical and the cubic one do not', () => {
    const seen = toEnd(initial)
    expect(seen.verdict).toMatchObject({ _tag: 'Single', index: 16 })
    expect(seen.afterOne).toBeLessThan(0.001)
    expect(judge(seen)).toMatchObject({ ending: 'perfect', answer: 'one' })
    expect(seen.classical?.verdict._tag).toBe('Spurious')
    expect(seen.dense?.verdict._tag).toBe('Spurious')
    expect(tell(seen)).toMatch(/^Retrieved in one update\./)
  })

  test('every memory recalls one picture alone', () => {
    const seen = toEnd(preset('one'))
    expect([seen.classical?.wrong, seen.dense?.wrong]).toEqual([0, 0])
    expect(seen.distance).toBe(0)
  })

  test('the exponential memory ends in a stored picture, to which paper in place of what is covered is nearer', () => {
    const { dense } = toEnd(preset('exponential'))
    expect(dense?.verdict._tag).toBe('Stored')
    expect(dense?.wrong).toBe(270)
    expect(toEnd(repair({ ...initial, degree: 0, cover: 'top' })).dense?.verdict._tag).toBe('Stored')
  })

  test('a square does what the classical memory does, up to the diagonal', () => {
    const { classical, dense } = toEnd(repair({ ...initial, degree: 2 }))
    expect(dense?.now).toEqual(classical?.now)
  })
})

describe('β', () => {
  test('too small it mixes, and one update is not enough', () => {
    const seen = toEnd(preset('mixed'))
    expect(seen.verdict._tag).toBe('Metastable')
    expect(seen.isSeparated).toBe(false)
    expect(judge(seen)).toMatchObject({ ending: 'mixture', answer: 'mixed' })
  })

  test('decides where it ends: a mixture at 0.25 and 0.5, the owl from 2 on', () => {
    const ends = observe(initial).strip.map(({ beta, verdict }) => [beta, verdict._tag])
    expect(ends.slice(0, 2)).toEqual([
      [0.25, 'Metastable'],
      [0.5, 'Metastable'],
    ])
    expect(ends.slice(3).map(([, tag]) => tag)).toEqual(['Single', 'Single', 'Single'])
  })

  test('the energy never rises, and the state stays among the pictures', () => {
    for (const beta of [0, 0.25, 1, 8]) {
      const { energies, states } = observe(repair({ ...initial, beta }))
      energies.forEach((energy, k) => expect(energy).toBeLessThanOrEqual((energies[k - 1] ?? Infinity) + 1e-9))
      expect(Math.max(...states.slice(1).flat().map(Math.abs))).toBeLessThanOrEqual(1 + 1e-12)
    }
  })
})

test('the hypothesis is kept, dropped and kept again', () => {
  for (const start of [initial, preset('one'), preset('six')])
    for (const { isKept, set } of modern.hypotheses)
      [true, false, true].reduce((document, kept) => {
        const next = update(document, set(kept, observe(document)))
        expect(isKept(observe(next))).toBe(kept)
        return next
      }, start)
})

test('every state that events lead to is a document, and two events of one stroke do what their merger does', () => {
  const event: fc.Arbitrary<ModernEvent> = fc.oneof(
    fc.nat(10).map((at): ModernEvent => ({ type: 'seek', at, stroke: 1 })),
    fc
      .record({ share: fc.nat(100), target: fc.nat(23), degree: fc.constantFrom(0, 2, 3) })
      .map((settings): ModernEvent => ({ type: 'change', settings, stroke: 1 })),
    fc
      .constantFrom<1 | 6 | 24>(1, 6, 24)
      .map((count): ModernEvent => ({ type: 'change', settings: { source: { _tag: 'Pictures', count } }, stroke: 1 })),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 6 }), event, event, (events, first, second) => {
      const end = events.reduce(update, initial)
      expect(repair(end)).toEqual(end)
      if (first.type !== second.type || first.type === 'change') return
      expect(update(end, merge(first, second))).toEqual(update(update(end, first), second))
    }),
  )
})
