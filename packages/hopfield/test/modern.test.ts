import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Census } from '@engram/associative-memory'
import { Matrix, Random, Vector } from '@engram/linalg'
import { HopfieldError, Modern, ModernRecall, ModernVerdict, Separation, Storage } from '../src/index.js'
import { golden, right, vector } from './support.js'

type Numbers = ReadonlyArray<number>
type Rows = ReadonlyArray<Numbers>

const rows = (numbers: Rows): Matrix.Matrix => right(Matrix.fromRows(numbers))

const memory = (beta: number, patterns: Rows, values?: Rows): Modern.Modern =>
  right(Modern.make({ beta, ...(values === undefined ? {} : { values: rows(values) }) })(rows(patterns)))

/** Within 1e-12, or 1e-10 of the value. */
const expectClose = (actual: Numbers, expected: Numbers): void => {
  expect(actual).toHaveLength(expected.length)
  actual.forEach((value, i) => {
    const target = expected[i] ?? NaN
    expect(Math.abs(value - target), `component ${i}: ${value} against ${target}`).toBeLessThanOrEqual(
      1e-12 + 1e-10 * Math.abs(target),
    )
  })
}

const expectRows = (actual: Matrix.Matrix, expected: Rows): void => {
  expect(actual.rows).toBe(expected.length)
  Matrix.toRows(actual).forEach((row, k) => expectClose(row, expected[k] ?? []))
}

describe('hflayers, without projections', () => {
  interface Layer {
    readonly beta: number
    readonly update_steps_max: number | null
    readonly update_steps_eps: number
    readonly stored_patterns: Rows
    readonly state_patterns: Rows
  }
  interface Retrieved {
    readonly retrieved: Rows
    readonly association: Rows
  }

  test('one update', () => {
    const { expected, inputs } = golden<Layer, Retrieved>('modern', 'static_beta_1.0_steps_0')
    const stored = memory(inputs.beta, inputs.stored_patterns)
    expectRows(right(Modern.retrieveAll({})(stored)(rows(inputs.state_patterns))), expected.retrieved)
    expectRows(right(Modern.weightsAll({})(stored)(rows(inputs.state_patterns))), expected.association)
  })

  test('updates until nothing moves', () => {
    const { expected, inputs } = golden<Layer, Retrieved>('modern', 'static_beta_8.0_steps_None')
    const stored = memory(inputs.beta, inputs.stored_patterns)
    inputs.state_patterns.forEach((state, k) => {
      const { answer, outcome, weights } = right(ModernRecall.recall({ tolerance: 1e-14 })(stored)(vector(state)))
      expect(outcome._tag).toBe('FixedPoint')
      expectClose(Vector.toArray(answer), expected.retrieved[k] ?? [])
      expectClose(Vector.toArray(weights), expected.association[k] ?? [])
    })
  })

  test('two updates, then other values than the patterns', () => {
    const { expected, inputs } = golden<
      {
        readonly beta: number
        readonly update_steps_max: number
        readonly stored_patterns: ReadonlyArray<Rows>
        readonly state_patterns: ReadonlyArray<Rows>
        readonly pattern_projection: ReadonlyArray<Rows>
      },
      { readonly output: ReadonlyArray<Rows>; readonly association: ReadonlyArray<Rows> }
    >('modern', 'static_hetero_plain_steps_2')
    inputs.stored_patterns.forEach((patterns, k) => {
      const stored = memory(inputs.beta, patterns, inputs.pattern_projection[k])
      const queries = rows(inputs.state_patterns[k] ?? [])
      const options = { updates: inputs.update_steps_max }
      expectRows(right(Modern.retrieveAll(options)(stored)(queries)), expected.output[k] ?? [])
      expectRows(right(Modern.weightsAll(options)(stored)(queries)), expected.association[k] ?? [])
    })
  })
})

describe('attention of torch: one update with β = 1/√d', () => {
  interface Attention {
    readonly q: Rows
    readonly k: Rows
    readonly v: Rows
    readonly beta: number
    readonly mask_true_is_blocked: ReadonlyArray<ReadonlyArray<boolean>> | null
  }

  test.each(['sdpa_plain', 'sdpa_causal', 'sdpa_key_padding', 'sdpa_beta_1e6_onehot'])('%s', (id) => {
    const { expected, inputs } = golden<Attention, { readonly weights: Rows; readonly output: Rows }>('modern', id)
    const stored = memory(inputs.beta, inputs.k, inputs.v)
    const options = inputs.mask_true_is_blocked === null ? {} : { masked: inputs.mask_true_is_blocked }
    expectRows(right(Modern.weightsAll(options)(stored)(rows(inputs.q))), expected.weights)
    expectRows(right(Modern.retrieveAll(options)(stored)(rows(inputs.q))), expected.output)
  })

  test('a row of nothing but masks is a row of zeros', () => {
    const stored = memory(1, [[1], [2], [3]])
    const options = {
      masked: [
        [true, true, true],
        [false, true, false],
      ],
    }
    const weights = Matrix.toRows(right(Modern.weightsAll(options)(stored)(rows([[1], [0]]))))
    expect(weights).toEqual([
      [0, 0, 0],
      [0.5, 0, 0.5],
    ])
    expect(Matrix.toRows(right(Modern.retrieveAll(options)(stored)(rows([[1], [0]]))))).toEqual([[0], [2]])
  })
})

