import { dyadics } from '../seeded.js'
import { unitRoundoff, type Table } from '../Table.js'
import { softmax as textbook } from './textbook.js'

const sizes = [
  { rows: 64, cols: 64, quick: false },
  { rows: 256, cols: 1024, quick: true },
  { rows: 1024, cols: 4096, quick: false },
]

export const softmax: Table<'softmax'> = {
  id: 'softmax',
  title: 'Softmax of rows',
  task: 'softmax',
  text:
    'The softmax of every row of scores from −8 to 8. Two answers agree when no weight is off by more than (n + 8) u of ' +
    'itself, n entries a row and u the unit roundoff of the arithmetic: differences of these scores are exact, an ' +
    'exponential is good to 4 u, a sum of n positive terms to (n − 1) u, a quotient to u.',
  cases: sizes.map(({ rows, cols, quick }) => ({
    label: `${rows}×${cols}`,
    quick,
    units: 1,
    problem: () => {
      const scores = dyadics(rows * cols, cols).map((x) => 8 * x)
      const expected = new Float64Array(rows * cols)
      for (let i = 0; i < rows; i++) expected.set(textbook(scores.subarray(i * cols, (i + 1) * cols)), i * cols)
      return {
        inputs: { rows, cols, scores },
        expected,
        bound: (precision) => (cols + 8) * unitRoundoff(precision),
      }
    },
  })),
}
