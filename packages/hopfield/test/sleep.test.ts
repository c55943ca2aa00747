import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Corruption, Pattern } from '@engram/associative-memory'
import { Random } from '@engram/linalg'
import { Episodes, HopfieldError, Network, Palimpsest, Unlearning } from '../src/index.js'
import { binary, bipolar, right } from './support.js'

const refusal = (answer: E.Either<HopfieldError.HopfieldError, unknown>): string =>
  E.match(HopfieldError.render, (value) => `no refusal, but ${JSON.stringify(value)}`)(answer)

describe('dreams', () => {
  // 8 patterns in 32 units are more than Hebb's rule holds. Over many trials about 0.2 of random starts end in a stored
  // pattern or its mirror, with a deviation of 0.15 among trials, 0.7 after 96 dreams of 1/32, and none after 320.
  test.each([1, 2, 3])('help, and too many destroy everything (seed %d)', (seed) => {
    const [awake, rested, exhausted] = right(
      Unlearning.curve({ seed, units: 32, patterns: 8, amount: 1 / 32, dreams: [0, 96, 320], trials: 3, runs: 20 }),
    )
    expect(rested?.recalled).toBeGreaterThan((awake?.recalled ?? NaN) + 0.2)
    expect(rested?.stable).toBeGreaterThan(awake?.stable ?? NaN)
    expect(exhausted?.stable).toBeLessThan(0.1)
    expect(exhausted?.recalled).toBeLessThan(0.1)
  })

  test('a day and a night: what is learnt in the day is dreamt of', () => {
    const first = bipolar([1, 1, 1, 1, -1, -1, -1, -1])
    const second = bipolar([1, -1, 1, -1, 1, -1, 1, -1])
    const asleep = Unlearning.fallAsleep(5)(right(Network.fromPatterns({})([first])))
    const night = right(Unlearning.cycle({ amount: 0.25, dreams: 3 })([second])(asleep))
    const apart = right(
      Unlearning.sleep({ amount: 0.25, dreams: 3 })({
        ...asleep,
        network: Network.toDense(right(Network.fromPatterns({})([first, second]))),
      }),
    )
    expect(night).toEqual(apart)
    expect(night.dreams).toBe(3)
  })

  test('a dream that does not come to rest unlearns nothing', () => {
    const restless = right(Network.fromPatterns({ tie: 'flip' })([bipolar([1, 1]), bipolar([1, -1])]))
    const { rested, sleep } = right(Unlearning.dream({ amount: 1, maxSweeps: 5 })(Unlearning.fallAsleep(1)(restless)))
    expect(rested).toBe(false)
    expect(Network.weights(sleep.network)).toEqual(Network.weights(restless))
  })

  test('refusals', () => {
    const asleep = Unlearning.fallAsleep(1)(right(Network.fromPatterns({})([bipolar([1, 1])])))
    expect(refusal(Unlearning.dream({ amount: 0 })(asleep))).toBe(
      'Unlearning.dream (amount): expected a positive finite number, got 0',
    )
    expect(refusal(Unlearning.sleep({ amount: 1, dreams: -1 })(asleep))).toBe(
      'Unlearning.sleep (dreams): expected a natural number, got -1',
    )
  })
})

describe('episodes', () => {
  test.each([1, 2, 3])('are forgotten by age, and by plain Hebb all at once (seed %d)', (seed) => {
    const shares = (bound: number) =>
      right(Episodes.forgetting({ seed, units: 48, episodes: 24, trials: 12, bound, ages: [0, 1, 2, 4, 8, 16] })).map(
        ({ share }) => share,
      )
    const curve = shares(2)
    expect(curve[0]).toBeGreaterThan(0.8)
    expect(curve[5]).toBeLessThan(0.1)
    // Two shares of twelve trials differ by chance by less than six deviations of √(½/12).
    curve.forEach((share, k) => expect(share).toBeLessThanOrEqual((curve[k - 1] ?? 1) + 6 * Math.sqrt(0.5 / 12)))
    expect(Math.max(...shares(Infinity))).toBeLessThan(0.2)
  })

  test('a fragment calls its episode up', () => {
    const letter = bipolar([1, 1, 1, -1, 1, -1, -1, 1, -1])
    const memory = right(Palimpsest.learn({ bound: 3 })([letter]))
    const [fragment] = Corruption.zero(right(Corruption.fraction(1 / 3)))(letter)(Random.fromSeed(2))
    expect(Pattern.toArray(fragment).filter((component) => component === 0)).toHaveLength(3)
    expect(right(Episodes.cue(memory)(fragment)(Random.fromSeed(3))[0]).state).toEqual(letter)
  })

  test('refusals', () => {
    const experiment = { seed: 1, units: 4, episodes: 2, trials: 1, bound: 1 }
    expect(refusal(Episodes.forgetting({ ...experiment, trials: 0 }))).toBe(
      'Episodes.forgetting (trials): expected a positive whole number, got 0',
    )
    expect(refusal(Episodes.forgetting({ ...experiment, ages: [2] }))).toBe(
      'Episodes.forgetting (ages): expected an age from 0 to 1, got 2',
    )
    expect(refusal(Episodes.forgetting({ ...experiment, bound: 0 }))).toBe(
      'Palimpsest.learn (bound): expected a positive number, got 0',
    )
    expect(refusal(Palimpsest.learn({ bound: 1 })([]))).toBe(
      'Palimpsest.learn: expected at least one pattern, got none',
    )
    expect(refusal(Palimpsest.learn({ bound: 1 })([bipolar([1, 1]), binary([1, 1])]))).toBe(
      'Palimpsest.learn: expected a bipolar pattern, got binary',
    )
  })
})
