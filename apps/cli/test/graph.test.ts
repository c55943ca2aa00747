import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Network, TransitionGraph } from '@engram/hopfield'
import type { Model } from '@engram/hopfield/spec'
import { Matrix } from '@engram/linalg'
import { describe, expect, test } from 'vitest'
import { drawing } from '../src/graph/Drawing.js'
import { make, type Landscape } from '../src/graph/Landscape.js'
import { machine, plain, right } from './support.js'

const example = (name: string): string => readFileSync(new URL(`../examples/${name}`, import.meta.url), 'utf8')

const document = (over: object): string =>
  JSON.stringify({
    kind: 'hopfield',
    version: 1,
    encoding: 'bipolar',
    tie: 'keep',
    couplings: { kind: 'hebbian', diagonal: 'zero' },
    patterns: [[1, 1, 1, -1]],
    seed: 1,
    ...over,
  })

const files = {
  'net.json': example('net.json'),
  'asymmetric.json': example('asymmetric.json'),
  'lecture.json': document({ title: 'S = (1, 1, 1, −1) & <its> ghost' }),
  'flip.json': document({
    tie: 'flip',
    couplings: {
      kind: 'weights',
      weights: [
        [0, 0],
        [0, 0],
      ],
    },
    patterns: [],
  }),
  'untitled.json': document({ encoding: 'binary', patterns: [[1, 1, 0, 0, 0, 0, 0]] }),
  'large.json': document({ patterns: [Array.from({ length: 17 }, () => 1)] }),
}

const { engram } = machine(files)

const landscape = (weights: ReadonlyArray<ReadonlyArray<number>>): Landscape => {
  const network = F.pipe(Matrix.fromRows(weights), E.chainW(Network.fromWeights({ encoding: 'bipolar' })), right)
  const model: Model.Model = {
    network,
    patterns: [],
    seed: 1,
    schedule: { kind: 'shuffled' },
    expect: { fixedPoints: [], energies: [], recalls: [] },
  }
  return make(model)(right(TransitionGraph.make()(network)))
}

/** Tags that are opened and not closed again, and what is closed without having been opened. */
const unbalanced = (svg: string): ReadonlyArray<string> =>
  [...svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/gi)].reduce<ReadonlyArray<string>>(
    (open, [, closing = '', name = '', empty]) => {
      if (empty === '/') return open
      return closing === '/' && open.at(-1) === name ? open.slice(0, -1) : [...open, `${closing}${name}`]
    },
    [],
  )

/** What keeps a text from being a picture that needs nothing else, is told to those who cannot see it, and is of a size to be sent. */
const faults = (svg: string): ReadonlyArray<string> => [
  ...(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" [^>]*role="img"/.test(svg) ? [] : ['no SVG']),
  ...(/<title id="engram-title">[^<]+<\/title><desc id="engram-description">[^<]+<\/desc>/.test(svg)
    ? []
    : ['no title']),
  ...(svg.includes('@media(prefers-color-scheme:dark)') ? [] : ['no dark']),
  ...(svg.match(/NaN|undefined|Infinity|href|@import|url\((?!#)|&(?!amp;|lt;|gt;|quot;)|>[^<]*>/) ?? []),
  ...unbalanced(svg),
  ...(svg.length <= 2_000_000 ? [] : [`${svg.length} characters`]),
]

describe('walks', () => {
  const weights = fc.integer({ min: 1, max: 5 }).chain((n) =>
    fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    }),
  )

  test('all end somewhere, at least those that can only end there, at most those that can', () => {
    fc.assert(
      fc.property(weights, (rows) => {
        const { ends, graph, wells } = landscape(rows)
        const states = graph.energies.length
        const basins = wells.map((well) => new Set(TransitionGraph.basin(graph)(well.states)))
        expect(wells.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6)
        wells.forEach(({ certain, share }, k) => {
          const own = [...(basins[k] ?? [])].filter((s) => basins.every((basin, j) => j === k || !basin.has(s)))
          expect(own.toSorted((a, b) => a - b)).toEqual([...ends.keys()].filter((s) => ends[s] === k))
          expect(certain).toBe(own.length)
          expect(share).toBeGreaterThan(certain / states - 1e-6)
          expect(share).toBeLessThan((basins[k]?.size ?? 0) / states + 1e-6)
        })
      }),
    )
  })

  test('leave each state as often as they come to it', () => {
    fc.assert(
      fc.property(weights, (rows) => {
        const { flow, graph, wells } = landscape(rows)
        const { energies, size, successors } = graph
        const home = new Set(wells.flatMap(({ states }) => states))
        const balance = Array.from(energies, () => 1)
        flow.forEach((walks, k) => {
          balance[Math.floor(k / size)] = (balance[Math.floor(k / size)] ?? 0) - walks
          balance[successors[k] ?? 0] = (balance[successors[k] ?? 0] ?? 0) + walks
        })
        balance.forEach((walks, s) => {
          if (!home.has(s)) expect(walks).toBeCloseTo(0, 5)
        })
      }),
    )
  })
})

describe('pictures', () => {
  test.each(['lecture.json', 'net.json', 'asymmetric.json', 'flip.json', 'untitled.json'])('%s', async (file) => {
    const { code, err, out } = await engram('graph', file)
    expect(faults(out)).toEqual([])
    expect(err).toBe('')
    expect(code).toBe(0)
    expect((await engram('graph', file)).out).toBe(out)
  })

  test('of the lecture has sixteen states with their energies, and its two fixed points', async () => {
    const { out } = await engram('graph', 'lecture.json')
    const labels = [...out.matchAll(/>([+−]{4})<\/text><text[^>]*>(−?\d)</g)].map(([, state, energy]) => [
      state,
      energy,
    ])
    expect(labels).toHaveLength(16)
    expect(new Set(labels.map(([state]) => state)).size).toBe(16)
    expect(labels.filter(([, energy]) => energy === '−6')).toEqual([
      ['−−−+', '−6'],
      ['+++−', '−6'],
    ])
    expect(labels.filter(([, energy]) => energy === '0')).toHaveLength(8)
    expect(out).toContain('S = (1, 1, 1, −1) &amp; &lt;its&gt; ghost')
    expect(out).toContain('1 stored pattern · 2 fixed points')
  })

  test('tell of steps upwards where there are some', async () => {
    expect((await engram('graph', 'asymmetric.json')).out).toContain('energy rises')
    expect((await engram('graph', 'net.json')).out).not.toContain('energy rises')
  })

  test('of any small network', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }).chain((n) =>
          fc.array(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: n, maxLength: n }), {
            minLength: n,
            maxLength: n,
          }),
        ),
        (rows) => {
          expect(faults(drawing('net')(landscape(rows)))).toEqual([])
        },
      ),
      { numRuns: 50 },
    )
  })

  const square = (weight: (i: number, j: number) => number): ReadonlyArray<ReadonlyArray<number>> =>
    Array.from({ length: 16 }, (_, i) => Array.from({ length: 16 }, (__, j) => weight(i, j)))

  test.each([
    ['without weights every one of 65 536 states rests', square(() => 0)],
    ['with weights in disorder no two states are alike', square((i, j) => Math.sin(1 + i * j + (i + j) ** 2))],
  ])('%s', (_, weights) => {
    const all = landscape(weights)
    expect(all.graph.energies).toHaveLength(65_536)
    expect(faults(drawing('net')(all))).toEqual([])
  })
})

