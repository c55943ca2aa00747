import { arbitrary } from '@engram/spec/arbitrary'
import fc from 'fast-check'
import { compressToEncodedURIComponent } from 'lz-string'
import { describe, expect, test } from 'vitest'
import { fromHash, fromSearch, maxLength, sceneOf, toHash } from '../src/link.js'
import { documents } from './documents.js'

describe.each(documents)('links to $id', ({ id, schema, settle, repair }) => {
  test('link_round_trip: a state comes back from its link as it was', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary(schema).map(settle), async (state) => {
        const hash = await toHash(id, state)
        if (hash === undefined) return
        const route = await fromHash(hash)
        expect(route.scene).toBe(id)
        expect(repair(route.document)).toEqual(JSON.parse(JSON.stringify(state)))
      }),
    )
  })

  test('link_total: any address opens', async () => {
    const address = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `#/${id}/~1.${text}`),
      fc.anything().map((value) => `#/${id}/~1.${compressToEncodedURIComponent(JSON.stringify(value) ?? '')}`),
    )
    await fc.assert(
      fc.asyncProperty(address, async (hash) => {
        expect(repair((await fromHash(hash)).document)).toBeDefined()
      }),
    )
  })
})

describe('routes', () => {
  test('a preset by name, a scene alone, nothing at all', async () => {
    expect(await fromHash('#/recall/two-neurons')).toEqual({ scene: 'recall', preset: 'two-neurons' })
    expect(await fromHash('#/states')).toEqual({ scene: 'states' })
    expect(await fromHash('')).toEqual({ scene: '' })
    expect(sceneOf('#/recall/~1.x')).toBe('recall')
  })

  test('a link of another version is a link to the scene', async () => {
    expect(await fromHash('#/recall/~2.N4IgdghgtgpiBcIDGB7')).toEqual({ scene: 'recall' })
  })

  test('a state too long for a link has none', async () => {
    const noise = Array.from({ length: maxLength }, (_, index) => (index * index) % 7919)
    expect(await toHash('recall', noise)).toBeUndefined()
  })

  test('a teacher hides what exists and nothing else', () => {
    const { embed, hidden } = fromSearch('?embed=1&hide=hunt,claim,everything')
    expect(embed).toBe(true)
    expect([...hidden].toSorted()).toEqual(['claim', 'hunt'])
  })
})
