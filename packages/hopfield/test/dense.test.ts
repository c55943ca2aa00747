import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Census, Pattern, TransitionGraph, UnitMemory } from '@engram/associative-memory'
import { Random, Vector } from '@engram/linalg'
import {
  DenseAssociator,
  DenseCapacity,
  DenseMemory,
  HopfieldError,
  Interaction,
  Schedule,
  Verdict,
} from '../src/index.js'
import { decays, signOfPowers, tanh } from '../src/kernels/transcendent.js'
import { binary, bipolar, golden, right } from './support.js'

const { exponential, polynomial, rectified } = Interaction

interface Theory {
  readonly rows: ReadonlyArray<{
    readonly n: number
    readonly K_no_error_N64: number
    readonly 'K_p0.0036_N64': number
    readonly K_no_error_N100: number
  }>
}

describe('capacities computed with SciPy', () => {
  const { rows } = golden<unknown, Theory>('dense', 'dam_capacity_theory').expected
  test.each(rows)('a = $n', ({ n: degree, ...expected }) => {
    const close = (answer: E.Either<unknown, number>, value: number) =>
      expect(Math.abs(right(answer) - value)).toBeLessThanOrEqual(1e-10 * value)
    close(DenseCapacity.errorFree(degree)(64), expected.K_no_error_N64)
    close(DenseCapacity.errorFree(degree)(100), expected.K_no_error_N100)
    close(DenseCapacity.withErrors(degree, 0.0036)(64), expected['K_p0.0036_N64'])
  })
})

describe('capacity of the exponential memory', () => {
  test('2^(n/2) without noise, less with it, none at half', () => {
    expect(right(DenseCapacity.exponential(0)(40))).toBeCloseTo(2 ** 20, 6)
    expect(right(DenseCapacity.exponent(0.25))).toBeCloseTo((0.75 * Math.log(1.5) + 0.25 * Math.log(0.5)) / 2, 15)
    expect(DenseCapacity.exponent(0.5)).toEqual(E.right(0))
  })
})

/** The slope of the line through points of (x, y), by least squares. */
const slope = (points: ReadonlyArray<readonly [number, number]>): number => {
  const mean = (of: 0 | 1) => points.reduce((sum, point) => sum + point[of], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  return points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0)
}

describe('measured with random patterns', () => {
  /** The share of units that are wrong after a step, over at least so many of them. */
  const wrong = (interaction: Interaction.Interaction, size: number, count: number): number => {
    const draws = Math.ceil(8_000 / (size * count))
    const total = Array.from({ length: draws }, (_, seed) => seed).reduce(
      (sum, seed) =>
        sum + right(DenseCapacity.measure({ interaction, size, count })(Random.fromSeed(seed))[0]).wrongUnits,
      0,
    )
    return total / (draws * size * count)
  }

  /** The number of patterns at which that share is 3 %, between two neighbours in a ladder of powers of 2^(1/4). */
  const capacity = (interaction: Interaction.Interaction, size: number): number => {
    const rung = (step: number) => Math.round(2 ** (step / 4))
    const climb = (step: number, below: number): number => {
      const share = wrong(interaction, size, rung(step))
      if (share < 0.03) return climb(step + 1, share)
      return rung(step - 1) * (rung(step) / rung(step - 1)) ** ((0.03 - below) / (share - below))
    }
    return climb(8, 0)
  }

  // At a fixed error rate capacity is α_a n^(a−1); at these sizes the signal n^a − (n−2)^a falls short of 2a n^(a−1) by
  // up to a tenth, the more the smaller n, and a ladder's rung is 19 %: a quarter of a power is left for both.
  test.each([
    [2, [24, 48, 96]],
    [3, [16, 24, 32, 48]],
    [4, [12, 16, 24]],
  ])('capacity of degree %i grows as n to the power of one less', (degree, sizes) => {
    const points = sizes.map((size) => [Math.log(size), Math.log(capacity(polynomial(degree), size))] as const)
    expect(Math.abs(slope(points) - (degree - 1))).toBeLessThan(0.25)
  })

  test.each([
    [2, 64],
    [3, 48],
    [4, 32],
  ])('degree %i at %i units loses the predicted share, within a third', (degree, size) => {
    const count = Math.round(right(DenseCapacity.withErrors(degree, 0.03)(size)))
    const predicted = right(DenseCapacity.bitErrorProbability(degree)(size, count))
    expect(Math.abs(wrong(polynomial(degree), size, count) / predicted - 1)).toBeLessThan(1 / 3)
  })

  test('stable patterns: all below the error-free capacity, few far above it', () => {
    const restored = (count: number) =>
      right(DenseCapacity.measure({ interaction: polynomial(3), size: 48, count })(Random.fromSeed(5))[0]).restored
    const capacityOf48 = right(DenseCapacity.errorFree(3)(48))
    expect(restored(Math.round(capacityOf48 / 3))).toBe(Math.round(capacityOf48 / 3))
    expect(restored(Math.round(capacityOf48 * 6))).toBeLessThan(60)
  })
})

