import { readFileSync } from 'node:fs'
import { either as E, function as F } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { Bam, Pair, Recall } from '@engram/bam'
import { BamDocument, Model } from '@engram/bam/spec'
import { Network, Recall as HopfieldRecall, Schedule } from '@engram/hopfield'
import { Matrix } from '@engram/linalg'
import { describe, expect, test } from 'vitest'
import { values } from '../src/bam/Plan.js'
import { machine, right } from './support.js'

const pairs = readFileSync(new URL('../examples/pairs.json', import.meta.url), 'utf8')

const document = (over: object): string =>
  JSON.stringify({ kind: 'bam', version: 1, encoding: 'bipolar', tie: 'keep', couplings: { kind: 'hebbian' }, ...over })

const { engram } = machine({
  'pairs.json': pairs,
  'probe.txt': '.#.\n#.#\n###\n#.#\n#.?\n',
  'numbers.txt': '-1, 1\n',
  'words.txt': 'a letter\n',
  'weights.json': document({ couplings: { kind: 'weights', weights: [[1, -1]] }, pairs: [] }),
  'bits.json': document({ encoding: 'binary', pairs: [{ x: [1, 0, 1], y: [0, 1] }] }),
  'none.json': document({ pairs: [] }),
})

describe('bam', () => {
  test('recalls a letter from a part of it, x first: the example of the lecture', async () => {
    const given = ['--from-y', '?#', '--from-x', '??./??#/?#?/???/???', '--order', 'x-first', '--trace']
    const { code, err, out } = await engram('bam', 'pairs.json', ...given)
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toMatchInlineSnapshot(`
      "   from      to
      x  ??.    →  .#.
         ??#       #.#
         ?#?       ###
         ???       #.#
         ???       #.#
      y  (0 1)  →  (-1 1)

      ✓ recalled pair 1 (A), after 3 sweeps and 13 flips

      overlap     x     y
      1 (A)    1.00  1.00
      2 (C)    0.07  0.00

      energy
      start      0
      sweep 1  -22
      sweep 2  -30
      sweep 3  -30

      step  layer  fields                                becomes                               energy
         1  x      (-2 2 0 2 -2 0 2 0 0 2 -2 0 0 0 2)    (-1 1 -1 1 -1 1 1 1 0 1 -1 0 0 0 1)      -16
         2  y      (-6 16)                               (-1 1)                                   -22
         3  x      (-2 2 -2 2 -2 2 2 2 2 2 -2 2 2 -2 2)  (-1 1 -1 1 -1 1 1 1 1 1 -1 1 1 -1 1)     -30
         4  y      (-14 16)                              (-1 1)                                   -30
         5  x      (-2 2 -2 2 -2 2 2 2 2 2 -2 2 2 -2 2)  (-1 1 -1 1 -1 1 1 1 1 1 -1 1 1 -1 1)     -30
         6  y      (-14 16)                              (-1 1)                                   -30
      "
    `)
  })

  test('recalls in both directions, by name, from files and from numbers', async () => {
    const ends = await Promise.all(
      [
        ['--from-x', 'A'],
        ['--from-y', 'A'],
        ['--from-x', 'probe.txt'],
        ['--from-y', 'numbers.txt'],
        ['--from-y', '-1 1'],
        ['--from-y', '(-1, 1)'],
      ].map((given) => engram('bam', 'pairs.json', ...given, '--json')),
    )
    ends.forEach(({ code, out }) => {
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject({
        recalled: true,
        verdict: { _tag: 'Stored', index: 0 },
        end: { y: [-1, 1] },
      })
    })
  })

  test('says what is undecided, and that a complement is one', async () => {
    const undecided = await engram('bam', 'pairs.json', '--from-y', '?#')
    expect(undecided.code).toBe(1)
    expect(undecided.out).toContain('✗ came to rest with 8 units undecided, after 2 sweeps and 8 flips')
    const reversed = await engram('bam', 'pairs.json', '--from-y', '1 -1', '--no-ascii')
    expect(reversed.code).toBe(1)
    expect(reversed.out).toContain('ended in the complement of pair 1 (A)')
    const ascii = await engram('bam', 'pairs.json', '--from-y', 'C', '--ascii')
    expect(ascii.out).toContain('ok: recalled pair 2 (C)')
    expect(ascii.out).not.toMatch(/[^\n -~]/)
  })

  test('reads weights without pairs, and bits', async () => {
    const weighted = await engram('bam', 'weights.json', '--from-x', '1', '--json')
    expect(JSON.parse(weighted.out)).toMatchObject({ recalled: false, end: { x: [1], y: [1, -1] }, overlaps: [] })
    const bits = await engram('bam', 'bits.json', '--from-x', '#.#')
    expect(bits.out).toContain('(1 0 1)')
    expect((await engram('bam', 'bits.json', '--from-x', '#.?')).err).toContain('nothing missing')
  })

  test.each([
    [['bam', 'pairs.json'], '--from-x, --from-y: expected one of them, or both'],
    [['bam', 'pairs.json', '--from-x', '#'], '--from-x: expected 15 components, got "#"'],
    [['bam', 'pairs.json', '--from-x', 'nowhere'], 'nowhere: no such file'],
    [['bam', 'pairs.json', '--from-x', 'words.txt'], '--from-x: expected cells # . ? or numbers 1 -1 0'],
    [['bam', 'pairs.json', '--from-x', 'A', '--order', 'z'], '--order: expected x-first or y-first, got "z"'],
    [['bam', 'none.json', '--from-x', 'A'], 'pairs: expected at least one pair'],
  ])('%j is refused', async (args, message) => {
    const { code, err } = await engram(...args)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  test('schema prints what editors need', async () => {
    const { out } = await engram('schema', 'bam')
    expect(JSON.parse(out)).toMatchObject({ title: 'Bidirectional associative memory' })
  })
})

test('a half is cells or numbers, or neither', () => {
  expect(values('#./?#')).toEqual([1, -1, 0, 1])
  expect(values('(1, -1, 0)')).toEqual([1, -1, 0])
  expect(values('A')).toBeUndefined()
  expect(values('2')).toBeUndefined()
})

describe('the example', () => {
  const model = F.pipe(BamDocument.parse(pairs), E.chain(Model.fromDocument), right)

  test('keeps what it promises', () => {
    model.expect.recalls.forEach(({ from, to }) =>
      expect(right(Recall.recall({ order: 'x-first' })(model.bam)(from)).pair).toEqual(to),
    )
  })

  test('runs as the Hopfield network of both layers, asked in two blocks', () => {
    const w = Bam.weights(model.bam)
    const [n, m] = [w.rows, w.cols]
    const bipartite = Matrix.fromFunction(
      n + m,
      n + m,
    )((i, j) => (i < n && j >= n ? (w.data[i * m + j - n] ?? 0) : i >= n && j < n ? (w.data[j * m + i - n] ?? 0) : 0))
    const network = F.pipe(bipartite, E.chainW(Network.fromWeights({ encoding: 'bipolar' })), right)
    const [first] = model.pairs
    const start = { x: Pattern.negate((first as Bam.StoredPair).x), y: right(Pattern.bipolar([1, 1])) }
    const bam = right(Recall.recall({ order: 'x-first' })(model.bam)(start))
    const units = Array.from({ length: n + m }, (_, i) => i)
    const run = right(
      HopfieldRecall.recall({ schedule: Schedule.blocks([units.slice(0, n), units.slice(n)]) })(network)(
        Pair.join(start) as Pattern.Bipolar,
      ),
    )
    expect(run.trace).toEqual(bam.retrieval.trace)
    expect(run.energies).toEqual(bam.energies)
    expect(Pattern.toArray(run.state)).toEqual(Pattern.toArray(Pair.join(bam.pair)))
  })
})