describe('energy', () => {
  test('along thirty updates, as autograd has it', () => {
    const { expected, inputs } = golden<
      { readonly X_rows_are_patterns: Rows; readonly xi: Numbers; readonly beta: number },
      {
        readonly energy: number
        readonly grad: Numbers
        readonly new_state: Numbers
        readonly trajectory: Rows
        readonly energies: Numbers
      }
    >('modern', 'modern_hopfield_energy_beta_1.0')
    const stored = memory(inputs.beta, inputs.X_rows_are_patterns)
    const start = vector(inputs.xi)
    const { energies, sweeps } = right(
      ModernRecall.recall({ tolerance: 0, maxSweeps: expected.energies.length - 1 })(stored)(start),
    )
    expectClose(energies, expected.energies.slice(0, sweeps + 1))
    expectClose([right(Modern.energy(stored)(start))], [expected.energy])
    const next = Vector.toArray(right(Modern.update(stored)(start)))
    expectClose(next, expected.new_state)
    expectClose(
      inputs.xi.map((each, i) => each - (next[i] ?? NaN)),
      expected.grad,
    )
    expected.trajectory.forEach((state, k) => {
      const reached = right(ModernRecall.recall({ tolerance: 0, maxSweeps: k })(stored)(start))
      expectClose(Vector.toArray(reached.state), state)
    })
  })

  test('lecture V: ½ M², where ½ M is printed', () => {
    const { expected, inputs } = golden<
      { readonly patterns_rows: Rows; readonly beta: number; readonly y: Numbers },
      { readonly E_right_half_M_squared: number; readonly E_as_printed_half_M: number; readonly new_state: Numbers }
    >('modern', 'continuous_energy_constant')
    const stored = memory(inputs.beta, inputs.patterns_rows)
    const energy = right(Modern.energy(stored)(vector(inputs.y)))
    expectClose([energy], [expected.E_right_half_M_squared])
    expectClose([energy - 0.5 * 2 ** 2 + 0.5 * 2], [expected.E_as_printed_half_M])
    expectClose(Vector.toArray(right(Modern.update(stored)(vector(inputs.y)))), expected.new_state)
  })

  test('a single pattern: half the squared distance, exactly 0 at the pattern', () => {
    const stored = memory(3, [[0.1, 0.2, 0.3]])
    expect(right(Modern.energy(stored)(vector([0.1, 0.2, 0.3])))).toBe(0)
    expect(right(Modern.energy(memory(3, [[1, 2]]))(vector([4, -2])))).toBe(12.5)
  })

  test('β from 0 to ∞: from the mean score to the greatest', () => {
    const at = (beta: number): number =>
      right(
        Modern.energy(
          memory(beta, [
            [2, 0],
            [0, 1],
          ]),
        )(vector([1, 1])),
      )
    expect(at(0)).toBe(1.5)
    expect(at(2 ** -1074)).toBe(1.5)
    expect(at(1e-300)).toBe(1.5)
    expect(at(1e-10)).toBeCloseTo(1.5, 10)
    expect(at(1)).toBeCloseTo(3 - Math.log((Math.E ** 2 + Math.E) / 2), 14)
    expect(at(1e300)).toBe(1)
    expect(at(Infinity)).toBe(1)
  })
})

