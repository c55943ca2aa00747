/**
 * From end to end on one tiny table, in real processes: ours and plain JavaScript.
 */
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { contenders } from '../src/contenders/index.js'
import { entrants } from '../src/Contender.js'
import { launcher } from '../src/Launch.js'
import { measure } from '../src/Runner.js'
import { exactly } from '../src/Table.js'

const worker = [
  '--conditions=@engram/source',
  `--import=${import.meta.resolve('tsx')}`,
  fileURLToPath(new URL('../src/worker.ts', import.meta.url)),
]

const own = contenders.filter(({ name }) => name === 'Engram' || name === 'plain JavaScript')

const run = (expected: number) =>
  measure(
    { open: launcher(worker, 'python3'), step: () => undefined },
    { rounds: 2, milliseconds: 1, warmUp: 1, patience: 10_000 },
    'gemv',
    {
      label: 'n = 2',
      quick: true,
      units: 1,
      problem: () => ({
        inputs: { n: 2, a: Float64Array.of(1, 2, 3, 4), x: Float64Array.of(1, -1) },
        expected: Float64Array.of(-1, expected),
        bound: exactly,
      }),
    },
    entrants(own, 'gemv'),
    own[0] as (typeof own)[number],
  )

test('both answer, and both are timed in every round', async () => {
  const rows = await run(-1)
  expect(rows.map(({ contender }) => contender)).toEqual(['Engram', 'plain JavaScript'])
  expect(rows.map(({ outcome }) => outcome._tag === 'Timed' && outcome.rounds.length)).toEqual([2, 2])
})

test('neither gives the answer that is wrong', async () => {
  expect((await run(7)).map(({ outcome }) => outcome._tag)).toEqual(['Disagrees', 'Disagrees'])
})
