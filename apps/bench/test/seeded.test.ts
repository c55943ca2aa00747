import { expect, test } from 'vitest'
import { corrupted, dyadics, order, spins } from '../src/seeded.js'

test('one seed, one input', () => {
  expect(dyadics(100, 1)).toEqual(dyadics(100, 1))
  expect(dyadics(100, 1)).not.toEqual(dyadics(100, 2))
})

test('dyadics are multiples of 1/64 from −1 to 1, both ends among them', () => {
  const drawn = dyadics(10_000, 3)
  expect(drawn.every((x) => Number.isInteger(64 * x))).toBe(true)
  expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([-1, 1])
})

test('spins are ±1, both of them', () => {
  expect(new Set(spins(100, 4))).toEqual(new Set([-1, 1]))
})

test('every row of what is corrupted differs in the given fraction of its spins', () => {
  const [n, rows] = [50, 3]
  const patterns = spins(n * rows, 5)
  const starts = corrupted(patterns, n, rows, 0.2, 6)
  const changed = Array.from({ length: rows }, (_, k) =>
    starts.subarray(k * n, (k + 1) * n).reduce((sum, spin, i) => sum + (spin === patterns[k * n + i] ? 0 : 1), 0),
  )
  expect(changed).toEqual([10, 10, 10])
})

test('an order has every unit once', () => {
  expect([...order(20, 7)].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i))
})
