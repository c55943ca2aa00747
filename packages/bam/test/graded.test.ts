/**
 * The letters of lecture M with graded units: recalled where the gain is high, forgotten where it is low.
 */
import { Census } from '@engram/associative-memory'
import { Matrix, Vector } from '@engram/linalg'
import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Bam, BamError, Graded, GradedRecall } from '../src/index.js'
import { binary, bipolar, cue, golden, recall as twoValued, right, store, type Numbers } from './support.js'

interface Probe {
  readonly x: Numbers
  readonly y: Numbers
  readonly order: 'x-first' | 'y-first'
  readonly gain: number
}

interface Traced {
  readonly start: number
  readonly log: ReadonlyArray<{ readonly layer: 'x' | 'y'; readonly state: Numbers; readonly energy: number }>
  readonly end: { readonly x: Numbers; readonly y: Numbers; readonly energy: number }
}

const { inputs: letters } = golden<Readonly<Record<'a' | 'c' | 't_a' | 't_c', Numbers>>, unknown>(
  'lectures',
  'bam_letters_weights',
)
const letterA = { x: bipolar(letters.a), y: bipolar(letters.t_a) }
const letterC = { x: bipolar(letters.c), y: bipolar(letters.t_c) }
const bam = store([letterA, letterC])

const graded = (gain: number, memory: Bam.Bam = bam): Graded.Graded => right(Graded.fromBam({ gain })(memory))

const recall = (
  memory: Graded.Graded,
  probe: GradedRecall.Probe,
  options: GradedRecall.Options = {},
): GradedRecall.Recall => right(GradedRecall.recall(options)(memory)(probe))

const furthest = (a: Vector.Vector, b: Numbers): number => {
  expect(a.length).toBe(b.length)
  return Math.max(...Vector.toArray(a).map((value, i) => Math.abs(value - (b[i] ?? NaN))))
}

describe('the letters A and C', () => {
  test.each(['graded_letters_noisy', 'graded_letters_flat', 'graded_letters_between'])(
    '%s has the states and energies of many digits',
    (id) => {
      const {
        inputs: { gain, order, x, y },
        expected,
      } = golden<Probe, Traced>('graded', id)
      const told = recall(graded(gain), { x: cue(x), y: cue(y) }, { order })
      expect(told.outcome).toEqual({ _tag: 'FixedPoint' })
      expect(told.energies[0]).toBeCloseTo(expected.start, 12)
      expected.log.forEach(({ energy, layer, state }, k) => {
        const step = GradedRecall.halfSteps(told)[k]
        expect(step?.layer).toBe(layer)
        expect(furthest(step?.state ?? Vector.zeros(0), state)).toBeLessThan(1e-12)
        expect(step?.energy).toBeCloseTo(energy, 11)
      })
      expect(furthest(told.state.x, expected.end.x)).toBeLessThan(1e-11)
      expect(furthest(told.state.y, expected.end.y)).toBeLessThan(1e-11)
      expect(told.energies.at(-1)).toBeCloseTo(expected.end.energy, 11)
    },
  )

  test('are called up by a noisy letter at a gain of 1', () => {
    const noisy = bipolar(letters.a.map((value, i) => (i < 3 ? -value : value)))
    const told = recall(graded(1), { x: noisy })
    expect(told.signs).toEqual(letterA)
    expect(right(GradedRecall.certify([letterC, letterA])(told))).toMatchObject({
      verdict: { _tag: 'Stored', index: 1 },
      missing: { x: 0, y: 0 },
      nearest: { index: 1 },
    })
    expect(recall(graded(1), { y: letterC.y }).signs).toEqual(letterC)
  })

  test('are nothing but noise to units as flat as 1/√32: the greatest singular value is √32', () => {
    expect(Graded.contraction(graded(1 / 8))).toBeCloseTo(1 / 2, 14)
    const faded = recall(graded(1 / 8), letterA)
    expect(right(GradedRecall.certify([letterA])(faded)).nearest.distance).toBeCloseTo(Math.sqrt(17), 10)
    expect(Graded.contraction(graded(1))).toBeCloseTo(32, 12)
  })

  test('are followed sign by sign from a gain that the margin gives', () => {
    // A unit of Y receives 16 at most, and every unit feels 2 or more on the way.
    expect(Graded.followingGain({ margin: 2 })(bam)).toBeCloseTo(Math.log(32) / 2, 14)
    expect(Graded.followingGain({ margin: 0 })(bam)).toBe(Infinity)
    const { inputs } = golden<Probe, unknown>('graded', 'graded_letters_noisy')
    const probe = { x: cue(inputs.x), y: cue([-1, 1]) }
    const order = 'x-first'
    const told = recall(graded(Graded.followingGain({ margin: 2 })(bam)), probe, { order })
    expect(told.signs).toEqual(twoValued(bam, probe, { order }).pair)
    expect(told.signs).toEqual(letterA)
  })

  test('are the same in bits at four times the gain', () => {
    const { inputs } = golden<Probe, unknown>('graded', 'graded_letters_between')
    const start = { x: Vector.map((s: number) => (1 + s) / 2)(vector(inputs.x)), y: vector([0.25, 0.75]) }
    const bits = recall(graded(1, Bam.toBinary(bam)), start, { order: 'x-first' })
    const signs = recall(graded(1 / 4), { x: vector(inputs.x), y: vector([-0.5, 0.5]) }, { order: 'x-first' })
    expect(
      furthest(
        bits.state.x,
        Vector.toArray(signs.state.x).map((s) => (1 + s) / 2),
      ),
    ).toBeLessThan(1e-11)
    expect(Graded.contraction(graded(1, Bam.toBinary(bam)))).toBeCloseTo(Graded.contraction(graded(1 / 4)), 12)
  })
})

