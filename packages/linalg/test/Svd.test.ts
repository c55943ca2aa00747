import { either as E, function as F } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Matrix, PseudoInverse, SingularValues, Svd } from '../src/index.js'

const rankDeficient: ReadonlyArray<readonly [string, number, ReadonlyArray<ReadonlyArray<number>>]> = [
  [
    'a row that comes twice',
    2,
    [
      [1, 1, 1, 1, 1],
      [1, 1, 1, -1, 1],
      [1, 1, 1, 1, 1],
    ],
  ],
  [
    'two equal rows of three',
    2,
    [
      [1, 1, 1],
      [1, 1, 1],
      [1, -1, 1],
    ],
  ],
  [
    'a row that is the sum of two',
    2,
    [
      [1, 2, 3, 4],
      [5, -6, 7, 8],
      [6, -4, 10, 12],
    ],
  ],
  [
    'all ones, wide',
    1,
    [
      [1, 1, 1, 1, 1, 1, 1],
      [1, 1, 1, 1, 1, 1, 1],
    ],
  ],
  [
    'all ones, tall',
    1,
    [
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ],
  ],
  [
    'zeros',
    0,
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  ],
]

describe.each(rankDeficient)('%s', (_, rank, rows) => {
  const a = F.pipe(
    Matrix.fromRows(rows),
    E.getOrElse(() => Matrix.zeros(0, 0)),
  )

  test('has a decomposition with as many singular values as its rank', () => {
    const values = F.pipe(
      Svd.fromMatrix(a),
      E.map((svd) => Array.from(svd.values.data).filter((value) => value > 2 ** -40).length),
    )
    expect(values).toEqual(E.right(rank))
    expect(E.isRight(SingularValues.conditionNumber(a)) || rank < Math.min(a.rows, a.cols)).toBe(true)
  })

  test('has a pseudo-inverse: A A⁺ A = A', () => {
    const back = F.pipe(
      PseudoInverse.fromMatrix(a),
      E.chain((inverse) => Matrix.matMul(a)(inverse)),
      E.chain((projection) => Matrix.matMul(projection)(a)),
      E.chain((product) => Matrix.subtract(a)(product)),
      E.map(({ data }) => Math.max(0, ...Array.from(data, Math.abs))),
    )
    // Entries up to 12, five products of five terms, each within 2⁻⁵³ and a condition below 10.
    expect(E.getOrElse(() => Infinity)(back)).toBeLessThanOrEqual(12 * 25 * 10 * 2 ** -53)
  })
})

test('many matrices of signs with rows that come again', () => {
  const rows = Array.from({ length: 200 }, (_, k) => {
    const pattern = (seed: number) =>
      Array.from({ length: 3 + (k % 6) }, (__, i) =>
        Math.imul((seed + 1) * 7919 + i * 104_729, 2_654_435_761) >>> 31 ? 1 : -1,
      )
    const some = Array.from({ length: 1 + (k % 5) }, (__, p) => pattern(31 * k + p))
    return [...some, ...some]
  })
  rows.forEach((each) =>
    expect(
      F.pipe(
        Matrix.fromRows(each),
        E.chain(Svd.fromMatrix),
        E.map(({ values }) => values.length),
      ),
    ).toEqual(E.right(Math.min(each.length, each[0]?.length ?? 0))),
  )
})