const random = (count: number, size: number, seed: number): ReadonlyArray<Pattern.Bipolar> => {
  const [signs] = Random.signs(count * size)(Random.fromSeed(seed))
  return Array.from({ length: count }, (_, k) => bipolar(signs.slice(k * size, (k + 1) * size)))
}

const turned = (pattern: Pattern.Bipolar, step: number): Pattern.Bipolar =>
  bipolar(Pattern.toArray(pattern).map((value, i) => (i % step === 0 ? -value : value)))

describe('beyond what an exponential can hold', () => {
  const patterns = random(40, 1200, 3)
  const memory = right(DenseMemory.fromPatterns({ interaction: exponential })(patterns))
  const [first] = patterns as readonly [Pattern.Bipolar]

  test('energies of 1200 units are logarithms, and fields are of size 1 at most', () => {
    expect(right(DenseMemory.energy(memory)(first))).toBe(-1200)
    expect(right(DenseMemory.energy(memory)(turned(first, 4)))).toBe(-600)
    const fields = Vector.toArray(right(DenseMemory.localFields(memory)(turned(first, 4))))
    expect(fields.every((field) => Math.abs(field) <= 1 + 2 ** -50)).toBe(true)
  })

  test('a pattern is restored from a third of its units turned over, in one sweep', () => {
    const run = right(DenseMemory.recall({ schedule: Schedule.shuffled(1) })(memory)(turned(first, 3)))
    expect(Verdict.ofRecall(patterns)(run)).toEqual({ _tag: 'Stored', index: 0 })
    expect([run.sweeps, run.flips, run.energies.map(Math.round)]).toEqual([2, 400, [-400, -1200, -1200]])
  })

  test('so it is by powers whose sums do not fit into 2⁵³', () => {
    const steep = right(DenseMemory.fromPatterns({ interaction: polynomial(60) })(patterns))
    const run = right(DenseMemory.recall({ schedule: Schedule.shuffled(1) })(steep)(turned(first, 3)))
    expect(Verdict.ofRecall(patterns)(run)).toEqual({ _tag: 'Stored', index: 0 })
    expect(run.energies.every(Number.isFinite)).toBe(true)
  })
})

describe('signs of sums of powers of e²', () => {
  const sign = (counts: ReadonlyArray<number>) =>
    signOfPowers(
      Int32Array.from(counts),
      counts.length - 1,
      counts.reduce((sum, n) => sum + Math.abs(n), 0),
      1,
    )

  test('where floating point cannot tell: convergents of e²', () => {
    // 7 < e² < 15/2 < …: numerators and denominators of its continued fraction [7; 2, 1, 1, 3, 18, 5, 1, 1, 6, 30, …].
    const quotients = [7, 2, 1, 1, 3, 18, 5, 1, 1, 6, 30, 8, 1]
    const fractions = quotients.reduce<ReadonlyArray<readonly [number, number]>>(
      (all, q, j) => {
        const [last, before] = [all[j + 1] ?? [0, 0], all[j] ?? [0, 0]]
        return [...all, [q * last[0] + before[0], q * last[1] + before[1]]]
      },
      [
        [0, 1],
        [1, 0],
      ],
    )
    // The convergents lie below and above e² by turns, so q e² − p is above and below 0.
    fractions.slice(2).forEach(([p, q], j) => expect(sign([-p, 0, q])).toBe(j % 2 === 0 ? 1 : -1))
  })

  test.each([1, 0.25, 3, 1e-3])('powers of exp −%d, to 20 rounding errors, and tanh', (b) => {
    const decay = new Float64Array(800)
    decays(decay, b)
    decay.forEach((value, d) => {
      if (b * d < 700) expect(Math.abs(value / Math.exp(-b * d) - 1)).toBeLessThan((24 + b * d) * 2 ** -53)
    })
    expect(Math.abs(tanh(b) / Math.tanh(b) - 1)).toBeLessThan(4 * 2 ** -53)
  })

  test('powers of 1/e and tanh 1 as tables have them', () => {
    const decay = new Float64Array(600)
    decays(decay, 1)
    expect([1, 2, 4, 8, 16, 32, 64, 128, 256, 512].map((d) => decay[d])).toEqual([
      0.36787944117144233, 0.1353352832366127, 0.01831563888873418, 3.3546262790251185e-4, 1.1253517471925912e-7,
      1.2664165549094176e-14, 1.603810890548638e-28, 2.572209372642415e-56, 6.616261056709485e-112,
      4.377491037053051e-223,
    ])
    expect(tanh(1)).toBe(0.7615941559557649)
    expect([tanh(1e-300), tanh(20), tanh(21), tanh(1e6)]).toEqual([1e-300, 1, 1, 1])
  })
})

