import { describe, expect, test } from 'vitest'
import { Pattern } from '@engram/associative-memory'
import { Matrix, Vector } from '@engram/linalg'
import { Energy, LocalField, Network, Recall, Schedule, Sparse, Trace, TransitionGraph, Update } from '../src/index.js'
import { binary, bipolar, golden, network, right, vector } from './support.js'

type Numbers = ReadonlyArray<number>
type Rows = ReadonlyArray<Numbers>

const fundamental = bipolar([1, 1, 1, -1])
const net = right(Network.fromPatterns({})([fundamental]))
const binaryNet = right(Network.fromPatterns({})([Pattern.toBinary(fundamental)]))

describe('the net that stores (1, 1, 1, −1)', () => {
  test('has the weights of the slide, from the binary and from the bipolar form', () => {
    const { expected } = golden<unknown, { readonly W: Rows }>('lectures', 'hopfield_w_bipolar')
    expect(Matrix.toRows(Network.weights(net))).toEqual(expected.W)
    expect(Matrix.toRows(Network.weights(binaryNet))).toEqual(expected.W)
  })

  test('has the sixteen energies of the slide', () => {
    const { inputs, expected } = golden<
      { readonly states: Readonly<Record<string, Numbers>> },
      { readonly energy: Readonly<Record<string, number>> }
    >('lectures', 'energy_table_16')
    const energies = Object.entries(inputs.states).map(([name, state]) => [
      name,
      right(Energy.energy(net)(bipolar(state))),
    ])
    expect(Object.fromEntries(energies)).toEqual(expected.energy)
    expect(energies).toHaveLength(16)
  })

  test('has the single-unit transitions of the slide in its graph', () => {
    const { inputs, expected } = golden<
      { readonly states: Readonly<Record<string, Numbers>> },
      {
        readonly single_unit_transitions: Readonly<
          Record<string, ReadonlyArray<{ readonly unit: number; readonly net: number; readonly to: string }>>
        >
      }
    >('lectures', 'energy_table_16')
    const graph = right(TransitionGraph.make()(net))
    const indexOf = (name: string): number => TransitionGraph.indexOf(bipolar(inputs.states[name] ?? []))
    Object.entries(expected.single_unit_transitions).forEach(([name, transitions]) => {
      const fields = right(LocalField.localFields(net)(bipolar(inputs.states[name] ?? [])))
      transitions.forEach(({ unit, net: field, to }) => {
        expect(fields.data[unit - 1]).toBe(field)
        expect(graph.successors[indexOf(name) * 4 + unit - 1]).toBe(indexOf(to))
      })
    })
    expect(graph.fixedPoints.map((s) => Pattern.toArray(TransitionGraph.stateAt(net)(s)))).toEqual([
      inputs.states['L'],
      inputs.states['B'],
    ])
  })

  test('goes from J over G to B', () => {
    const { inputs, expected } = golden<
      { readonly start: Numbers; readonly order_1based: Numbers },
      { readonly nets: Numbers; readonly states: Rows; readonly energies: Numbers }
    >('lectures', 'trace_J_G_B')
    const order = inputs.order_1based.map((unit) => unit - 1)
    const recall = right(Recall.recall({ schedule: Schedule.ordered(order) })(net)(bipolar(inputs.start)))
    expect(Array.from(recall.trace.fields).slice(0, 4)).toEqual(expected.nets)
    expect([recall.energies[0], ...Array.from(recall.trace.energies).slice(0, 4)]).toEqual(expected.energies)
    expect([1, 2, 3, 4].map((k) => Pattern.toArray(Recall.stateAt(recall)(k)))).toEqual(expected.states)
    expect(recall.outcome).toEqual({ _tag: 'FixedPoint' })
  })

  test('oscillates J, D, J, … when all units move at once', () => {
    const { inputs, expected } = golden<{ readonly start: Numbers }, { readonly sync_states: Rows }>(
      'lectures',
      'sync_two_cycle_seed_n4',
    )
    const recall = right(Recall.recall({ schedule: Schedule.synchronous })(net)(bipolar(inputs.start)))
    expect(recall.outcome).toMatchObject({ _tag: 'Cycle', period: 2 })
    const states = recall.outcome._tag === 'Cycle' ? recall.outcome.states.map(Pattern.toArray) : []
    expect(states).toEqual(expected.sync_states.slice(0, 2))
  })
})

interface HeldInput {
  readonly x: Numbers
  readonly order_1based: Numbers
}

