import { dyadics } from '../seeded.js'
import { unitRoundoff, type Table } from '../Table.js'
import { logSumExp as textbook } from './textbook.js'

export const logSumExp: Table<'logSumExp'> = {
  id: 'log-sum-exp',
  title: 'Log-sum-exp: accuracy beside speed',
  task: 'logSumExp',
  text:
    'log Σ exp of n scores from 992 to 1008, whose exponentials overflow: the formula as written answers ∞ and is out ' +
    'before a clock runs. Two answers agree within (n + 8) u of each other, the bound of a sum taken in order; the ' +
    'greatest error tells who did better than that.',
  cases: [1000, 100_000].map((n) => ({
    label: `n = ${n}`,
    quick: n === 100_000,
    units: 1,
    problem: () => {
      const scores = dyadics(n, n).map((x) => 8 * x + 1000)
      return {
        inputs: { n, scores },
        expected: Float64Array.of(textbook(scores)),
        bound: (precision) => (n + 8) * unitRoundoff(precision),
      }
    },
  })),
}
