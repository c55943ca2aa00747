import { describe, expect, test } from 'vitest'
import { Matrix, Vector } from '@engram/linalg'
import { AutoAssociator, Hebbian, Noise, Pattern, Recall, Retrieval, type Memory, type Tie } from '../src/index.js'
import { binary, bipolar, cue, lecture, right } from './support.js'

type Numbers = ReadonlyArray<number>
type Rows = ReadonlyArray<Numbers>

interface Associations {
  readonly S: Rows
  readonly T: Rows
}

const learn = (encode: (components: Numbers) => Pattern.Pattern, { S, T }: Associations): Memory.Memory =>
  right(Hebbian.learn(S.map((input, p) => ({ input: encode(input), target: encode(T[p] ?? []) }))))

const net = (memory: Memory.Memory, x: Pattern.Pattern | Pattern.Cue): Numbers =>
  Vector.toArray(right(Recall.net(memory)(x)))

const answer = (rule: Recall.Rule, memory: Memory.Memory, x: Pattern.Pattern | Pattern.Cue): Numbers =>
  Pattern.toArray(right(Recall.recall(rule)(memory)(x)))

describe('four patterns, two targets', () => {
  test('in binary form: W, the nets (2,0) (3,0) (0,2) (0,3), and all sixteen inputs', () => {
    const { inputs, expected } = lecture<
      Associations,
      {
        readonly W: Rows
        readonly nets: Rows
        readonly outputs_step: Rows
        readonly all_16_binary_inputs: Readonly<Record<string, { readonly net: Numbers; readonly out: Numbers }>>
      }
    >('hetero_4_patterns')
    const memory = learn(binary, inputs)
    expect(Matrix.toRows(memory.weights)).toEqual(expected.W)
    expect(inputs.S.map((s) => net(memory, binary(s)))).toEqual(expected.nets)
    expect(inputs.S.map((s) => answer({ encoding: 'binary', tie: 'down' }, memory, binary(s)))).toEqual(
      expected.outputs_step,
    )
    const all = Object.entries(expected.all_16_binary_inputs)
    expect(all).toHaveLength(16)
    all.forEach(([bits, { net: field, out }]) => {
      const x = binary(Array.from(bits, Number))
      expect(net(memory, x)).toEqual(field)
      expect(answer({ encoding: 'binary', tie: 'down' }, memory, x)).toEqual(out)
    })
  })

  test('in bipolar form: W, nets, and all eighty-one inputs with missing components', () => {
    const { inputs, expected } = lecture<
      Associations,
      {
        readonly W: Rows
        readonly nets: Rows
        readonly outputs: Rows
        readonly all_ternary_inputs: Readonly<
          Record<string, { readonly net: Numbers; readonly out_sign0_is_0: Numbers }>
        >
      }
    >('hetero_4_patterns_bipolar')
    const memory = learn(bipolar, inputs)
    expect(Matrix.toRows(memory.weights)).toEqual(expected.W)
    expect(inputs.S.map((s) => net(memory, bipolar(s)))).toEqual(expected.nets)
    const all = Object.entries(expected.all_ternary_inputs)
    expect(all).toHaveLength(81)
    all.forEach(([components, { net: field, out_sign0_is_0 }]) => {
      const x = cue(components.split(',').map(Number))
      expect(net(memory, x)).toEqual(field)
      expect(answer({ encoding: 'bipolar', tie: 'zero' }, memory, x)).toEqual(out_sign0_is_0)
    })
  })
})

describe('the auto-associator that stores (1, 1, 1, −1)', () => {
  const { inputs, expected } = lecture<
    { readonly s: Numbers; readonly W_hebb: Rows; readonly W_zero_diag: Rows },
    {
      readonly cases: ReadonlyArray<{
        readonly input: Numbers
        readonly net_hebb: Numbers
        readonly out_hebb: Numbers
        readonly net_zero_diag: Numbers
        readonly out_zero_diag_sign0_is_0: Numbers
      }>
    }
  >('autoassociator_feedforward')
  const stored = bipolar(inputs.s)
  const hebb = right(Hebbian.learnAuto([stored]))
  const modified = right(Hebbian.learnModified([stored]))

  test('has the weights of both rules', () => {
    expect(Matrix.toRows(hebb.weights)).toEqual(inputs.W_hebb)
    expect(Matrix.toRows(modified.weights)).toEqual(inputs.W_zero_diag)
  })

  test('corrects one mistake and two missing components, and by the plain rule gives up at two mistakes', () => {
    expected.cases.forEach((each) => {
      const x = cue(each.input)
      expect(net(hebb, x)).toEqual(each.net_hebb)
      expect(answer({ encoding: 'bipolar', tie: 'zero' }, hebb, x)).toEqual(each.out_hebb)
      expect(net(modified, x)).toEqual(each.net_zero_diag)
      expect(answer({ encoding: 'bipolar', tie: 'zero' }, modified, x)).toEqual(each.out_zero_diag_sign0_is_0)
    })
    expect(net(hebb, cue([-1, -1, 1, -1]))).toEqual([0, 0, 0, 0])
  })
})

