/**
 * Walks through a transition graph: at each step one of the units that would change, chosen at random, does.
 *
 * Convention: `order` lists the states, the highest energy first, so that a graph in which energy falls is done in one
 *             pass; `well[s]` is the number of the attractor that state s belongs to, or −1.
 */

interface Steps {
  readonly order: { readonly length: number; readonly [index: number]: number }
  readonly successors: { readonly [index: number]: number }
  readonly n: number
}

/** Of so many walks as started, fewer than this share still walk when we stop watching. */
const negligible = 1e-9

/** A graph in which walks run in circles is passed through so often at most. */
const mostPasses = 10_000

const movesFrom = ({ n, successors }: Steps, s: number): number => {
  let moves = 0
  for (let i = 0; i < n; i++) if (successors[s * n + i] !== s) moves++
  return moves
}

/** Carries what is in `mass` along the walks to the attractors, and adds to `flow` how much took which step. */
export const drain = (mass: Float64Array, flow: Float64Array, well: Int32Array, steps: Steps): void => {
  const { n, order, successors } = steps
  for (let pass = 0, moving = 1; pass < mostPasses && moving > negligible * order.length; pass++) {
    for (let k = 0; k < order.length; k++) {
      const s = order[k] ?? 0
      const here = mass[s] ?? 0
      if (here === 0 || well[s] !== -1) continue
      const part = here / movesFrom(steps, s)
      mass[s] = 0
      for (let i = 0; i < n; i++) {
        const to = successors[s * n + i] ?? s
        if (to === s) continue
        flow[s * n + i] = (flow[s * n + i] ?? 0) + part
        mass[to] = (mass[to] ?? 0) + part
      }
    }
    moving = 0
    for (let s = 0; s < mass.length; s++) if (well[s] === -1) moving += mass[s] ?? 0
  }
}

/** More than one attractor can be reached. */
const several = -2

/** Writes the only attractor that can be reached from each state; −2 where there is a choice. */
export const onlyEnd = (end: Int32Array, { n, order, successors }: Steps): void => {
  for (let changed = true; changed;) {
    changed = false
    for (let k = order.length - 1; k >= 0; k--) {
      const s = order[k] ?? 0
      for (let i = 0; i < n; i++) {
        const reached = end[successors[s * n + i] ?? s] ?? -1
        if (reached === -1 || reached === end[s] || end[s] === several) continue
        end[s] = end[s] === -1 ? reached : several
        changed = true
      }
    }
  }
}
