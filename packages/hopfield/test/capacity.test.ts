import { either as E, option as O } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Census, Crosstalk, Projection, Storkey, type Pattern } from '@engram/associative-memory'
import { Matrix, SymmetricMatrix } from '@engram/linalg'
import { Capacity, Energy, HopfieldError, LocalField, Network, Radius, Spurious } from '../src/index.js'
import { bipolar, golden, right } from './support.js'

type Numbers = ReadonlyArray<number>

const near = (expected: number, relative: number) => (actual: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 + relative * Math.abs(expected))

describe('formulas', () => {
  test('of the lectures, with the natural logarithm', () => {
    const { inputs, expected } = golden<{ readonly n: Numbers }, Readonly<Record<string, Numbers>>>(
      'capacity',
      'capacity_formulas',
    )
    inputs.n.forEach((n, k) => {
      near(expected['n_over_2_ln_n_McEliece']?.[k] ?? NaN, 1e-12)(right(Capacity.almostAll(n)))
      near(expected['n_over_4_ln_n_all_patterns']?.[k] ?? NaN, 1e-12)(right(Capacity.all(n)))
    })
  })

  test('of McEliece et al.', () => {
    const { inputs, expected } = golden<{ readonly n: Numbers }, Readonly<Record<string, Numbers>>>(
      'capacity',
      'mceliece_capacity',
    )
    inputs.n.forEach((n, k) => {
      near(expected['n_over_2_ln_n']?.[k] ?? NaN, 1e-12)(right(Capacity.almostAll(n)))
      near(expected['n_over_4_ln_n']?.[k] ?? NaN, 1e-12)(right(Capacity.all(n)))
    })
  })

  test('of Storkey: about 33 patterns in 100 units', () =>
    expect(right(Capacity.almostAllByStorkey(100)).toFixed(2)).toBe('32.95'))
})

test('the mean field of Amit, Gutfreund and Sompolinsky at zero temperature', () => {
  interface Point {
    readonly alpha: number
    readonly m: number
    readonly wrong_bits: number
    readonly C: number
    readonly r: number
  }
  const { expected } = golden<
    unknown,
    { readonly alpha_c: number; readonly m_at_alpha_c: number; readonly branch: ReadonlyArray<Point> }
  >('capacity', 'ags_zero_temperature')
  near(expected.alpha_c, 1e-12)(Capacity.critical.load)
  near(expected.m_at_alpha_c, 1e-12)(Capacity.critical.overlap)
  expected.branch.forEach(({ alpha, m, wrong_bits, C, r }) => {
    const told = O.getOrElse(() => Capacity.critical)(right(Capacity.meanField(alpha)))
    near(m, 1e-9)(told.overlap)
    near(wrong_bits, 1e-9)(told.wrong)
    near(C, 1e-9)(told.response)
    near(r, 1e-9)(told.noise)
  })
})

const seeds = Array.from({ length: 30 }, (_, k) => k + 1)

interface Measured {
  readonly mean: number
  /** Standard deviation of the mean, from the spread of the trials. */
  readonly deviation: number
}

const measured = (values: Numbers): Measured => {
  const mean = values.reduce((total, value) => total + value, 0) / values.length
  const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1)
  return { mean, deviation: Math.sqrt(variance / values.length) }
}

const stable = (units: number, patterns: number, trials: Numbers, learn?: Capacity.Learn) => {
  const told = trials.map((seed) =>
    right(Capacity.stability({ seed, units, patterns, trials: 1, ...(learn === undefined ? {} : { learn }) })),
  )
  return {
    patterns: measured(told.map((each) => each.patterns.share)),
    networks: told.filter((each) => each.networks.count === 1).length,
    trials: trials.length,
  }
}

/** Six deviations, and what the published number was rounded to or measured within. */
const agrees = ({ mean, deviation }: Measured, published: number, within: number) =>
  expect(Math.abs(mean - published)).toBeLessThanOrEqual(6 * deviation + within)

/** The shares that so many networks of all do not contradict at six deviations. */
const agreesWithCount = (networks: number, trials: number, published: number, within: number) => {
  const [low, high] = Census.wilson(6)(networks, trials)
  expect(published).toBeGreaterThanOrEqual(low - within)
  expect(published).toBeLessThanOrEqual(high + within)
}

