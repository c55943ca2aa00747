import { describe, expect, test } from 'vitest'
import type { Channel } from '../src/Channel.js'
import type { Contender } from '../src/Contender.js'
import type { Response } from '../src/Protocol.js'
import { measure, stepsOf, type Pace } from '../src/Runner.js'
import { exactly, type Case } from '../src/Table.js'

const pace: Pace = { rounds: 3, milliseconds: 1, warmUp: 5, patience: 100 }

const contender = (name: string): Contender => ({ runtime: 'node', name, version: () => '1', ways: {} })

const each: Case<'gemv'> = {
  label: 'n = 1',
  quick: true,
  units: 2,
  problem: () => ({
    inputs: { n: 1, a: Float64Array.of(2), x: Float64Array.of(3) },
    expected: Float64Array.of(6),
    bound: exactly,
  }),
}

interface Character {
  readonly answer: Response
  readonly times: ReadonlyArray<number>
}

const answered = (answer: number, milliseconds = 1): Response => ({
  _tag: 'Answered',
  answer: Float64Array.of(answer),
  milliseconds,
})

/** A cast that plays its part, and what was asked of whom in which order. */
const stage = (cast: Readonly<Record<string, Character>>) => {
  const asked: Array<string> = []
  const ended: Array<string> = []
  const steps: Array<string> = []
  const open = ({ name }: Contender): Channel => {
    const times = [...(cast[name]?.times ?? [])]
    return {
      ask: async (request) => {
        if (request._tag === 'Prepare') return { _tag: 'Prepared', version: '1' }
        if (request._tag === 'Answer') return cast[name]?.answer ?? { _tag: 'Failed', reason: 'forgot' }
        asked.push(`${name} ${request.milliseconds}`)
        const median = times.shift()
        return median === undefined ? { _tag: 'Failed', reason: 'fell' } : { _tag: 'Measured', median, calls: 1 }
      },
      end: () => {
        ended.push(name)
      },
    }
  }
  const contenders = Object.keys(cast).map(contender)
  const entrants = contenders.map((one) => ({ contender: one, label: '', precision: 'float64' as const }))
  const run = () =>
    measure(
      { open, step: (label) => steps.push(label) },
      pace,
      'gemv',
      each,
      entrants,
      contenders[0] ?? contender('nobody'),
    )
  return { run, asked, ended, steps, entrants }
}

describe('a case', () => {
  test('everyone warms up, then rounds go in turn, each begun by the next', async () => {
    const { run, asked } = stage({
      a: { answer: answered(6), times: [9, 2, 2, 2] },
      b: { answer: answered(6), times: [9, 6, 6, 6] },
    })
    await run()
    expect(asked).toEqual(['a 5', 'b 5', 'a 1', 'b 1', 'b 1', 'a 1', 'a 1', 'b 1'])
  })

  test('times are per unit, warm-up left out, ratios by rounds', async () => {
    const { run } = stage({
      a: { answer: answered(6), times: [9, 2, 20, 4] },
      b: { answer: answered(6), times: [9, 6, 60, 12] },
    })
    const [a, b] = await run()
    expect(a?.outcome).toMatchObject({ _tag: 'Timed', rounds: [1, 10, 2], median: 2, ratio: 1, error: 0 })
    expect(b?.outcome).toMatchObject({ rounds: [3, 30, 6], ratio: 3 })
  })

  test('who answers wrong is never timed', async () => {
    const { run, asked } = stage({
      a: { answer: answered(6), times: [1, 1, 1, 1] },
      wrong: { answer: answered(7), times: [1, 1, 1, 1] },
    })
    const [, wrong] = await run()
    expect(wrong?.outcome).toEqual({ _tag: 'Disagrees', reason: 'entry 0 is 7 instead of 6' })
    expect(asked.filter((one) => one.startsWith('wrong'))).toEqual([])
  })

  test('who is too slow, or fails, is named and left out', async () => {
    const { run } = stage({
      a: { answer: answered(6), times: [1, 1, 1, 1] },
      slow: { answer: answered(6, 101), times: [1, 1, 1, 1] },
      broken: { answer: { _tag: 'Failed', reason: 'broke' }, times: [] },
      tired: { answer: answered(6), times: [1, 1] },
    })
    expect((await run()).slice(1).map(({ outcome }) => outcome)).toEqual([
      { _tag: 'Slow', patience: 100 },
      { _tag: 'Failed', reason: 'broke' },
      { _tag: 'Failed', reason: 'fell' },
    ])
  })

  test('every process is ended', async () => {
    const { run, ended } = stage({
      a: { answer: answered(6), times: [1, 1, 1, 1] },
      wrong: { answer: answered(7), times: [] },
    })
    await run()
    expect(ended.toSorted()).toEqual(['a', 'wrong'])
  })

  test('takes as many steps as it promised', async () => {
    const { run, steps, entrants } = stage({
      a: { answer: answered(6), times: [1, 1, 1, 1] },
      wrong: { answer: answered(7), times: [] },
    })
    await run()
    expect(steps).toHaveLength(stepsOf(pace, entrants))
  })
})
