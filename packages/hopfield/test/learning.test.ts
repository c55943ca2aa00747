import { either as E, option as O } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Pattern } from '@engram/associative-memory'
import { Matrix } from '@engram/linalg'
import { HopfieldError, Network, Online, Termination, TransitionGraph, Translation } from '../src/index.js'
import { binary, bipolar, golden, network, right, vector } from './support.js'

type Numbers = ReadonlyArray<number>

const refusal = (answer: E.Either<HopfieldError.HopfieldError, unknown>): string =>
  E.match(HopfieldError.render, (value) => `no refusal, but ${JSON.stringify(value)}`)(answer)

const stored = bipolar([1, 1, 1, -1])
const net = right(Network.fromPatterns({})([stored]))

describe('the two alphabets', () => {
  const { expected } = golden<
    unknown,
    {
      readonly binary_fixed_points_theta0: ReadonlyArray<Numbers>
      readonly theta_that_makes_them_equivalent: Numbers
      readonly binary_fixed_points_with_that_theta: ReadonlyArray<Numbers>
    }
  >('lectures', 'binary_versus_bipolar_units')

  test('need the thresholds of the golden file, and then have its fixed points', () => {
    const { network: twin, shift, factor } = right(Translation.toBinary(net))
    expect(Array.from(twin.thresholds.data)).toEqual(expected.theta_that_makes_them_equivalent)
    const states = right(TransitionGraph.make()(twin)).fixedPoints
    expect(states.map((s) => Pattern.toArray(TransitionGraph.stateAt(twin)(s)))).toEqual(
      expected.binary_fixed_points_with_that_theta,
    )
    expect([factor, shift]).toEqual([4, 0])
  })

  test('a network of the alphabet asked for is itself', () =>
    expect(right(Translation.toBipolar(net))).toMatchObject({ network: net, factor: 1, shift: 0 }))

  test('an input of another size is refused', () =>
    expect(refusal(Translation.toBinary(net, vector([1])))).toBe(
      'Translation.toBinary (input): expected 4 units, got 1',
    ))

  test('implicit couplings stay implicit', () => {
    const implicit = right(Network.fromPatterns({ couplings: 'patterns' })([stored]))
    const twin = right(Translation.toBinary(implicit)).network
    expect(twin.couplings._tag).toBe('Patterns')
    expect(twin.thresholds).toEqual(right(Translation.toBinary(net)).network.thresholds)
  })
})

describe('one pattern more, one less', () => {
  const implicit = right(Network.fromPatterns({ couplings: 'patterns' })([stored]))

  test('the reversed pattern is forgotten with the pattern', () => {
    const gone = right(Online.forget({})(Pattern.negate(stored))(implicit))
    expect(Matrix.toRows(Network.weights(gone))).toEqual(Matrix.toRows(Matrix.zeros(4, 4)))
  })

  test('packed patterns stay packed', () => {
    const other = bipolar([1, -1, 1, 1])
    const packed = right(Network.fromPatterns({ couplings: 'packed' })([stored]))
    const both = right(Online.imprint({})(other)(packed))
    expect(both).toEqual(right(Network.fromPatterns({ couplings: 'packed' })([stored, other])))
    expect(right(Online.forget({})(Pattern.negate(stored))(both))).toEqual(
      right(Network.fromPatterns({ couplings: 'packed' })([other])),
    )
  })

  test('what was never learnt is unlearnt all the same', () => {
    const other = bipolar([1, -1, 1, 1])
    const both = right(Online.forget({})(other)(implicit))
    expect(both.couplings._tag).toBe('Dense')
    expect(Network.weights(right(Online.imprint({})(other)(both)))).toEqual(Network.weights(net))
  })

  test('a part of a pattern, with self-couplings', () => {
    const half = right(
      Online.imprint({ amount: 0.5, diagonal: 'kept' })(bipolar([1, -1]))(
        network([
          [0, 0],
          [0, 0],
        ]),
      ),
    )
    expect(Matrix.toRows(Network.weights(half))).toEqual([
      [0.5, -0.5],
      [-0.5, 0.5],
    ])
  })

  test('refusals', () => {
    expect(refusal(Online.imprint({})(bipolar([1]))(net))).toBe('Online.imprint (pattern): expected 4 units, got 1')
    expect(refusal(Online.forget({})(binary([1, 1, 1, 0]))(net))).toBe(
      'Online.forget: expected a bipolar pattern, got binary',
    )
    expect(refusal(Online.imprint({ amount: NaN })(stored)(net))).toBe(
      'Online.imprint (amount): expected a finite number, got NaN',
    )
  })
})

describe('bounds on flips', () => {
  const start = bipolar([-1, -1, 1, -1])

  test('of a scaled network are those of the plain one', () => {
    const scaled = right(Network.fromPatterns({ scale: 1 / 3 })([stored]))
    expect(right(Termination.flipBound(scaled)(start))).toEqual(O.some(4))
  })

  test('are none where none follows', () => {
    const none = (each: Network.Network) => right(Termination.flipBound(each)(start))
    expect(none(right(Network.fromPatterns({ tie: 'flip' })([stored])))).toEqual(O.none)
    expect(none(network(Array.from({ length: 4 }, (_, i) => [0, 1, 2, 3].map((j) => (i < j ? 1 : 0)))))).toEqual(O.none)
    expect(none(network(Array.from({ length: 4 }, (_, i) => [0, 1, 2, 3].map((j) => (i === j ? -1 : 0)))))).toEqual(
      O.none,
    )
    expect(none(network(Array.from({ length: 4 }, () => [0.1, 0.1, 0.1, 0.1])))).toEqual(O.none)
  })
})
