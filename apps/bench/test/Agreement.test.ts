import { describe, expect, test } from 'vitest'
import { compare } from '../src/Agreement.js'

const numbers = (...xs: ReadonlyArray<number>) => Float64Array.from(xs)

describe('with a bound of 0', () => {
  test('equal numbers agree, whatever their type', () => {
    expect(compare(0)(numbers(1, -2, 0), Int8Array.of(1, -2, 0))).toEqual({ _tag: 'Agrees', error: 0 })
  })

  test('the smallest difference disagrees, and is named', () => {
    expect(compare(0)(numbers(1, 1), numbers(1, 1 + Number.EPSILON))).toEqual({
      _tag: 'Disagrees',
      reason: `entry 1 is ${1 + Number.EPSILON} instead of 1`,
    })
  })
})

describe('with a bound', () => {
  test('the greatest relative error is told', () => {
    expect(compare(0.5)(numbers(1, 4), numbers(1.25, 5))).toEqual({ _tag: 'Agrees', error: 0.25 })
  })

  test.each([
    { name: 'more than the bound', expected: [4], actual: [7] },
    { name: 'not a number', expected: [1], actual: [NaN] },
    { name: 'infinite', expected: [1], actual: [Infinity] },
    { name: 'something where nothing is expected', expected: [0], actual: [1e-300] },
    { name: 'numbers missing', expected: [1, 2], actual: [1] },
    { name: 'numbers too many', expected: [1], actual: [1, 2] },
  ])('$name disagrees', ({ expected, actual }) => {
    expect(compare(0.5)(numbers(...expected), numbers(...actual))._tag).toBe('Disagrees')
  })

  test('the same infinity agrees', () => {
    expect(compare(0.5)(numbers(-Infinity), numbers(-Infinity))).toEqual({ _tag: 'Agrees', error: 0 })
  })
})
