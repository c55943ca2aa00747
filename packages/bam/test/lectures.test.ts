/**
 * The worked numbers of lecture M: two letters and their codes, recalled in both directions.
 */
import { Overlap, Pattern } from '@engram/associative-memory'
import { Matrix, Vector } from '@engram/linalg'
import { describe, expect, test } from 'vitest'
import { Bam, Certificate, Distances, Equilibrium, Lyapunov, Pair, Recall } from '../src/index.js'
import { binary, bipolar, cue, golden, recall, right, store, type Numbers, type Rows } from './support.js'

interface Letters {
  readonly a: Numbers
  readonly c: Numbers
  readonly t_a: Numbers
  readonly t_c: Numbers
}

interface Weights {
  readonly W_A: Rows
  readonly W_C: Rows
  readonly W: Rows
  readonly a_W: Numbers
  readonly c_W: Numbers
  readonly ta_Wt: Numbers
  readonly tc_Wt: Numbers
  readonly differing_positions_1based: Numbers
  readonly hamming: number
  readonly avg_hamming_x: number
  readonly avg_hamming_y: number
  readonly energy_A: number
  readonly energy_C: number
  readonly energy_lower_bound: number
  readonly energy_mirror_A: number
}

const { inputs: letters, expected: weights } = golden<Letters, Weights>('lectures', 'bam_letters_weights')
const letterA = { x: bipolar(letters.a), y: bipolar(letters.t_a) }
const letterC = { x: bipolar(letters.c), y: bipolar(letters.t_c) }
const bam = store([letterA, letterC])
const kept = store([letterA, letterC], { couplings: 'patterns' })

describe('the letters A and C (example 3.23)', () => {
  test('have the weights of the slide, alone and together, bipolar and binary', () => {
    const rows = (pairs: ReadonlyArray<Bam.StoredPair>): Rows => Matrix.toRows(Bam.weights(store(pairs)))
    expect(rows([letterA])).toEqual(weights.W_A)
    expect(rows([letterC])).toEqual(weights.W_C)
    expect(rows([letterA, letterC])).toEqual(weights.W)
    const binaries = [letterA, letterC].map(({ x, y }) => ({ x: Pattern.toBinary(x), y: Pattern.toBinary(y) }))
    expect(rows(binaries)).toEqual(weights.W)
    expect(Matrix.toRows(Bam.weights(kept))).toEqual(weights.W)
  })

  test.each([
    ['weights', bam],
    ['pairs', kept],
  ])('are recalled in both directions from %s', (_, memory) => {
    const fieldsOf = (pair: Pair.Pair) => right(Equilibrium.fields(memory)(pair))
    expect(Vector.toArray(fieldsOf(letterA).y)).toEqual(weights.a_W)
    expect(Vector.toArray(fieldsOf(letterC).y)).toEqual(weights.c_W)
    expect(Vector.toArray(fieldsOf(letterA).x)).toEqual(weights.ta_Wt)
    expect(Vector.toArray(fieldsOf(letterC).x)).toEqual(weights.tc_Wt)
    ;[letterA, letterC].forEach((letter) => {
      expect(recall(memory, { x: letter.x }).pair).toEqual(letter)
      expect(recall(memory, { y: letter.y }).pair).toEqual(letter)
      expect(right(Equilibrium.isEquilibrium(memory)(letter))).toBe(true)
      expect(right(Equilibrium.isEquilibrium(memory)(Pair.negate(letter)))).toBe(true)
    })
  })

  test('lie on the lower bound of the energy', () => {
    const energy = (pair: Pair.Pair): number => right(Lyapunov.lyapunov(bam)(pair))
    expect(energy(letterA)).toBe(weights.energy_A)
    expect(energy(letterC)).toBe(weights.energy_C)
    expect(energy(Pair.negate(letterA))).toBe(weights.energy_mirror_A)
    expect(Lyapunov.lowerBound(bam)).toBe(weights.energy_lower_bound)
  })

  test('differ in seven places of fifteen, their codes in one of two', () => {
    const places = letters.a.flatMap((value, i) => (value === letters.c[i] ? [] : [i + 1]))
    expect(places).toEqual(weights.differing_positions_1based)
    expect(right(Overlap.hamming(letterA.x)(letterC.x))).toBe(weights.hamming)
    expect(right(Distances.between([letterA, letterC]))).toEqual([
      { pairs: [0, 1], x: weights.avg_hamming_x, y: weights.avg_hamming_y, crosstalk: 0 },
    ])
  })
})

interface Noisy {
  readonly x: Numbers
  readonly y: Numbers
  readonly first: 'y -> x' | 'x -> y'
}

interface Traced {
  readonly log: ReadonlyArray<{ readonly layer: 'x' | 'y'; readonly net: Numbers; readonly act: Numbers }>
  readonly x: Numbers
  readonly y: Numbers
  readonly energy: number
}