describe('binary units with the external input held', () => {
  const order = [0, 3, 2, 1]
  const run = (start: Numbers, x: Numbers) =>
    right(Recall.recall({ schedule: Schedule.ordered(order), input: vector(x) })(binaryNet)(binary(start)))
  const bits = (values: string): Numbers => Array.from(values, Number)

  test('the traced example: (0,0,1,0), order 1, 4, 3, 2', () => {
    const { inputs, expected } = golden<
      HeldInput,
      {
        readonly trace: ReadonlyArray<{ readonly unit: number; readonly net: number; readonly y: Numbers }>
        readonly energies: Numbers
        readonly second_sweep_nets: Numbers
        readonly final: Numbers
      }
    >('lectures', 'async_trace_binary_external')
    const recall = run(inputs.x, inputs.x)
    expect(
      Trace.entries(recall.trace).map(({ unit, field }, k) => ({
        unit: unit + 1,
        net: field,
        y: Pattern.toArray(Recall.stateAt(recall)(k + 1)),
      })),
    ).toEqual([
      ...expected.trace,
      ...expected.second_sweep_nets.map((field, k) => ({
        unit: (order[k] ?? 0) + 1,
        net: field,
        y: expected.final,
      })),
    ])
    expect([recall.energies[0], ...Array.from(recall.trace.energies).slice(0, 4)]).toEqual(expected.energies)
  })

  test('every start under the held input (0,0,1,0)', () => {
    const { expected } = golden<unknown, { readonly final_by_start: Readonly<Record<string, string>> }>(
      'lectures',
      'async_binary_all_starts_fixed_input',
    )
    Object.entries(expected.final_by_start).forEach(([start, final]) =>
      expect(Pattern.toArray(run(bits(start), [0, 0, 1, 0]).state)).toEqual(bits(final)),
    )
  })

  test('every input, held and used as start', () => {
    const { expected } = golden<unknown, { readonly final_by_input: Readonly<Record<string, string>> }>(
      'lectures',
      'async_binary_all_inputs',
    )
    Object.entries(expected.final_by_input).forEach(([input, final]) =>
      expect(Pattern.toArray(run(bits(input), bits(input)).state)).toEqual(bits(final)),
    )
  })

  test('needs thresholds ½Σw to be the net of the bipolar units', () => {
    const { expected } = golden<
      unknown,
      {
        readonly bipolar_fixed_points_theta0: Rows
        readonly binary_fixed_points_theta0: Rows
        readonly theta_that_makes_them_equivalent: Numbers
        readonly binary_fixed_points_with_that_theta: Rows
      }
    >('lectures', 'binary_versus_bipolar_units')
    const fixedPoints = (each: Network.Network): Rows =>
      right(TransitionGraph.make()(each)).fixedPoints.map((s) => Pattern.toArray(TransitionGraph.stateAt(each)(s)))
    const theta = vector(expected.theta_that_makes_them_equivalent)
    expect(fixedPoints(net)).toEqual(expected.bipolar_fixed_points_theta0)
    expect(fixedPoints(binaryNet)).toEqual(expected.binary_fixed_points_theta0)
    expect(fixedPoints({ ...binaryNet, thresholds: theta })).toEqual(expected.binary_fixed_points_with_that_theta)
  })
})

test('five neurons with sparse couplings: potentials −10, 4, 1, then rest', () => {
  const { inputs, expected } = golden<
    { readonly W: Rows; readonly start: Numbers },
    {
      readonly nets_TR_BL_BM: Numbers
      readonly after_BM_flip: Numbers
      readonly fixed_points: Rows
      readonly energy_start: number
      readonly energy_after: number
    }
  >('lectures', 'vitay_5_neurons_reconstructed')
  const couplings = right(
    Sparse.symmetric(5)(
      inputs.W.flatMap((row, i) =>
        row.flatMap((w, j): ReadonlyArray<Sparse.Coupling> => (w !== 0 && i < j ? [[i, j, w]] : [])),
      ),
    ),
  )
  expect(couplings.weights).toHaveLength(14)
  const five = right(Network.fromSparse({ encoding: 'bipolar' })(couplings))
  expect(Network.toDense(five)).toEqual(network(inputs.W))
  const start = bipolar(inputs.start)
  const fields = Vector.toArray(right(LocalField.localFields(five)(start)))
  expect([fields[1], fields[2], fields[3]]).toEqual(expected.nets_TR_BL_BM)
  const flipped = right(Update.updateUnit(five)(3)(start))
  expect(Pattern.toArray(flipped.state)).toEqual(expected.after_BM_flip)
  expect(right(LocalField.isFixedPoint(five)(flipped.state))).toBe(true)
  expect(right(Energy.energy(five)(start))).toBe(expected.energy_start)
  expect(right(Energy.energy(five)(flipped.state))).toBe(expected.energy_after)
  expect(
    right(TransitionGraph.make()(five)).fixedPoints.map((s) => Pattern.toArray(TransitionGraph.stateAt(five)(s))),
  ).toEqual(expected.fixed_points)
})

test('with an eighth coupling below −2 the five neurons have the two stable patterns of the text and no others', () => {
  const { inputs, expected } = golden<
    { readonly W: Rows },
    { readonly after_BM_flip: Numbers; readonly fixed_points: Rows }
  >('lectures', 'vitay_5_neurons_reconstructed')
  const seven = right(Sparse.fromMatrix(right(Matrix.fromRows(inputs.W))))
  const fixedPoints = (missing: number): Rows => {
    const eight = right(Sparse.fromTriples(5)([...Sparse.toTriples(seven), [0, 4, missing], [4, 0, missing]]))
    const five = right(Network.fromSparse({ encoding: 'bipolar' })(eight))
    return right(TransitionGraph.make()(five)).fixedPoints.map((s) => Pattern.toArray(TransitionGraph.stateAt(five)(s)))
  }
  expect(fixedPoints(-3)).toEqual([expected.after_BM_flip.map((value) => -value), expected.after_BM_flip])
  expect(fixedPoints(0)).toEqual(expected.fixed_points)
})

test('two neurons that inhibit each other oscillate when they move at once', () => {
  const { inputs, expected } = golden<{ readonly W: Rows; readonly start: Numbers }, { readonly sync_states: Rows }>(
    'lectures',
    'two_neuron_sync_oscillation',
  )
  const recall = right(Recall.recall({ schedule: Schedule.synchronous })(network(inputs.W))(bipolar(inputs.start)))
  expect(recall.outcome).toEqual({
    _tag: 'Cycle',
    period: 2,
    states: expected.sync_states.slice(0, 2).map(bipolar),
  })
})
