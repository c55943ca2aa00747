/**
 * The answers by the textbook: no thought for speed beyond the order of loops.
 */

/** A B of n×n matrices, in float64. */
export const product = (n: number, a: Float64Array | Float32Array, b: Float64Array | Float32Array): Float64Array => {
  const c = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const aik = a[i * n + k] as number
      for (let j = 0; j < n; j++) c[i * n + j] = (c[i * n + j] as number) + aik * (b[k * n + j] as number)
    }
  return c
}

/** A x of an n×n matrix. */
export const image = (n: number, a: Float64Array, x: Float64Array): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => {
    let sum = 0
    for (let j = 0; j < n; j++) sum += (a[i * n + j] as number) * (x[j] as number)
    return sum
  })

/** Σ xᵢ with what rounding loses kept beside it (Neumaier 1974). */
const sum = (xs: Float64Array): number => {
  let total = 0
  let lost = 0
  for (const x of xs) {
    const next = total + x
    lost += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total
    total = next
  }
  return total + lost
}

const greatest = (xs: Float64Array): number => xs.reduce((most, x) => Math.max(most, x), -Infinity)

export const softmax = (xs: Float64Array): Float64Array => {
  const most = greatest(xs)
  const masses = xs.map((x) => Math.exp(x - most))
  const total = sum(masses)
  return masses.map((mass) => mass / total)
}

export const logSumExp = (xs: Float64Array): number => {
  const most = greatest(xs)
  return most + Math.log(sum(xs.map((x) => Math.exp(x - most))))
}

/** Σₚ softmaxₚ(β X y) xₚ of each state y. */
export const retrieve = (
  d: number,
  count: number,
  patterns: Float64Array,
  states: Float64Array,
  beta: number,
): Float64Array => {
  const out = new Float64Array(states.length)
  for (let q = 0; q < states.length; q += d) {
    const scores = Float64Array.from({ length: count }, (_, p) => {
      let score = 0
      for (let i = 0; i < d; i++) score += (patterns[p * d + i] as number) * (states[q + i] as number)
      return beta * score
    })
    const weights = softmax(scores)
    for (let p = 0; p < count; p++)
      for (let i = 0; i < d; i++)
        out[q + i] = (out[q + i] as number) + (weights[p] as number) * (patterns[p * d + i] as number)
  }
  return out
}

/** Σₚ s(p) s(p)ᵀ without its diagonal. */
export const hebbian = (n: number, count: number, patterns: Int8Array): Float64Array => {
  const w = new Float64Array(n * n)
  for (let p = 0; p < count; p++)
    for (let i = 0; i < n; i++) {
      const si = patterns[p * n + i] as number
      for (let j = 0; j < n; j++) w[i * n + j] = (w[i * n + j] as number) + si * (patterns[p * n + j] as number)
    }
  for (let i = 0; i < n; i++) w[i * n + i] = 0
  return w
}

/** Lets the units follow their fields, one after another, until a sweep changes none; a unit in no field stays. */
export const rest = (n: number, w: Float64Array, start: Int8Array, order: Int32Array): Int8Array => {
  const y = start.slice()
  let moving = true
  while (moving) {
    moving = false
    for (const i of order) {
      let field = 0
      for (let j = 0; j < n; j++) field += (w[i * n + j] as number) * (y[j] as number)
      const next = field === 0 ? (y[i] as number) : Math.sign(field)
      if (next !== y[i]) moving = true
      y[i] = next
    }
  }
  return y
}

/** Lets all units follow their fields at once until none changes; a unit in no field stays. Throws where they swing. */
export const restTogether = (n: number, w: Float64Array, start: Int8Array): Int8Array => {
  let y = start
  for (let sweep = 0; sweep < 1000; sweep++) {
    const fields = image(n, w, Float64Array.from(y))
    const before = y
    y = y.map((spin, i) => (fields[i] === 0 ? spin : Math.sign(fields[i] as number)))
    if (y.every((spin, i) => spin === before[i])) return y
  }
  throw new RangeError('the network does not come to rest')
}

/** As `rest`, with fields taken from the overlaps of the state with the patterns. */
export const restByOverlaps = (
  n: number,
  count: number,
  patterns: Int8Array,
  start: Int8Array,
  order: Int32Array,
): Int8Array => {
  const y = start.slice()
  const columns = new Int8Array(n * count)
  for (let p = 0; p < count; p++) for (let i = 0; i < n; i++) columns[i * count + p] = patterns[p * n + i] as number
  return settleByOverlaps(n, count, columns, y, order)
}

