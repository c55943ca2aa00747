import { state as S } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Random } from '../src/index.js'
import { ln } from '../src/kernels/ln.js'

const start = Random.fromSeed(20_260_101)

const draw = <A>(from: S.State<Random.Random, A>): A => S.evaluate(start)(from)

const mean = (xs: ReadonlyArray<number>): number => xs.reduce((a, b) => a + b, 0) / xs.length

const count = (xs: ReadonlyArray<string>): ReadonlyArray<number> => {
  const counts = new Map<string, number>()
  xs.forEach((x) => counts.set(x, (counts.get(x) ?? 0) + 1))
  return [...counts.values()]
}

/** Σ (observed − expected)² / expected. */
const chiSquare = (counts: ReadonlyArray<number>, expected: number): number =>
  counts.reduce((sum, each) => sum + (each - expected) ** 2 / expected, 0)

describe('unchanged streams: every platform draws these', () => {
  test('generator', () => {
    expect(Random.fromSeed(0)).toMatchInlineSnapshot(`
      [
        -1832243442,
        -1438753951,
        70579302,
        1993207189,
      ]
    `)
    expect(Random.fromSeed(-1)).toMatchInlineSnapshot(`
      [
        920564995,
        836817700,
        -2004735308,
        1361291828,
      ]
    `)
    expect(Random.fromSeed(2 ** 40)).toMatchInlineSnapshot(`
      [
        -1832243442,
        569945864,
        -1282960600,
        -1311491709,
      ]
    `)
  })
  test('draws', () => {
    expect(draw(Random.uniforms(3))).toMatchInlineSnapshot(`
      [
        0.07226924160516046,
        0.631650080080991,
        0.35172515725205666,
      ]
    `)
    expect(draw(Random.normals(3))).toMatchInlineSnapshot(`
      [
        -0.6364454912290981,
        -0.6149505939030622,
        0.502757655155679,
      ]
    `)
    expect(draw(Random.signs(8))).toMatchInlineSnapshot(`
      [
        1,
        -1,
        -1,
        -1,
        -1,
        -1,
        1,
        1,
      ]
    `)
    expect(draw(Random.permutation(8))).toMatchInlineSnapshot(`
      [
        6,
        7,
        5,
        4,
        3,
        1,
        0,
        2,
      ]
    `)
    expect(draw(Random.choice(4, 10))).toMatchInlineSnapshot(`
      [
        1,
        4,
        7,
        9,
      ]
    `)
    expect(draw(Random.integer(0, 1e15))).toMatchInlineSnapshot(`16713020501418`)
  })
})

describe('distributions, at a fixed seed', () => {
  const n = 100_000

  test('uniform: the mean is ½ within 5 standard errors', () => {
    expect(Math.abs(mean(draw(Random.uniforms(n))) - 0.5)).toBeLessThan(5 / Math.sqrt(12 * n))
  })

  test('sign: the mean is 0 within 5 standard errors', () => {
    expect(Math.abs(mean(draw(Random.signs(n))))).toBeLessThan(5 / Math.sqrt(n))
  })

  test('normal: the first four moments are 0, 1, 0, 3 within 5 standard errors', () => {
    const xs = draw(Random.normals(n))
    // The variance of the k-th power is E x²ᵏ − (E xᵏ)²: 1, 2, 15, 96.
    const moments = [1, 2, 3, 4].map((k) => mean(xs.map((x) => x ** k)))
    const errors = [0, 1, 0, 3].map((expected, k) => Math.abs((moments[k] ?? NaN) - expected))
    const bounds = [1, 2, 15, 96].map((variance) => 5 * Math.sqrt(variance / n))
    errors.forEach((error, k) => expect(error).toBeLessThan(bounds[k] ?? NaN))
  })

  // The 0.9999 quantile of χ² with 5 degrees of freedom is 25.7.
  test('permutation: the six orders of three are equally frequent', () => {
    const orders = Array.from({ length: 60_000 }, (_, k) => Random.permutation(3)(Random.fromSeed(k))[0].join())
    expect(count(orders)).toHaveLength(6)
    expect(chiSquare(count(orders), 10_000)).toBeLessThan(25.7)
  })

  test('choice: the six pairs of four are equally frequent', () => {
    const pairs = Array.from({ length: 60_000 }, (_, k) => Random.choice(2, 4)(Random.fromSeed(k))[0].join())
    expect(count(pairs)).toHaveLength(6)
    expect(chiSquare(count(pairs), 10_000)).toBeLessThan(25.7)
  })

  test('integer: six faces are equally frequent', () => {
    const rolls = Array.from({ length: 60_000 }, (_, k) => String(Random.integer(1, 6)(Random.fromSeed(k))[0]))
    expect(count(rolls)).toHaveLength(6)
    expect(chiSquare(count(rolls), 10_000)).toBeLessThan(25.7)
  })
})

describe('arguments that are out of range', () => {
  test('integer takes its bounds in either order', () => {
    expect(draw(Random.integer(6, 1))).toBe(draw(Random.integer(1, 6)))
  })
  test.each([
    [NaN, 0],
    [0.9, -0.9],
  ])('integer(%d, %d) is 0', (lo, hi) => {
    expect(draw(Random.integer(lo, hi))).toBe(0)
  })
  test('integer stays within safe integers', () => {
    expect(Number.isSafeInteger(draw(Random.integer(-Infinity, Infinity)))).toBe(true)
  })
  test('counts below 0 count as 0', () => {
    expect(draw(Random.normals(-1))).toEqual([])
    expect(draw(Random.permutation(NaN))).toEqual([])
    expect(draw(Random.choice(-1, 5))).toEqual([])
    expect(draw(Random.choice(2, -5))).toEqual([])
  })
  test('a seed that is not finite counts as 0', () => {
    expect(Random.fromSeed(NaN)).toEqual(Random.fromSeed(0))
    expect(Random.fromSeed(-Infinity)).toEqual(Random.fromSeed(0))
  })
})

// `Math.log` is right to one unit in the last place; so is the sum of eleven terms, to two more.
test('the logarithm of normal draws is a logarithm', () => {
  const worst = [...draw(Random.uniforms(10_000)), 2 ** -106, 0.999999999]
    .filter((u) => u > 0)
    .map((u) => Math.abs(ln(u) / Math.log(u) - 1))
  expect(Math.max(...worst)).toBeLessThan(4 * 2 ** -52)
})