describe('engram graph', () => {
  test('writes the picture and tells where walks end', async () => {
    const { engram: writing, written } = machine(files)
    const { code, out } = await writing('graph', 'net.json', '--svg', 'net.svg')
    expect(code).toBe(0)
    expect(written.get('net.svg')).toBe((await engram('graph', 'net.json')).out)
    expect(out).toMatchInlineSnapshot(`
      "state             where walks end  energy  walks  states that lead only here
      +−−−+−−−+−−−++++  pattern 1          -114    25%                      16,384
      −++−+−−++−−+−++−  negative of 2      -114    25%                      16,384
      +−−+−++−−++−+−−+  pattern 2          -114    25%                      16,384
      −+++−+++−+++−−−−  negative of 1      -114    25%                      16,384
      "
    `)
  })

  test('speaks ASCII where it should', async () => {
    const { out } = await machine(files, { ...plain, unicode: false }).engram('graph', 'lecture.json', '--svg', 'x.svg')
    expect(out).toContain('+++-')
    expect([...out].every((character) => character <= '~')).toBe(true)
  })

  test('tells everything as JSON', async () => {
    const { code, out } = await engram('graph', 'lecture.json', '--json')
    expect(code).toBe(0)
    const { edges, ...rest } = JSON.parse(out) as { readonly edges: Readonly<Record<string, ReadonlyArray<number>>> }
    expect(rest).toMatchObject({
      kind: 'graph',
      version: 1,
      units: 4,
      encoding: 'bipolar',
      energies: [0, -6, 2, 0, 2, 0, 0, 2, 2, 0, 0, 2, 0, 2, -6, 0],
      fixedPoints: [1, 14],
      attractors: [
        { kind: 'stored', states: [14], energy: -6, share: 0.5, certain: 5 },
        { kind: 'reversed', states: [1], energy: -6, share: 0.5, certain: 5 },
      ],
      basins: [1, 1, -1, 1, -1, 1, 0, -1, -1, 1, 0, -1, 0, -1, 0, 0],
    })
    expect(Object.values(edges).map(({ length }) => length)).toEqual([32, 32, 32])
    // J → G → B of the lecture: (−1, −1, 1, −1), (1, −1, 1, −1), (1, 1, 1, −1).
    const steps = (edges['from'] ?? []).map((from, k) => [from, edges['to']?.[k], edges['unit']?.[k]])
    expect(steps).toContainEqual([2, 10, 0])
    expect(steps).toContainEqual([10, 14, 1])
  })

  test('draws the picture besides when both are asked for', async () => {
    const { engram: writing, written } = machine(files)
    const { out } = await writing('graph', 'lecture.json', '--svg', 'net.svg', '--json')
    expect(JSON.parse(out)).toMatchObject({ kind: 'graph' })
    expect(faults(written.get('net.svg') ?? '')).toEqual([])
  })

  test.each([
    [['large.json'], 'large.json: expected at most 16 units, whose states can all be drawn, got 17'],
    [['nowhere.json'], 'nowhere.json: no such file'],
  ])('%j', async (args, message) => {
    expect(await engram('graph', ...args)).toEqual({ out: '', err: `engram: ${message}\n`, code: 2 })
  })
})
