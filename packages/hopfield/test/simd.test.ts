import { afterEach, describe, expect, test, vi } from 'vitest'
import { Pattern } from '@engram/associative-memory'
import { Random } from '@engram/linalg'
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
  [1030, 70],
] as const

const blocksOf = (n: number): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: Math.ceil(n / 7) }, (_, k) =>
    Array.from({ length: Math.min(7, n - 7 * k) }, (__, i) => 7 * k + i),
  )

/** Everything that a run tells, for each shape under every tie policy, alphabet and kind of schedule. */
const results = ({ Network, Recall, Schedule }: Library): ReadonlyArray<unknown> =>
  shapes.flatMap(([n, count], k) =>
    (['bipolar', 'binary'] as const).flatMap((encoding) =>
      (['keep', 'up', 'down', 'flip'] as const).flatMap((tie, t) =>
        [
          Schedule.shuffled(k),
          Schedule.randomUnit(k),
          Schedule.synchronous,
          Schedule.blocks(blocksOf(n)),
          Schedule.ordered(Array.from({ length: n }, (_, i) => n - 1 - i)),
        ].map((schedule) => {
          const stored = Array.from({ length: count }, (_, p) => spins(encoding, 100 * k + p, n))
          const network = right(
            Network.fromPatterns({
              tie,
              couplings: 'packed',
              diagonal: t % 2 === 0 ? 'zero' : 'kept',
              scale: t < 2 ? 1 : 1 / count,
              thresholds: vector(halves(k, n)),
            })(stored),
          )
          const told = right(
            Recall.recall({ schedule, input: vector(halves(t, n)), maxSweeps: 6 })(network)(
              spins(encoding, 7919 * (k + 1), n),
            ),
          )
          return [told.state.data, told.outcome, told.energies, ...Object.values(told.trace)]
        }),
      ),
    ),
  )

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
