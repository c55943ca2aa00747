import { spins } from '../seeded.js'
import { exactly, type Table } from '../Table.js'
import { hebbian, transitions as textbook } from './textbook.js'

export const transitions: Table<'transitions'> = {
  id: 'transitions',
  title: 'Transition graph',
  task: 'transitions',
  text:
    'All 2ⁿ states of a network that stores three patterns: the energy of each, and where updating each unit leads. ' +
    'Weights are whole numbers, so all must agree exactly. Engram finds attractors, cycles and basin sizes in the same time.',
  cases: [8, 12, 16].map((n) => ({
    label: `n = ${n}`,
    quick: n === 12,
    units: 1,
    problem: () => {
      const weights = hebbian(n, 3, spins(3 * n, n))
      return { inputs: { n, weights }, expected: textbook(n, weights), bound: exactly }
    },
  })),
}