describe('the algebra of memories', () => {
  const memory = right(
    DenseMemory.fromPatterns({ interaction: polynomial(3) })([bipolar([1, 1, 1, -1]), bipolar([-1, 1, -1, 1])]),
  )

  test('a transition graph of the sixteen states: odd powers have no mirror', () => {
    const graph = right(TransitionGraph.make(DenseMemory.units)(memory))
    expect(graph.fixedPoints).toEqual([5, 14])
    expect(graph.attractors).toEqual([[5], [14]])
    expect([graph.energies[14], graph.energies[5], graph.energies[1]]).toEqual([-56, -56, 56])
  })

  test('a census from all states', () => {
    const starts = Array.from({ length: 16 }, (_, s) => bipolar([8, 4, 2, 1].map((bit) => (s & bit ? 1 : -1))))
    const walk = UnitMemory.under(Schedule.shuffled(1))<DenseMemory.DenseMemory, Pattern.Bipolar>(DenseMemory.units)
    const { attractors, cycles, exhausted } = Census.census(100)(walk)(memory)(starts)
    expect(attractors.reduce((sum, { count }) => sum + count, 0)).toBe(16)
    expect(attractors.length).toBe(2)
    expect([cycles, exhausted]).toEqual([0, 0])
  })
})

describe('associations', () => {
  const table = [
    [-1, -1, -1],
    [-1, 1, 1],
    [1, -1, 1],
    [1, 1, -1],
  ].map(([a, b, c]) => ({ input: bipolar([a ?? 0, b ?? 0]), target: bipolar([c ?? 0]) }))

  // Krotov and Hopfield (2016), §2: a square cannot, a cube can.
  test.each([
    [polynomial(2), [0, 0, 0, 0]],
    [polynomial(3), [-24, 24, 24, -24]],
    [rectified(2), [-3, 3, 3, -3]],
  ])('exclusive or by %o', (interaction, expected) => {
    const memory = right(DenseAssociator.learn({ interaction })(table))
    const votes = table.map(({ input }) => right(DenseAssociator.votes(memory)(input)).data[0])
    expect(votes).toEqual(expected)
  })

  test('classes with one unit up; inputs bipolar, outputs binary', () => {
    const kinds = random(30, 40, 8)
    const label = (kind: number) => binary([0, 1, 2].map((unit) => (unit === kind ? 1 : 0)))
    const associations = kinds.map((input, k) => ({ input, target: label(k % 3) }))
    const memory = right(DenseAssociator.learn({ interaction: polynomial(6) })(associations))
    kinds.forEach((input, k) => {
      expect(right(DenseAssociator.classify(memory)(turned(input, 6)))).toBe(k % 3)
      const run = right(DenseAssociator.recall({ schedule: Schedule.ordered([0, 1, 2]) })(memory)(turned(input, 6)))
      expect(run.state).toEqual(label(k % 3))
    })
  })

  test('refusals name the side', () => {
    const refused = (answer: E.Either<HopfieldError.HopfieldError, unknown>) =>
      E.match(HopfieldError.render, () => 'accepted')(answer)
    const memory = right(DenseAssociator.learn({ interaction: exponential })(table))
    expect(refused(DenseAssociator.learn({ interaction: exponential })([]))).toBe(
      'DenseAssociator.learn (input): expected at least one pattern, got none',
    )
    expect(refused(DenseAssociator.votes(memory)(bipolar([1])))).toBe(
      'DenseAssociator.hold (state): expected 2 units, got 1',
    )
    expect(refused(DenseAssociator.energy(memory)(bipolar([1, 1]), binary([1])))).toBe(
      'DenseAssociator.energy: expected a bipolar state, got binary',
    )
  })
})

