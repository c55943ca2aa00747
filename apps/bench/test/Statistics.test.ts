import { expect, test } from 'vitest'
import { median, quantile, ratio, summary } from '../src/Statistics.js'

test('the median is the middle, or the middle between the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([7])).toBe(7)
})

test('quantiles are linear between the sorted values', () => {
  expect([0, 0.25, 0.5, 0.75, 1].map((q) => quantile(q)([5, 1, 4, 2, 3]))).toEqual([1, 2, 3, 4, 5])
  expect(quantile(0.25)([1, 2])).toBe(1.25)
})

test('a summary is the middle and the quartiles', () => {
  expect(summary([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4 })
})

test('a machine that slows down between rounds does not change a ratio', () => {
  const slower = [1, 1, 8, 8, 1]
  const ours = slower.map((factor) => 2 * factor)
  const theirs = slower.map((factor) => 6 * factor)
  expect(ratio(ours)(theirs)).toBe(3)
})