describe('the theorems of Ramsauer et al.', () => {
  test('retrieval with one update', () => {
    interface Run {
      readonly patterns: Rows
      readonly xi: Numbers
      readonly beta: number
      readonly M: number
      readonly Delta: number
      readonly f_xi: Numbers
      readonly fixed_point: Numbers
      readonly error_to_pattern: number
      readonly theorem5_bound: number
    }
    const { expected } = golden<unknown, { readonly runs: ReadonlyArray<Run> }>('modern', 'ramsauer_one_step')
    const away = (a: Numbers, b: Numbers): number => Math.hypot(...a.map((each, i) => each - (b[i] ?? NaN)))
    expected.runs.forEach((run) => {
      const stored = memory(run.beta, run.patterns)
      const pattern = run.patterns[0] ?? []
      const next = Vector.toArray(right(Modern.update(stored)(vector(run.xi))))
      expectClose(next, run.f_xi)
      expectClose([right(Separation.separation(stored)(0))], [run.Delta])
      const { state } = right(ModernRecall.recall({ tolerance: 1e-15 })(stored)(vector(run.xi)))
      expectClose(Vector.toArray(state), run.fixed_point)
      const far = Math.max(away(run.xi, pattern), away(run.fixed_point, pattern))
      const bound = right(Separation.retrievalError(stored)(0)(far))
      expect(Math.abs(bound / run.theorem5_bound - 1)).toBeLessThan(1e-9)
      expect(away(next, pattern)).toBeLessThanOrEqual(
        right(Separation.retrievalError(stored)(0)(away(run.xi, pattern))),
      )
    })
  })

  test('the storage constant of the two examples', () => {
    const sphere = { beta: 1, failure: 0.001 }
    const three = right(Storage.capacity({ ...sphere, scale: 3, dimension: 20 }))
    expect(Math.floor(three.constant * 1e4)).toBe(31546)
    expect(three.applies).toBe(true)
    expect(three.patterns).toBeCloseTo(Math.sqrt(0.001) * 3.1546 ** (19 / 4), 1)
    const one = right(Storage.capacity({ ...sphere, scale: 1, dimension: 75 }))
    // The paper cuts off what follows.
    expect(Math.floor(one.constant * 1e4)).toBe(13718)
    expect(one.applies).toBe(true)
  })

  test('global, metastable and single fixed points, as β grows', () => {
    const patterns = [
      [2, 0],
      [1.5, 1],
      [-2, 0],
    ]
    const told = [1 / 64, 1, 16].map((beta) => {
      const stored = memory(beta, patterns)
      return ModernVerdict.ofRecall({})(stored)(right(ModernRecall.recall({})(stored)(vector([1, 0.5]))))
    })
    expect(told).toMatchObject([
      { _tag: 'Global' },
      { _tag: 'Metastable', indices: [0, 1] },
      { _tag: 'Single', index: 0 },
    ])
  })

  test('one update is not enough where β is small: the state goes on moving', () => {
    const stored = memory(1, [
      [2, 0],
      [-2, 0],
    ])
    const { energies, sweeps, weights } = right(ModernRecall.recall({})(stored)(vector([0.1, 0])))
    expect(sweeps).toBeGreaterThan(5)
    expect(Vector.toArray(right(Modern.update(stored)(vector([0.1, 0]))))[0]).toBeCloseTo(0.394755, 5)
    expect(weights.data[0]).toBeGreaterThan(0.99)
    expect(energies).toEqual(energies.toSorted((a, b) => b - a))
  })
})

test('a census: whatever the start, a run ends in one of a few states', () => {
  const stored = memory(4, [
    [2, 0],
    [0, 2],
    [-2, -2],
  ])
  const [numbers] = Random.normals(60)(Random.fromSeed(1))
  const starts = Array.from({ length: 30 }, (_, k) => vector(numbers.slice(2 * k, 2 * k + 2)))
  const { attractors, exhausted } = Census.census(1000)(ModernRecall.walk({ tolerance: 1e-12 }))(stored)(starts)
  expect(exhausted).toBe(0)
  expect(attractors).toHaveLength(3)
})

describe('many patterns and queries', () => {
  const [count, size, asked] = [9000, 24, 260]
  const [numbers] = Random.normals((count + asked) * size)(Random.fromSeed(5))
  const patterns = Matrix.unsafeFromFloat64(count, size)(Float64Array.from(numbers.slice(0, count * size)))
  const queries = Matrix.unsafeFromFloat64(asked, size)(Float64Array.from(numbers.slice(count * size)))

  test.each([1 / Math.sqrt(size), 8])('β = %d: in blocks as one by one, to the bit', (beta) => {
    const stored = right(Modern.make({ beta })(patterns))
    const answers = Matrix.toRows(right(Modern.retrieveAll({})(stored)(queries)))
    const weights = Matrix.toRows(right(Modern.weightsAll({})(stored)(queries)))
    Matrix.toRows(queries).forEach((query, k) => {
      if (k % 37 !== 0) return
      expect(answers[k]).toEqual(Vector.toArray(right(Modern.retrieve(stored)(vector(query)))))
      expect(weights[k]).toEqual(Vector.toArray(right(Modern.weights(stored)(vector(query)))))
    })
  })
})

