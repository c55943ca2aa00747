import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Pattern } from '@engram/associative-memory'
import { Check } from '@engram/law'
import { testClaims } from '@engram/law/vitest'
import { Energy, Network } from '@engram/hopfield'
import { Model, NetworkDocument } from '@engram/hopfield/spec'
import { Descent, Finding, Verify } from '@engram/hopfield/verify'
import { networkEnergyUpdateLe } from '@engram/hopfield/laws'
import { instanceAndState, instanceStateAndUnit } from '../src/laws/arbitraries.js'
import type { Instance } from '../src/reference.js'
import * as Reference from '../src/reference.js'
import { move, type Subject } from '../src/verify/Move.js'
import { binary, bipolar, network, right, vector } from './support.js'

type Numbers = ReadonlyArray<number>

const letters = {
  kind: 'hopfield',
  version: 1,
  encoding: 'bipolar',
  tie: 'keep',
  couplings: { kind: 'hebbian', diagonal: 'zero' },
  patterns: [
    [1, 1, 1, -1],
    [1, -1, 1, 1],
  ],
  seed: 7,
}

const withWeights = (weights: ReadonlyArray<Numbers>, more: object = {}) => ({
  ...letters,
  couplings: { kind: 'weights', weights },
  patterns: [],
  ...more,
})

const plan = { seed: 7, runs: 1000 }

const model = (document: unknown): Model.Model =>
  right(F.pipe(JSON.stringify(document), NetworkDocument.parse, E.chain(Model.fromDocument)))

const outcomes = (document: unknown): Readonly<Record<Finding.Check, Finding.Outcome>> =>
  Object.fromEntries(
    right(Verify.verify(plan)(model(document))).map(({ check, outcome }) => [check, outcome]),
  ) as Readonly<Record<Finding.Check, Finding.Outcome>>

const falsifiedChecks = (document: unknown): ReadonlyArray<string> =>
  right(Verify.verify(plan)(model(document)))
    .filter(Finding.isFalsified)
    .map(({ check }) => check)

const subject = ({ encoding, input, thresholds, tie, weights }: Instance): Subject => ({
  network: network(weights, { encoding, tie, thresholds: vector(thresholds) }),
  input: vector(input),
})

const stateOf = ({ encoding }: Instance, y: Numbers): Network.State => (encoding === 'bipolar' ? bipolar(y) : binary(y))

testClaims([Check.claim(networkEnergyUpdateLe, model(letters))])

describe('a sound network', () => {
  test('holds in every respect, and what is not expected is skipped', () => {
    expect(right(Verify.verify(plan)(model(letters)))).toEqual([
      { check: 'symmetric', outcome: Finding.held('by construction', 6) },
      { check: 'diagonal', outcome: Finding.held('zero', 4) },
      { check: 'patterns', outcome: Finding.held('every case', 2) },
      { check: 'descent', outcome: Finding.held('every case', 64) },
      { check: 'fixedPoints', outcome: Finding.skipped('nothing is expected') },
      { check: 'energies', outcome: Finding.skipped('nothing is expected') },
      { check: 'recalls', outcome: Finding.skipped('nothing is expected') },
    ])
  })

  test('may have a diagonal that is not zero', () => {
    expect(outcomes({ ...letters, couplings: { kind: 'hebbian', diagonal: 'kept' } }).diagonal).toEqual(
      Finding.held('non-negative', 4),
    )
    expect(
      outcomes(
        withWeights([
          [2, 1],
          [1, 0],
        ]),
      ).diagonal,
    ).toEqual(Finding.held('non-negative', 2))
    expect(
      outcomes(
        withWeights([
          [0, 1],
          [1, 0],
        ]),
      ).diagonal,
    ).toEqual(Finding.held('zero', 2))
  })

  test('of more than sixteen units is sampled as often as the plan says', () => {
    const wide = Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? 1 : -1))
    const large = { ...letters, patterns: [wide] }
    expect(outcomes(large).descent).toEqual(Finding.held('sample', 1000))
    expect(right(Verify.verify({ seed: 7, runs: 1200 })(model(large)))[3]?.outcome).toEqual(
      Finding.held('sample', 1200),
    )
  })
})

