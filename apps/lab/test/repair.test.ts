import { Guard, Schema } from '@engram/spec'
import { arbitrary } from '@engram/spec/arbitrary'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repair } from '../src/repair.js'
import { documents } from './documents.js'

/** A document in which parts have been replaced by anything at all. */
const damaged = (document: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(document, fc.array(fc.tuple(fc.nat(200), fc.anything({ maxDepth: 1 })), { maxLength: 4 }))
    .map(([tree, replacements]) => {
      const places = new Map(replacements)
      let visited = 0
      const walk = (part: unknown): unknown => {
        visited += 1
        if (places.has(visited)) return places.get(visited)
        if (Array.isArray(part)) return part.map(walk)
        return typeof part === 'object' && part !== null
          ? Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value)]))
          : part
      }
      return walk(tree)
    })

describe('repair', () => {
  test.each(documents)('repair_is_document: anything becomes a document of $id', ({ schema, initial }) => {
    const is = Guard.is(schema)
    const anything = fc.oneof(fc.anything(), damaged(arbitrary(schema)))
    fc.assert(
      fc.property(anything, (tree) => {
        expect(is(repair(schema, initial)(tree))).toBe(true)
      }),
    )
  })

  test.each(documents)('repair_document: a document of $id is left as it is', ({ schema, initial }) => {
    fc.assert(
      fc.property(arbitrary(schema), (document) => {
        expect(repair(schema, initial)(document)).toEqual(document)
      }),
    )
  })

  test('numbers out of range are clamped, what is no number falls back', () => {
    const size = Schema.make((S) =>
      S.struct({ width: S.int({ min: 1, max: 100 }), height: S.int({ min: 1, max: 100 }) }),
    )
    const fallback = { width: 10, height: 10 }
    expect(repair(size, fallback)({ width: 1e9, height: -3 })).toEqual({ width: 100, height: 1 })
    expect(repair(size, fallback)({ width: '12', height: NaN })).toEqual(fallback)
    expect(repair(size, fallback)({ width: 12.4, evil: true })).toEqual({ width: 12, height: 10 })
    expect(repair(size, fallback)(JSON.parse('{"__proto__": {"width": 3}}'))).toEqual(fallback)
  })
})

test.each(documents)('hostile documents of $id can be looked at', ({ schema, repair: settled, observe }) => {
  fc.assert(
    fc.property(damaged(arbitrary(schema)), (tree) => {
      const { document, end } = observe(settled(tree))
      expect(document.at).toBeLessThanOrEqual(end)
    }),
    { numRuns: 60 },
  )
})