describe('what is refused, and in what words', () => {
  const refusal = (answer: E.Either<HopfieldError.HopfieldError, unknown>): string =>
    E.match(HopfieldError.render, (value) => `no refusal, but ${JSON.stringify(value)}`)(answer)
  const two = rows([
    [1, 0],
    [0, 1],
  ])
  const stored = right(Modern.make({ beta: 1 })(two))
  const state = vector([1, 1])

  test.each([
    [refusal(Modern.make({ beta: 1 })(Matrix.zeros(0, 2))), 'Modern.make: expected at least one pattern, got none'],
    [
      refusal(Modern.make({ beta: 1 })(Matrix.zeros(2, 0))),
      'Modern.make: expected patterns of at least one component, got none',
    ],
    [
      refusal(Modern.make({ beta: -1 })(two)),
      'Modern.make (beta): expected an inverse temperature from 0 to Infinity, got -1',
    ],
    [
      refusal(Modern.make({ beta: NaN })(two)),
      'Modern.make (beta): expected an inverse temperature from 0 to Infinity, got NaN',
    ],
    [
      refusal(Modern.make({ beta: 1, values: Matrix.zeros(3, 1) })(two)),
      'Modern.make (values): expected a row for each of 2 patterns, got 3',
    ],
    [
      refusal(Modern.make({ beta: 1 })(rows([[1e200]]))),
      'Modern.make: expected rows with norms up to 2^500, got Infinity',
    ],
    [
      refusal(Modern.make({ beta: 1, values: Matrix.unsafeFromFloat64(2, 1)(Float64Array.of(1, NaN)) })(two)),
      'Modern.make (values): expected rows with norms up to 2^500, got NaN',
    ],
    [refusal(Modern.retrieve(stored)(vector([1]))), 'Modern.retrieve: expected 2 units, got 1'],
    [refusal(Modern.update(stored)(vector([1]))), 'Modern.update: expected 2 units, got 1'],
    [refusal(Modern.weights(stored)(vector([1]))), 'Modern.weights: expected 2 units, got 1'],
    [
      refusal(Modern.energy(stored)(vector([1e160, 1]))),
      'Modern.energy: expected rows with norms up to 2^500, got Infinity',
    ],
    [refusal(Modern.mask([true])(stored)), 'Modern.mask: expected an entry for each of 2 patterns, got 1'],
    [refusal(Modern.retrieveAll({})(stored)(Matrix.zeros(1, 3))), 'Modern.retrieveAll: expected 2 units, got 3'],
    [
      refusal(Modern.retrieveAll({ updates: 0.5 })(stored)(two)),
      'Modern.retrieveAll (updates): expected a natural number, got 0.5',
    ],
    [
      refusal(Modern.weightsAll({ masked: [[true, false]] })(stored)(two)),
      'Modern.weightsAll (masked): expected a row for each of 2 queries, got 1',
    ],
    [
      refusal(Modern.weightsAll({ masked: [[true, false], []] })(stored)(two)),
      'Modern.weightsAll (masked): expected an entry for each of 2 patterns, got 0',
    ],
    [
      refusal(ModernRecall.recall({ tolerance: -1 })(stored)(state)),
      'ModernRecall.recall (tolerance): expected a distance of 0 or more, got -1',
    ],
    [
      refusal(ModernRecall.recall({ maxSweeps: 1.5 })(stored)(state)),
      'ModernRecall.recall (maxSweeps): expected a natural number, got 1.5',
    ],
    [
      refusal(Separation.separation(stored)(2)),
      'Separation.separation: expected a pattern from 0 to 1 that is not masked, got 2',
    ],
    [
      refusal(Separation.retrievalError(stored)(0)(-1)),
      'Separation.retrievalError (distance): expected a distance of 0 or more, got -1',
    ],
    [
      refusal(Storage.capacity({ beta: 0, scale: 1, dimension: 2, failure: 0.1 })),
      'Storage.capacity (beta): expected a positive number, got 0',
    ],
    [
      refusal(Storage.capacity({ beta: 1, scale: 1, dimension: 1, failure: 0.1 })),
      'Storage.capacity (dimension): expected a whole number from 2 on, got 1',
    ],
    [
      refusal(Storage.capacity({ beta: 1, scale: 1, dimension: 2, failure: 2 })),
      'Storage.capacity (failure): expected a probability from 0 to 1, got 2',
    ],
  ])('%s', (told, expected) => expect(told).toBe(expected))

  test('no query at all: no answers', () => {
    expect(right(Modern.retrieveAll({})(stored)(Matrix.zeros(0, 2)))).toMatchObject({ rows: 0, cols: 2 })
  })

  test('masked patterns have no separation, and do not count in that of others', () => {
    const hidden = right(Modern.mask([false, true])(stored))
    expect(right(Separation.separation(hidden)(0))).toBe(Infinity)
    expect(right(Separation.retrievalError(hidden)(0)(1))).toBe(0)
    expect(refusal(Separation.separation(hidden)(1))).toContain('that is not masked')
  })
})
