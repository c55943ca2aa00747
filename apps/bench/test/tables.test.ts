/**
 * What the report will say, before it is timed: ours and plain JavaScript answer what the textbook answers.
 */
import { describe, expect, test } from 'vitest'
import { compare } from '../src/Agreement.js'
import { contenders } from '../src/contenders/index.js'
import { entrants, type NodeContender } from '../src/Contender.js'
import type { Precision, Prepared, TaskName } from '../src/Task.js'
import { tables } from '../src/tables/index.js'

const own = contenders.filter(
  (each): each is NodeContender => each.name === 'Engram' || each.name === 'plain JavaScript',
)

interface AnyWay {
  readonly label: string
  readonly precision: Precision
  readonly prepare: (inputs: never) => Prepared | Promise<Prepared>
}

const waysOf = (contender: NodeContender, task: TaskName): ReadonlyArray<AnyWay> => contender.ways[task] ?? []

describe.each(tables)('$id', ({ task, cases }) => {
  const [smallest] = cases
  const problem = smallest?.problem()

  test.each(
    own.flatMap((each) => waysOf(each, task).map(({ label, precision }) => ({ name: each.name, label, precision }))),
  )('$name $label $precision agrees, or is known not to', async ({ name, label, precision }) => {
    const way = own
      .flatMap((each) => (each.name === name ? waysOf(each, task) : []))
      .find((each) => each.label === label && each.precision === precision)
    const answer = await (await way?.prepare(problem?.inputs as never))?.answer()
    const agreement = compare(problem?.bound(precision) ?? NaN)(
      problem?.expected ?? Int8Array.of(),
      answer ?? Int8Array.of(),
    )
    expect(agreement._tag).toBe(label === 'the formula as written' ? 'Disagrees' : 'Agrees')
  })

  test('somebody else takes part', () => {
    expect(new Set(entrants(contenders, task).map(({ contender }) => contender.name)).size).toBeGreaterThan(2)
  })

  test('one size is for a quick look', () => {
    expect(cases.filter(({ quick }) => quick)).toHaveLength(1)
  })
})