describe('a broken network', () => {
  test('with one asymmetric weight is rejected, with the smallest state whose energy rises', () => {
    const { descent, symmetric } = outcomes(
      withWeights([
        [0, 1, 1, -1],
        [1, 0, 1, -1],
        [1, 1, 0, -1],
        [-1, 3, -1, 0],
      ]),
    )
    expect(symmetric).toEqual(Finding.falsified({ _tag: 'Asymmetric', units: [1, 3], weights: [-1, 3] }))
    expect(descent).toEqual(
      Finding.falsified({
        _tag: 'Rise',
        state: bipolar([-1, -1, -1, 1]),
        unit: 3,
        field: -1,
        before: -4,
        after: -2,
      }),
    )
  })

  test('whose asymmetry is too weak to raise the energy still fails the hypothesis', () => {
    expect(
      falsifiedChecks(
        withWeights([
          [0, 2],
          [1, 0],
        ]),
      ),
    ).toEqual(['symmetric'])
  })

  test('with a unit that works against itself is rejected', () => {
    const { descent, diagonal } = outcomes(
      withWeights([
        [-3, 1],
        [1, 0],
      ]),
    )
    expect(diagonal).toEqual(Finding.falsified({ _tag: 'SelfInhibiting', unit: 0, weight: -3 }))
    expect(descent).toMatchObject({ _tag: 'Falsified', counterexample: { _tag: 'Rise', unit: 0 } })
  })

  test('that stores too much is told which unit leaves which pattern', () => {
    const crowded = {
      ...letters,
      patterns: [
        [1, 1, 1, 1],
        [1, 1, 1, -1],
        [1, 1, -1, 1],
      ],
    }
    expect(outcomes(crowded).patterns).toMatchObject({
      _tag: 'Falsified',
      counterexample: { _tag: 'Restless', index: 1, unit: 3, field: 1 },
    })
  })

  test('of many units is found by the sample, and shrunk', () => {
    const n = 30
    const weights = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (__, j) => (i === j ? 0 : i === 4 && j === 21 ? 3 : (i + j) % 2 === 0 ? 1 : -1)),
    )
    const { descent, symmetric } = outcomes(withWeights(weights))
    expect(symmetric).toMatchObject({ counterexample: { units: [4, 21], weights: [3, -1] } })
    const rise = descent._tag === 'Falsified' ? descent.counterexample : undefined
    expect(rise?._tag).toBe('Rise')
    if (rise?._tag !== 'Rise') return
    expect(rise.after).toBeGreaterThan(rise.before)
    const moveOf = move({ network: network(weights) })
    const y = Pattern.toArray(rise.state)
    const smaller = y.flatMap((value, i) => (value === 1 ? [Int8Array.from(y.with(i, -1))] : []))
    expect(smaller.filter((state) => moveOf(state, rise.unit).rise > 0)).toEqual([])
  })

  test('whose parts do not fit is an error, not an exception', () => {
    const sound = model(letters)
    expect(Verify.verify(plan)({ ...sound, patterns: [bipolar([1])] })).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'SizeMismatch' },
    })
  })
})

describe('expectations', () => {
  const expectation = (expected: object) => outcomes({ ...letters, patterns: [[1, 1, 1, -1]], expect: expected })

  test('hold', () => {
    const { energies, fixedPoints, recalls } = expectation({
      fixedPoints: [[-1, -1, -1, 1]],
      energies: [
        { state: [1, 1, 1, -1], energy: -6 },
        { state: [1, -1, 1, 1], energy: 2 },
      ],
      recalls: [{ from: [-1, 1, 1, -1], to: [1, 1, 1, -1] }],
    })
    expect(fixedPoints).toEqual(Finding.held('every case', 1))
    expect(energies).toEqual(Finding.held('every case', 2))
    expect(recalls).toEqual(Finding.held('every case', 1))
  })

  test('fail with what came instead', () => {
    const { energies, fixedPoints, recalls } = expectation({
      fixedPoints: [
        [-1, -1, -1, 1],
        [-1, 1, 1, -1],
      ],
      energies: [{ state: [1, 1, 1, -1], energy: -5 }],
      recalls: [{ from: [-1, 1, 1, -1], to: [-1, -1, -1, 1] }],
    })
    expect(fixedPoints).toMatchObject({ counterexample: { index: 1, unit: 0, field: 3 } })
    expect(energies).toMatchObject({ counterexample: { index: 0, expected: -5, actual: -6 } })
    expect(recalls).toMatchObject({ counterexample: { actual: bipolar([1, 1, 1, -1]), end: 'FixedPoint' } })
  })

  test('of energies allow for rounding, and for no more', () => {
    const thirds = (energy: number) =>
      outcomes(
        withWeights(
          [
            [0, 0.1, 0.2],
            [0.1, 0, 0.3],
            [0.2, 0.3, 0],
          ],
          {
            expect: { energies: [{ state: [1, 1, 1], energy }] },
          },
        ),
      ).energies._tag
    expect(thirds(-0.6)).toBe('Held')
    expect(thirds(-0.600_000_000_001)).toBe('Falsified')
  })
})