const vector = (values: Numbers): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(values))

const one = (encoding: 'bipolar' | 'binary', gain: number, weight: number): Graded.Graded =>
  right(Graded.make({ encoding, gain })(right(Matrix.fromRows([[weight]]))))

test('energies are finite at the ends', () => {
  const energy = (memory: Graded.Graded, x: number, y: number): number =>
    right(Graded.lyapunov(memory)({ x: vector([x]), y: vector([y]) }))
  expect(energy(one('bipolar', 2, 3), -1, 1)).toBeCloseTo(3 + Math.LN2, 14)
  expect(energy(one('binary', 2, 3), 0, 1)).toBe(0)
  expect(energy(one('binary', 2, 3), 0.5, 0.5)).toBeCloseTo(-0.75 - Math.LN2, 14)
  expect(recall(one('bipolar', 1e300, 1), { x: bipolar([1]) }).energies.every(Number.isFinite)).toBe(true)
})

test('layers that move at once may swing for ever', () => {
  const start = { x: bipolar([1]), y: bipolar([-1]) }
  expect(recall(one('bipolar', 4, 1), start, { order: 'together', maxSweeps: 20 }).outcome._tag).toBe('Exhausted')
  expect(recall(one('bipolar', 4, 1), start).outcome._tag).toBe('FixedPoint')
})

test('a census finds the two opposite states of a pair of units', () => {
  const energyMemory = GradedRecall.walk({ order: 'y-first', tolerance: 2 ** -40 })
  const starts = [-1, -0.5, 0.25, 1].map((x) => ({ x: vector([x]), y: vector([0]) }))
  const { attractors } = Census.census(1000)(energyMemory)(one('bipolar', 2, 1))(starts)
  expect(attractors.map(({ state }) => Math.sign(state.y.data[0] ?? NaN))).toEqual([-1, 1])
})

test.each([
  [
    Graded.fromBam({ gain: 0 })(bam),
    'Graded.fromBam (gain): expected a positive gain and weights with finite energies, got 0',
  ],
  [
    Graded.fromBam({ gain: 2 ** -1074 })(bam),
    'Graded.fromBam (gain): expected a positive gain and weights with finite energies, got 5e-324',
  ],
  [
    Graded.make({ encoding: 'bipolar', gain: 1 })(Matrix.zeros(0, 1)),
    'Bam.fromWeights: expected at least one unit in each layer, got none',
  ],
  [
    Graded.lyapunov(graded(1))({ x: letterA.x, y: vector([0, 2]) }),
    'Graded.lyapunov (y): expected values from -1 to 1, got 2',
  ],
  [Graded.lyapunov(graded(1))({ x: letterA.x, y: vector([0]) }), 'Graded.lyapunov (y): expected 2 units, got 1'],
  [
    GradedRecall.recall({})(graded(1))({ y: binary([1, 0]) }),
    'GradedRecall.recall (y): expected a Bipolar pattern, a Cue or a Vector, got Binary',
  ],
  [GradedRecall.recall({})(graded(1))({}), 'GradedRecall.recall: expected x, y or both, got none'],
  [
    GradedRecall.recall({ tolerance: NaN })(graded(1))(letterA),
    'GradedRecall.recall (tolerance): expected a distance of 0 or more, got NaN',
  ],
  [
    GradedRecall.recall({ maxSweeps: -1 })(graded(1))(letterA),
    'GradedRecall.recall (maxSweeps): expected a natural number, got -1',
  ],
])('%# is refused', (either, message) => {
  expect(E.match(BamError.render, () => 'accepted')(either as E.Either<BamError.BamError, unknown>)).toBe(message)
})
