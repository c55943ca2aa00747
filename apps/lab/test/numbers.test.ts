import { expect, test } from 'vitest'
import { number } from '../src/numbers.js'

test.each([
  [0, '0'],
  [-0.0001, '0'],
  [-1600, '−1600'],
  [0.12345, '0.123'],
  [999_999, '999999'],
  [2e7, '2·10⁷'],
  [-20_180_000, '−2.018·10⁷'],
  [-1.5e12, '−1.5·10¹²'],
])('%d is written %s', (value, text) => {
  expect(number(value)).toBe(text)
})
