/** Moves that a sum has not been told of yet. */
export interface Pending {
  readonly push: (unit: number, delta: number) => void
  /** To be called when the state has changed in any other way. */
  readonly reset: () => void
  /** Brings the sum up to date; answers whether it was not. */
  readonly sync: () => boolean
  readonly isEmpty: () => boolean
}

/**
 * Collects moves until they are asked for: up to `limit` of them are applied one by one, more than that are not worth
 * it, and the sum is taken anew. It begins so.
 */
export const pending = (limit: number, apply: (unit: number, delta: number) => void, renew: () => void): Pending => {
  const units = new Int32Array(limit)
  const deltas = new Int8Array(limit)
  let count = limit + 1
  return {
    push: (unit, delta) => {
      if (count < limit) {
        units[count] = unit
        deltas[count] = delta
      }
      if (count <= limit) count++
    },
    reset: () => {
      count = limit + 1
    },
    sync: () => {
      if (count === 0) return false
      if (count > limit) renew()
      else for (let k = 0; k < count; k++) apply(units[k] as number, deltas[k] as number)
      count = 0
      return true
    },
    isEmpty: () => count === 0,
  }
}
