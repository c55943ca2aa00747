import { include, wordsOf } from './states.js'
import type { Machine } from './update.js'

/** Writes the values of state number `index` into y; the first unit is the most significant bit. */
export const writeState = (y: Int8Array, index: number, n: number, lower: number): void => {
  for (let i = 0; i < n; i++) y[i] = (index >> (n - 1 - i)) & 1 ? 1 : lower
}

/**
 * For each of the 2ⁿ states: its energy, where each unit's update leads, and where updating all units leads; and for each
 * unit the set of states that its update changes. States follow each other by Gray's code, so that only one unit moves.
 */
export const transitions = (
  energies: Float64Array,
  successors: Uint32Array,
  synchronous: Uint32Array,
  changes: Uint32Array,
  machine: Machine,
  lower: number,
): void => {
  const { size: n, state, next } = machine
  const words = wordsOf(n)
  writeState(state, 0, n, lower)
  machine.reset()
  for (let k = 0; k < energies.length; k++) {
    const s = k ^ (k >>> 1)
    if (k > 0) {
      const turned = n - 1 - (31 - Math.clz32(k & -k))
      const delta = state[turned] === 1 ? lower - 1 : 1 - lower
      state[turned] = (state[turned] as number) + delta
      machine.moved(turned, delta)
    }
    energies[s] = machine.energy()
    let together = 0
    for (let i = 0; i < n; i++) {
      const bit = 1 << (n - 1 - i)
      const up = next(machine.field(i), state[i] as number) === 1
      const to = up ? s | bit : s & ~bit
      successors[s * n + i] = to
      if (to !== s) include(changes, i * words, s)
      if (up) together |= bit
    }
    synchronous[s] = together
  }
}

/** Whether every update that changes a state lowers the energy, so that no walk can return. */
export const descends = (
  energies: { readonly length: number; readonly [index: number]: number },
  successors: { readonly [index: number]: number },
  n: number,
): boolean => {
  for (let s = 0; s < energies.length; s++) {
    const energy = energies[s] as number
    for (let i = 0; i < n; i++) {
      const to = successors[s * n + i] as number
      if (to !== s && !((energies[to] as number) < energy)) return false
    }
  }
  return true
}

/**
 * Strongly connected components by Tarjan's algorithm, without recursion: component[s] ← number of the component of s.
 * All work arrays have one entry per state; `index` begins with zeros. Answers how many components there are.
 */
export const components = (
  component: Int32Array,
  index: Int32Array,
  low: Int32Array,
  stack: Int32Array,
  path: Int32Array,
  edge: Uint8Array,
  successors: { readonly [index: number]: number },
  n: number,
): number => {
  let next = 1
  let top = 0
  let count = 0
  component.fill(-1)
  for (let root = 0; root < component.length; root++) {
    if (index[root] !== 0) continue
    let depth = 0
    path[0] = root
    while (depth >= 0) {
      const s = path[depth] as number
      if (index[s] === 0) {
        index[s] = low[s] = next++
        stack[top++] = s
        edge[s] = 0
      }
      if ((edge[s] as number) < n) {
        const t = successors[s * n + (edge[s] as number)] as number
        edge[s] = (edge[s] as number) + 1
        if (index[t] === 0) path[++depth] = t
        else if (component[t] === -1) low[s] = Math.min(low[s] as number, index[t] as number)
        continue
      }
      if (low[s] === index[s]) {
        let member = -1
        while (member !== s) {
          member = stack[--top] as number
          component[member] = count
        }
        count++
      }
      depth--
      if (depth >= 0) {
        const parent = path[depth] as number
        low[parent] = Math.min(low[parent] as number, low[s] as number)
      }
    }
  }
  return count
}

/** leaks[c] ← 1 for every component that some update leaves. */
export const leaking = (
  leaks: Uint8Array,
  component: Int32Array,
  successors: { readonly [index: number]: number },
  n: number,
): void => {
  for (let s = 0; s < component.length; s++)
    for (let i = 0; i < n; i++)
      if (component[successors[s * n + i] as number] !== component[s]) leaks[component[s] as number] = 1
}

/** ends[s] ← the smallest state of the cycle into which s runs when all units are updated at once. */
export const cycleEnds = (ends: Int32Array, visited: Int32Array, next: { readonly [index: number]: number }): void => {
  ends.fill(-1)
  for (let start = 0; start < ends.length; start++) {
    let s = start
    while (ends[s] === -1 && visited[s] !== start + 1) {
      visited[s] = start + 1
      s = next[s] as number
    }
    let end = ends[s] as number
    if (end === -1) {
      end = s
      for (let t = next[s] as number; t !== s; t = next[t] as number) end = Math.min(end, t)
    }
    for (let t = start; ends[t] === -1; t = next[t] as number) ends[t] = end
  }
}

/** counts[v] ← how often v is a value. */
export const tally = (counts: Int32Array, values: Int32Array): void => {
  counts.fill(0)
  for (let k = 0; k < values.length; k++) {
    const v = values[k] as number
    counts[v] = (counts[v] as number) + 1
  }
}

/** out ← the states of the cycle that `first` lies on, in order. Answers how many there are. */
export const orbit = (out: Uint32Array, next: { readonly [index: number]: number }, first: number): number => {
  let length = 0
  let s = first
  do {
    out[length++] = s
    s = next[s] as number
  } while (s !== first)
  return length
}