describe('how one looks', () => {
  test('the rise of a move is the difference of the energies', () => {
    fc.assert(
      fc.property(instanceStateAndUnit({ asymmetric: true, anyDiagonal: true }), ([instance, y, unit]) => {
        const after = Reference.updateUnit(instance, y, unit)
        const { field, rise } = move(subject(instance))(Int8Array.from(y), unit)
        expect(rise + 0).toBe(Reference.energy(instance, after) - Reference.energy(instance, y) + 0)
        expect(field + 0).toBe(Reference.localField(instance, y, unit) + 0)
      }),
    )
  })

  test('implicit couplings move as the weights that they stand for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('zero' as const, 'kept' as const),
        fc.array(fc.array(fc.constantFrom(-1, 1), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.constantFrom(-1, 1), { minLength: 4, maxLength: 4 }),
        fc.nat({ max: 3 }),
        (diagonal, patterns, y, unit) => {
          const implicit = right(
            Network.fromPatterns({ couplings: 'patterns', diagonal })(patterns.map((pattern) => bipolar(pattern))),
          )
          const state = Int8Array.from(y)
          expect(move({ network: implicit })(state, unit)).toEqual(
            move({ network: Network.toDense(implicit) })(state, unit),
          )
        },
      ),
    )
  })

  test('the counterexample of a small network is the smallest that there is', () => {
    fc.assert(
      fc.property(instanceAndState({ asymmetric: true, anyDiagonal: true }), ([instance]) => {
        const n = instance.weights.length
        const lower = instance.encoding === 'bipolar' ? -1 : 0
        const states = Array.from({ length: 2 ** n }, (_, index) =>
          Array.from({ length: n }, (__, i) => ((index >> (n - 1 - i)) & 1 ? 1 : lower)),
        )
        const rises = (y: Numbers) =>
          y.some(
            (_, i) => Reference.energy(instance, Reference.updateUnit(instance, y, i)) > Reference.energy(instance, y),
          )
        const up = (y: Numbers) => y.filter((value) => value === 1).length
        const [smallest] = states.filter(rises).toSorted((a, b) => up(a) - up(b))
        const outcome = right(Descent.exhaustive(subject(instance)))
        const found =
          outcome._tag === 'Falsified' && outcome.counterexample._tag === 'Rise'
            ? Pattern.toArray(outcome.counterexample.state)
            : undefined
        expect(found).toEqual(smallest)
      }),
    )
  })

  test('symmetric networks whose numbers round are not accused', () => {
    fc.assert(
      fc.property(instanceAndState({ rounding: true }), ([instance]) => {
        expect(right(Descent.exhaustive(subject(instance)))._tag).toBe('Held')
        expect(right(Descent.sampled({ seed: 1, runs: 20 })(subject(instance)))._tag).toBe('Held')
      }),
    )
  })

  test('a sampled counterexample is one', () => {
    fc.assert(
      fc.property(instanceAndState({ asymmetric: true, anyDiagonal: true }), fc.nat(), ([instance], seed) => {
        const outcome = right(Descent.sampled({ seed, runs: 50 })(subject(instance)))
        fc.pre(outcome._tag === 'Falsified' && outcome.counterexample._tag === 'Rise')
        if (outcome._tag !== 'Falsified' || outcome.counterexample._tag !== 'Rise') return
        const { after, before, state, unit } = outcome.counterexample
        const y = Pattern.toArray(state)
        expect(before + 0).toBe(Reference.energy(instance, y) + 0)
        expect(after + 0).toBe(Reference.energy(instance, Reference.updateUnit(instance, y, unit)) + 0)
        expect(after).toBeGreaterThan(before)
        expect(right(Energy.energy(subject(instance).network, vector(instance.input))(stateOf(instance, y)))).toBe(
          before,
        )
      }),
    )
  })
})