describe('noisy letters (example 3.24)', () => {
  const run = (probe: Noisy, memory = bam): Recall.Recall =>
    recall(memory, { x: cue(probe.x), y: cue(probe.y) }, { order: probe.first === 'y -> x' ? 'x-first' : 'y-first' })
  const hints = ['bam_noisy_y_only', 'bam_full_hint', 'bam_partial_hint']
  const inOrderOfAlgorithm = (id: string): string => `${id}_algorithm_order`

  test.each([...hints, ...hints.map(inOrderOfAlgorithm)])('%s has the trace of the slide, layer by layer', (id) => {
    const { inputs, expected } = golden<Noisy, Traced>('lectures', id)
    ;[bam, kept].forEach((memory) => {
      const recalled = run(inputs, memory)
      expect(
        Recall.halfSteps(recalled).map(({ layer, fields, state }) => ({
          layer,
          net: Array.from(fields),
          act: Pattern.toArray(state),
        })),
      ).toEqual(expected.log)
      expect(Pattern.toArray(recalled.pair.x)).toEqual(expected.x)
      expect(Pattern.toArray(recalled.pair.y)).toEqual(expected.y)
      expect(recalled.energies.at(-1)).toBe(expected.energy)
      expect(Recall.pairAt(recalled)(expected.log.length)).toEqual(recalled.pair)
    })
  })

  test.each(hints)('%s ends alike whichever layer goes first, by another way', (id) => {
    const example = run(golden<Noisy, Traced>('lectures', id).inputs)
    const algorithm = run(golden<Noisy, Traced>('lectures', inOrderOfAlgorithm(id)).inputs)
    expect(algorithm.pair).toEqual(example.pair)
    expect(Recall.halfSteps(algorithm)).not.toEqual(Recall.halfSteps(example))
  })

  test('the code (0, 1) alone ends in a spurious state with units missing, the others in A', () => {
    const verdict = (id: string): Certificate.Certificate =>
      right(Certificate.certify([letterA, letterC])(run(golden<Noisy, Traced>('lectures', id).inputs)))
    expect(verdict('bam_noisy_y_only')).toMatchObject({ verdict: { _tag: 'Spurious' }, missing: { x: 7, y: 1 } })
    expect(verdict('bam_partial_hint')).toMatchObject({
      verdict: { _tag: 'Stored', index: 0 },
      missing: { x: 0, y: 0 },
      overlaps: [
        { x: 1, y: 1 },
        { x: 1 / 15, y: 0 },
      ],
    })
  })

  test('every letter with up to three cells flipped is recalled', () => {
    const { inputs, expected } = golden<
      { readonly flips: Numbers },
      Readonly<Record<string, { readonly recovered: number; readonly of: number }>>
    >('lectures', 'bam_flip_recovery')
    const choices = (count: number, from = 0): Rows =>
      count === 0
        ? [[]]
        : letters.a.flatMap((_, i) => (i < from ? [] : choices(count - 1, i + 1).map((rest) => [i, ...rest])))
    Object.entries({ A: letterA, C: letterC }).forEach(([name, letter]) =>
      inputs.flips.forEach((flips) => {
        const probes = choices(flips).map((places) =>
          bipolar(Pattern.toArray(letter.x).map((value, i) => (places.includes(i) ? -value : value))),
        )
        const home = probes.filter((x) => Pattern.Eq.equals(recall(bam, { x }).pair.y, letter.y))
        expect({ recovered: home.length, of: probes.length }).toEqual(expected[`${name}_flip${flips}`])
      }),
    )
  })
})

test('with bits and thresholds 0, as the slide writes it, the code of A does not call A up', () => {
  const bits = ({ x, y }: Bam.StoredPair): Bam.StoredPair => ({ x: Pattern.toBinary(x), y: Pattern.toBinary(y) })
  const [a, c] = [bits(letterA), bits(letterC)]
  expect(recall(store([a, c]), { y: a.y }).pair.x).not.toEqual(a.x)
  expect(recall(Bam.toBinary(bam), { y: a.y }).pair).toEqual(a)
})

test('neupy finds the same weights and answers, and half the energy', () => {
  const { inputs, expected } = golden<
    { readonly X_binary: Rows; readonly Y_binary: Rows },
    {
      readonly W: Rows
      readonly predict_output: Rows
      readonly predict_input: Rows
      readonly neupy_energy: Numbers
      readonly seed_energy_minus_xWy: Numbers
    }
  >('neupy', 'neupy_bam_seed_letters')
  const pairs = inputs.X_binary.map((x, p) => ({ x: binary(x), y: binary(inputs.Y_binary[p] ?? []) }))
  expect(Matrix.toRows(Bam.weights(store(pairs)))).toEqual(expected.W)
  // It counts with spins inside: so does a memory of bits with the thresholds that this takes.
  const memory = Bam.toBinary(bam)
  pairs.forEach((pair, p) => {
    expect(Pattern.toArray(recall(memory, { x: pair.x }).pair.y)).toEqual(expected.predict_output[p])
    expect(Pattern.toArray(recall(memory, { y: pair.y }).pair.x)).toEqual(expected.predict_input[p])
    const spins = { x: Pattern.toBipolar(pair.x), y: Pattern.toBipolar(pair.y) }
    const energy = right(Lyapunov.lyapunov(bam)(spins))
    expect(energy).toBe(expected.seed_energy_minus_xWy[p])
    expect(energy / 2).toBe(expected.neupy_energy[p])
  })
})
