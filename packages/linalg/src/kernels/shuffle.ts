import { uniformInt } from 'pure-rand/distribution/uniformInt'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'

/** 0 … n−1; `Array.from` with a function takes as long as drawing an order does. */
export const ascending = (n: number): Array<number> => {
  const order = new Array<number>()
  for (let i = 0; i < n; i++) order.push(i)
  return order
}

/** order ← the same entries in an order drawn from the generator, each equally likely. */
export const fisherYates = (order: Array<number>, generator: RandomGenerator): void => {
  for (let i = order.length - 1; i > 0; i--) {
    const j = uniformInt(generator, 0, i)
    const swapped = order[i]!
    order[i] = order[j]!
    order[j] = swapped
  }
}

/** Appends to the empty `chosen` k numbers out of 0 … n−1, k ≤ n: i is taken with probability (still needed) / (still to come). */
export const selection = (chosen: Array<number>, k: number, n: number, generator: RandomGenerator): void => {
  for (let i = 0; chosen.length < k; i++) {
    if (uniformInt(generator, 0, n - i - 1) < k - chosen.length) chosen.push(i)
  }
}