test('orthogonal patterns up to the number of units: n − P times themselves by the modified rule', () => {
  const { inputs, expected } = lecture<
    { readonly hadamard_n8: Rows },
    { readonly modified_hebb: Readonly<Record<string, { readonly net_factor_n_minus_P: number }>> }
  >('capacity_orthogonal_n8')
  Object.entries(expected.modified_hebb).forEach(([count, { net_factor_n_minus_P }]) => {
    const patterns = inputs.hadamard_n8.slice(0, Number(count)).map(bipolar)
    const memory = right(Hebbian.learnModified(patterns))
    patterns.forEach((pattern) =>
      expect(net(memory, pattern)).toEqual(
        Pattern.toArray(pattern).map((component) => net_factor_n_minus_P * component + 0),
      ),
    )
  })
})

describe.each(['disturbance_bound_P2', 'disturbance_bound_P3', 'disturbance_bound_P4'])(
  'orthogonal inputs: %s',
  (id) => {
    const { inputs, expected } = lecture<
      Associations,
      {
        readonly W: Rows
        readonly nets: Rows
        readonly outputs: Rows
        readonly output_bound_min_norm2: number
        readonly input_bound_delta_bar: number
        readonly exact_smallest_breaking_norm: number
      }
    >(id)
    const memory = learn(bipolar, inputs)
    const associations = inputs.S.map((s, p) => ({ input: bipolar(s), target: bipolar(inputs.T[p] ?? []) }))

    test('call up their targets', () => {
      expect(Matrix.toRows(memory.weights)).toEqual(expected.W)
      expect(inputs.S.map((s) => net(memory, bipolar(s)))).toEqual(expected.nets)
      expect(inputs.S.map((s) => answer({ encoding: 'bipolar', tie: 'zero' }, memory, bipolar(s)))).toEqual(
        expected.outputs,
      )
    })

    test('withstand a disturbance up to the bound of the lecture, and up to the exact one', () => {
      expect(right(Noise.outputBound(associations))).toBe(expected.output_bound_min_norm2)
      // One square root and one division, each correctly rounded, on either side.
      const within = (value: number): number => 4 * 2 ** -53 * value
      const lower = right(Noise.inputBound(associations))
      expect(Math.abs(lower - expected.input_bound_delta_bar)).toBeLessThanOrEqual(within(lower))
      const exact = right(Noise.radius(memory)(associations))
      expect(Math.abs(exact - expected.exact_smallest_breaking_norm)).toBeLessThanOrEqual(within(exact))
    })
  },
)

describe('the auto-associator that is shown its own answers', () => {
  interface Steps {
    readonly nets: Rows
    readonly activations: Rows
  }
  const { inputs, expected } = lecture<
    { readonly W: Rows },
    {
      readonly runs: ReadonlyArray<{
        readonly input: Numbers
        readonly sign0_is_0: Steps
        readonly keep_on_equality: Steps
      }>
    }
  >('autoassociator_iterated')
  const memory = right(Hebbian.learnModified([bipolar([1, 1, 1, -1])]))

  const states = (tie: Tie.Tie, input: Numbers): Rows => {
    const told = right(AutoAssociator.recall(100)({ memory, tie })(cue(input)))
    return Array.from({ length: told.sweeps }, (_, step) =>
      Pattern.toArray(Retrieval.stateAt(told)((step + 1) * input.length)),
    )
  }

  test('has the weights of the slide', () => expect(Matrix.toRows(memory.weights)).toEqual(inputs.W))

  test.each(expected.runs)('$input, where ties answer 0', ({ input, sign0_is_0 }) =>
    expect(states('zero', input)).toEqual(sign0_is_0.activations),
  )

  test.each(expected.runs)('$input, where ties keep the old value', ({ input, keep_on_equality }) =>
    expect(states('keep', input)).toEqual(keep_on_equality.activations),
  )
})