describe('refusals', () => {
  const left = (answer: E.Either<HopfieldError.HopfieldError, unknown>): string =>
    E.match(HopfieldError.render, () => 'accepted')(answer)
  const make = (interaction: Interaction.Interaction, patterns = [bipolar([1, -1, 1])]) =>
    DenseMemory.fromPatterns({ interaction })(patterns)

  test.each([
    [make(polynomial(1)), 'DenseMemory.fromPatterns (degree): expected a whole number of at least 2, got 1'],
    [make(rectified(2.5)), 'DenseMemory.fromPatterns (degree): expected a whole number of at least 2, got 2.5'],
    [
      make(polynomial(1e9)),
      'DenseMemory.fromPatterns (degree): expected at most 430, or energies overflow, got 1000000000',
    ],
    [make(exponential, []), 'DenseMemory.fromPatterns: expected at least one pattern, got none'],
    [make(exponential, [bipolar([1]), bipolar([1, 1])]), 'DenseMemory.fromPatterns: expected 1 units, got 2'],
    [
      DenseMemory.fromPatterns({ interaction: exponential })([bipolar([1]), binary([1])]),
      'DenseMemory.fromPatterns: expected Bipolar patterns throughout, got Binary',
    ],
    [
      DenseMemory.fromPatterns({ interaction: exponential, scale: 0 })([bipolar([1])]),
      'DenseMemory.fromPatterns (scale): expected a positive finite scale, got 0',
    ],
    [
      E.chain((memory: DenseMemory.DenseMemory) => DenseMemory.energy(memory)(bipolar([1])))(make(exponential)),
      'DenseMemory.energy (state): expected 3 units, got 1',
    ],
    [
      E.chain((memory: DenseMemory.DenseMemory) => DenseMemory.overlaps(memory)(binary([1, 1, 1])))(make(exponential)),
      'DenseMemory.overlaps: expected a bipolar state, got binary',
    ],
    [DenseCapacity.errorFree(3)(1), 'DenseCapacity.errorFree (size): expected a whole number of at least 2, got 1'],
    [
      DenseCapacity.withErrors(3, 0.5)(9),
      'DenseCapacity.withErrors (share): expected a probability between 0 and ½, got 0.5',
    ],
    [DenseCapacity.rate(NaN), 'DenseCapacity.rate: expected a mean from -1 to 1, got NaN'],
    [DenseCapacity.exponent(0.6), 'DenseCapacity.exponent: expected a share of turned units from 0 to ½, got 0.6'],
    [
      DenseCapacity.measure({ interaction: exponential, size: 0, count: 1 })(Random.fromSeed(1))[0],
      'DenseCapacity.measure (size): expected a whole number of at least 1, got 0',
    ],
    [make(polynomial(430)), 'accepted'],
  ])('%#', (answer, message) => {
    expect(left(answer)).toBe(message)
  })

  test('the scale 1/P of the lecture multiplies energies of powers, and shifts those of the exponential', () => {
    const patterns = [bipolar([1, 1, 1, -1]), bipolar([1, -1, 1, 1])]
    const energyOf = (interaction: Interaction.Interaction, scale: number) =>
      right(
        DenseMemory.energy(right(DenseMemory.fromPatterns({ interaction, scale })(patterns)))(
          patterns[0] as Pattern.Bipolar,
        ),
      )
    expect(energyOf(polynomial(3), 0.5)).toBe(-32)
    expect(energyOf(exponential, 0.5)).toBeCloseTo(-Math.log((Math.exp(4) + 1) / 2), 14)
  })
})