/** The same from the patterns unit by unit, in the state itself. */
export const settleByOverlaps = (
  n: number,
  count: number,
  columns: Int8Array,
  y: Int8Array,
  order: Int32Array,
): Int8Array => {
  const overlaps = new Int32Array(count)
  for (let i = 0; i < n; i++)
    for (let p = 0; p < count; p++)
      overlaps[p] = (overlaps[p] as number) + (columns[i * count + p] as number) * (y[i] as number)
  let moving = true
  while (moving) {
    moving = false
    for (const i of order) {
      const spin = y[i] as number
      let field = -count * spin
      for (let p = 0; p < count; p++) field += (columns[i * count + p] as number) * (overlaps[p] as number)
      if (field * spin >= 0) continue
      moving = true
      y[i] = -spin
      for (let p = 0; p < count; p++)
        overlaps[p] = (overlaps[p] as number) - 2 * spin * (columns[i * count + p] as number)
    }
  }
  return y
}

/** Energies −½ yᵀWy of all 2ⁿ states, then the state after each single update; the first unit is the highest bit. */
export const transitions = (n: number, w: Float64Array): Float64Array => {
  const count = 2 ** n
  const out = new Float64Array(count * (n + 1))
  for (let s = 0; s < count; s++) {
    const y = Array.from({ length: n }, (_, i) => ((s >> (n - 1 - i)) & 1 ? 1 : -1))
    let energy = 0
    for (let i = 0; i < n; i++) {
      let field = 0
      for (let j = 0; j < n; j++) field += (w[i * n + j] as number) * (y[j] as number)
      energy -= (y[i] as number) * field
      const bit = 1 << (n - 1 - i)
      out[count + s * n + i] = field > 0 ? s | bit : field < 0 ? s & ~bit : s
    }
    out[s] = energy / 2
  }
  return out
}

export const cube = (z: number): number => z ** 3

/** One sweep: each unit takes the value at which −Σ F(s(k)·y) is lower; every overlap is taken anew. */
export const denseSweep = (
  f: (z: number) => number,
  n: number,
  count: number,
  patterns: Int8Array,
  start: Int8Array,
  order: Int32Array,
): Int8Array => {
  const y = start.slice()
  for (const i of order) {
    let difference = 0
    for (let k = 0; k < count; k++) {
      let others = 0
      for (let j = 0; j < n; j++) if (j !== i) others += (patterns[k * n + j] as number) * (y[j] as number)
      const own = patterns[k * n + i] as number
      difference += f(others + own) - f(others - own)
    }
    if (difference !== 0) y[i] = Math.sign(difference)
  }
  return y
}

/** Σₚ x(p) y(p)ᵀ of layers of n units each. */
export const outer = (n: number, count: number, x: Int8Array, y: Int8Array): Float64Array => {
  const w = new Float64Array(n * n)
  for (let p = 0; p < count; p++)
    for (let i = 0; i < n; i++) {
      const xi = x[p * n + i] as number
      for (let j = 0; j < n; j++) w[i * n + j] = (w[i * n + j] as number) + xi * (y[p * n + j] as number)
    }
  return w
}

/** Layers that answer each other, y from nothing first, until neither changes: x, then y. */
export const answers = (n: number, w: Float64Array, start: Int8Array): Int8Array => {
  const x = start.slice()
  const y = new Int8Array(n)
  const layer = (own: Int8Array, field: (unit: number) => number): boolean => {
    const next = own.map((value, unit) => Math.sign(field(unit)) || value)
    const moved = next.some((value, unit) => value !== own[unit])
    own.set(next)
    return moved
  }
  const forth = (j: number): number => {
    let field = 0
    for (let i = 0; i < n; i++) field += (x[i] as number) * (w[i * n + j] as number)
    return field
  }
  const back = (i: number): number => {
    let field = 0
    for (let j = 0; j < n; j++) field += (w[i * n + j] as number) * (y[j] as number)
    return field
  }
  let moving = true
  while (moving) {
    const [first, second] = [layer(y, forth), layer(x, back)]
    moving = first || second
  }
  return Int8Array.from([...x, ...y])
}