describe('random patterns that are fixed points', () => {
  // Shares of patterns, and of networks all of whose patterns are, over some two hundred networks.
  test.each([
    [5, 1, 1],
    [7, 0.998, 0.985],
    [11, 0.94, 0.555],
    [14, 0.809, 0.09],
    [20, 0.409, 0],
  ])('by Hebb’s rule, %d in 100 units', (patterns, share, all) => {
    const told = stable(100, patterns, seeds)
    agrees(told.patterns, share, 0.02)
    agreesWithCount(told.networks, told.trials, all, 0.05)
  })

  test.each([
    [20, 1],
    [33, 0.967],
  ])('by Storkey’s rule, %d in 100 units', (patterns, share) =>
    agrees(stable(100, patterns, seeds.slice(0, 10), Storkey.learn('first')).patterns, share, 0.03),
  )

  test('by projection, 95 in 100 units: all', () => {
    const projection: Capacity.Learn = (patterns) =>
      E.map(({ weights }: { readonly weights: Matrix.Matrix }) => ({
        weights: SymmetricMatrix.clearDiagonal(SymmetricMatrix.unsafeSymmetric(weights)),
      }))(Projection.learn(patterns.map((pattern) => ({ input: pattern, target: pattern }))))
    expect(
      right(Capacity.stability({ seed: 1, units: 100, patterns: 95, trials: 2, learn: projection })),
    ).toMatchObject({
      networks: { share: 1 },
    })
  })

  test('at the loads of McEliece et al.', () => {
    const { expected } = golden<
      unknown,
      {
        readonly rows: ReadonlyArray<{
          readonly n: number
          readonly P: number
          readonly sim_fraction_patterns_fixed: number
          readonly sim_fraction_all_fixed: number
        }>
      }
    >('capacity', 'mceliece_finite_n')
    expected.rows.forEach(({ n, P, sim_fraction_patterns_fixed, sim_fraction_all_fixed }) => {
      const told = stable(n, P, seeds.slice(0, n > 300 ? 6 : 12))
      agrees(told.patterns, sim_fraction_patterns_fixed, 0.05)
      agreesWithCount(told.networks, told.trials, sim_fraction_all_fixed, 0.05)
    })
  })

  test('refusals', () => {
    const refusal = (answer: E.Either<HopfieldError.HopfieldError, unknown>): string =>
      E.match(HopfieldError.render, (value) => `no refusal, but ${JSON.stringify(value)}`)(answer)
    expect(refusal(Capacity.almostAll(1))).toBe(
      'Capacity.almostAll (units): expected a whole number of at least 2, got 1',
    )
    expect(refusal(Capacity.meanField(0))).toBe('Capacity.meanField (load): expected a positive number, got 0')
    expect(refusal(Capacity.stability({ seed: 1, units: 4, patterns: 1, trials: 0 }))).toBe(
      'Capacity.stability (trials): expected a whole number of at least 1, got 0',
    )
  })
})

describe('three patterns that are complete: every way to agree comes twice', () => {
  interface Mixture {
    readonly mixture: Numbers
    readonly overlaps: Numbers
    readonly alignments: Numbers
    readonly E_mixture: number
    readonly E_pattern: number
    readonly all_8_sign_mixtures_fixed: ReadonlyArray<boolean>
  }
  const { inputs, expected } = golden<{ readonly patterns: ReadonlyArray<Numbers> }, Mixture>(
    'capacity',
    'mixture3_complete_N16',
  )
  const patterns = inputs.patterns.map(bipolar)
  const n = patterns[0]?.length ?? 0
  const net = right(Network.fromPatterns({ scale: 1 / n })(patterns))
  const mixture = bipolar(expected.mixture)

  test('have the energies and the margins of the golden file', () => {
    expect(right(Energy.energy(net)(mixture))).toBe(expected.E_mixture)
    expect(right(Energy.energy(net)(patterns[0] as Pattern.Bipolar))).toBe(expected.E_pattern)
    expect(Array.from(right(Radius.margins(net)(mixture)).data)).toEqual(expected.alignments)
    expect(right(LocalField.isFixedPoint(net)(mixture))).toBe(true)
  })

  test('have eight mixtures among their fixed points', () => {
    const { counts } = right(Spurious.census(patterns)(net))
    expect(counts).toMatchObject({ Stored: 3, Reversed: 3 })
    expect(counts.Mixture).toBeGreaterThanOrEqual(expected.all_8_sign_mixtures_fixed.filter((fixed) => fixed).length)
  })
})

test('crosstalk decides: three patterns in four units, of which one loses its last unit', () => {
  const patterns = [
    [1, 1, 1, 1],
    [1, 1, 1, -1],
    [1, 1, -1, 1],
  ].map(bipolar)
  const second = patterns[1] as Pattern.Bipolar
  expect(Matrix.toRows(right(Crosstalk.crosstalk(patterns)))[1]).toEqual([-0.5, -0.5, -0.5, 0.5])
  // 4(1 − C) − 3 without self-couplings: C = ½ is below 1, but not below 1 − 3/4. With them: 4(1 − C).
  const modified = right(Network.fromPatterns({})(patterns))
  expect(Array.from(right(Radius.margins(modified)(second)).data)).toEqual([3, 3, 3, -1])
  expect(right(LocalField.isFixedPoint(modified)(second))).toBe(false)
  const plain = right(Network.fromPatterns({ diagonal: 'kept' })(patterns))
  expect(Array.from(right(Radius.margins(plain)(second)).data)).toEqual([6, 6, 6, 2])
  expect(right(LocalField.isFixedPoint(plain)(second))).toBe(true)
})
