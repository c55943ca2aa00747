import { arbitrary } from '@engram/spec/arbitrary'
import fc from 'fast-check'
import { compressToEncodedURIComponent } from 'lz-string'
import { describe, expect, test } from 'vitest'
import { fromHash, fromSearch, maxLength, toHash } from '../src/link.js'
import * as Recall from '../src/scenes/recall/document.js'
import * as States from '../src/scenes/states/document.js'

const scenes = [
  { id: 'recall', settled: arbitrary(Recall.schema).map(Recall.settle), repair: Recall.repair },
  { id: 'states', settled: arbitrary(States.schema).map(States.settle), repair: States.repair },
] as const

describe.each(scenes)('links to $id', ({ id, settled, repair }) => {
  test('link_round_trip: a state comes back from its link as it was', () => {
    fc.assert(
      fc.property(settled as fc.Arbitrary<unknown>, (state) => {
        const hash = toHash(id, state)
        if (hash === undefined) return
        const route = fromHash(hash)
        expect(route.scene).toBe(id)
        expect(repair(route.document)).toEqual(JSON.parse(JSON.stringify(state)))
      }),
    )
  })

  test('link_total: any address opens', () => {
    const address = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `#/${id}/~1.${text}`),
      fc.anything().map((value) => `#/${id}/~1.${compressToEncodedURIComponent(JSON.stringify(value) ?? '')}`),
    )
    fc.assert(
      fc.property(address, (hash) => {
        expect(repair(fromHash(hash).document)).toBeDefined()
      }),
    )
  })
})

describe('routes', () => {
  test('a preset by name, a scene alone, nothing at all', () => {
    expect(fromHash('#/recall/two-neurons')).toEqual({ scene: 'recall', preset: 'two-neurons' })
    expect(fromHash('#/states')).toEqual({ scene: 'states' })
    expect(fromHash('')).toEqual({ scene: '' })
  })

  test('a link of another version is a link to the scene', () => {
    expect(fromHash('#/recall/~2.N4IgdghgtgpiBcIDGB7')).toEqual({ scene: 'recall' })
  })

  test('a state too long for a link has none', () => {
    const noise = Array.from({ length: maxLength }, (_, index) => (index * index) % 7919)
    expect(toHash('recall', noise)).toBeUndefined()
  })

  test('a teacher hides what exists and nothing else', () => {
    const { embed, hidden } = fromSearch('?embed=1&hide=hunt,claim,everything')
    expect(embed).toBe(true)
    expect([...hidden].toSorted()).toEqual(['claim', 'hunt'])
  })
})
