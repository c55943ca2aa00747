import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Pattern } from '@engram/associative-memory'
import { Matrix, Random } from '@engram/linalg'
import * as library from '../src/index.js'
import { simd } from '../src/kernels/simd/machine.js'
import { right, vector } from './support.js'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

type Library = Pick<typeof library, 'Network' | 'Recall' | 'Schedule'>

const halves = (seed: number, n: number): ReadonlyArray<number> =>
  Random.uniforms(n)(Random.fromSeed(seed))[0].map((u) => Math.floor(8 * u) / 2 - 2)

const spins = (encoding: library.Network.Encoding, seed: number, n: number): library.Network.State =>
  encoding === 'bipolar'
    ? right(Pattern.bipolar(Random.signs(n)(Random.fromSeed(seed))[0]))
    : Pattern.toBinary(right(Pattern.bipolar(Random.signs(n)(Random.fromSeed(seed))[0])))

/** Sizes for which vectors are chosen: no groups that are full, full ones, and more than one word of patterns. */
const shapes = [
  [300, 1],
  [67, 15],
  [64, 16],
  [33, 17],
  [129, 33],
  [40, 100],
  [515, 100],
] as const

const blocksOf = (n: number): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: Math.ceil(n / 7) }, (_, k) =>
    Array.from({ length: Math.min(7, n - 7 * k) }, (__, i) => 7 * k + i),
  )

const ties = ['keep', 'up', 'down', 'flip'] as const

const schedulesOf = ({ Schedule }: Library, n: number): ReadonlyArray<library.Schedule.Schedule> => [
  Schedule.shuffled(n),
  Schedule.randomUnit(n),
  Schedule.synchronous,
  Schedule.blocks(blocksOf(n)),
  // Units in many blocks: more updates in a sweep than a memory has room for at once.
  Schedule.blocks([...blocksOf(n), ...blocksOf(n), ...blocksOf(n).toReversed()]),
  Schedule.ordered(Array.from({ length: n }, (_, i) => n - 1 - i)),
]

/** The bits of everything that a few sweeps under each kind of schedule tell. */
const told = (from: Library, network: library.Network.Network, k: number): ReadonlyArray<string> =>
  schedulesOf(from, network.size).map((schedule) => {
    const run = from.Recall.recall({ schedule, input: vector(halves(k, network.size)), maxSweeps: 4 })(network)
    const { energies, outcome, state, trace } = right(run(spins(network.encoding, 7919 * (k + 1), network.size)))
    const columns = Object.values(trace).map((column) => Float64Array.from(column))
    return [Float64Array.from(state.data), Float64Array.from(energies), ...columns]
      .reduce((hash, numbers) => hash.update(numbers), createHash('sha1').update(JSON.stringify(outcome)))
      .digest('hex')
  })

/** Runs of packed patterns, for each shape under every tie policy and alphabet. */
const ofPatterns = (from: Library): ReadonlyArray<string> =>
  shapes.flatMap(([n, count], k) =>
    (['bipolar', 'binary'] as const).flatMap((encoding) => {
      // The largest network stores one pattern many times, so that sums of overlaps leave 16 bits.
      const stored = Array.from({ length: count }, (_, p) => spins(encoding, n < 515 ? 100 * k + p : k, n))
      return ties.flatMap((tie, t) =>
        told(
          from,
          right(
            from.Network.fromPatterns({
              tie,
              couplings: 'packed',
              diagonal: t % 2 === 0 ? 'zero' : 'kept',
              scale: t < 2 ? 1 : 1 / count,
              thresholds: vector(halves(k, n)),
            })(stored),
          ),
          t,
        ),
      )
    }),
  )

/** Runs of whole weights that are not symmetric, in sizes that four and eight divide and do not. */
const ofWeights = (from: Library): ReadonlyArray<string> =>
  [256, 263].flatMap((n, k) =>
    ties.flatMap((tie, t) => {
      const [entries] = Random.uniforms(n * n)(Random.fromSeed(n + t))
      const data = Float64Array.from(entries, (u) => Math.floor((t === 0 ? 65_535 : 9) * (u - 0.5)))
      const encoding = t % 2 === 0 ? 'bipolar' : 'binary'
      const weights = Matrix.unsafeFromFloat64(n, n)(data)
      return told(
        from,
        right(
          from.Network.fromWeights({ encoding, tie, scale: 1 / (t + 1), thresholds: vector(halves(k, n)) })(weights),
        ),
        t,
      )
    }),
  )

const results = (from: Library): ReadonlyArray<string> => [...ofPatterns(from), ...ofWeights(from)]

const vectorised = results(library)

describe('where the platform has no vectors', () => {
  test('runs are the same, to the last bit of every field and energy', async () => {
    vi.stubGlobal('WebAssembly', undefined)
    vi.resetModules()
    const scalar = await import('../src/index.js')
    const machine = await import('../src/kernels/simd/machine.js')
    expect(machine.simd()).toBeUndefined()
    expect(results(scalar)).toEqual(vectorised)
  })
})

test('a network too large for the scratch memory runs without it', () => {
  const n = 2 ** 15
  const stored = right(Pattern.bipolar(Random.signs(n)(Random.fromSeed(1))[0]))
  const network = right(library.Network.fromPatterns({ couplings: 'packed' })([stored]))
  const probe = Pattern.unsafePattern(
    'Bipolar',
    Int8Array.from(stored.data, (value, i) => (i % 3 === 0 ? -value : value)),
  )
  const told = right(library.Recall.recall({ schedule: library.Schedule.shuffled(1) })(network)(probe))
  expect(Pattern.Eq.equals(told.state, stored)).toBe(true)
})

test('this platform has vectors', () => expect(simd()).toBeDefined())
