/**
 * Sweeps of a network that keeps its patterns, unit by unit, one bit for each pattern: all sums are whole numbers.
 *
 * Sixteen patterns make a group: two bytes of a unit, and two vectors of overlaps.
 */
import { chosen, linear } from './rule'

/** Where the arrays of a sweep lie, and its numbers. Set before each sweep. */
let groups: i32 = 0
let stride: i32 = 0
let words: usize = 0
let m: usize = 0
/** −1 for each pattern, 0 for the lanes after the last one, whose overlaps stay 0. */
let there: usize = 0
let all: i32 = 0

/** What a bit of a group selects in each of its two vectors. */
function low(bits: v128): v128 {
  const mask = i16x8(1, 2, 4, 8, 16, 32, 64, 128)
  return i16x8.eq(v128.and(bits, mask), mask)
}

function high(bits: v128): v128 {
  const mask = i16x8(256, 512, 1024, 2048, 4096, 8192, 16384, -32768)
  return i16x8.eq(v128.and(bits, mask), mask)
}

function total(x: v128): i32 {
  const pairs = i32x4.add(x, v128.shuffle<i32>(x, x, 2, 3, 0, 1))
  return i32x4.extract_lane(pairs, 0) + i32x4.extract_lane(pairs, 1)
}

/** Σₚ sᵢ(p) mₚ: twice the sum over the patterns with +1, less the sum over all. */
function sumOf(unit: i32): i32 {
  let row = words + unit * stride
  let p = m
  let a = i32x4.splat(0)
  let b = i32x4.splat(0)
  const end = row + (groups << 1)
  for (; row < end; row += 2, p += 32) {
    const bits = v128.load16_splat(row)
    a = i32x4.add(a, i32x4.dot_i16x8_s(low(bits), v128.load(p)))
    b = i32x4.add(b, i32x4.dot_i16x8_s(high(bits), v128.load(p, 16)))
  }
  return -2 * total(i32x4.add(a, b)) - all
}

/** mₚ += Δ sᵢ(p) */
function move(unit: i32, delta: i32): void {
  let row = words + unit * stride
  let p = m
  let q = there
  const up = i16x8.splat(i16(delta))
  const down = i16x8.splat(i16(-delta))
  const ones = i16x8.splat(1)
  let sum = i32x4.splat(0)
  const end = row + (groups << 1)
  for (; row < end; row += 2, p += 32, q += 32) {
    const bits = v128.load16_splat(row)
    const x = i16x8.add(v128.load(p), v128.and(v128.bitselect(up, down, low(bits)), v128.load(q)))
    const y = i16x8.add(v128.load(p, 16), v128.and(v128.bitselect(up, down, high(bits)), v128.load(q, 16)))
    v128.store(p, x)
    v128.store(p, y, 16)
    sum = i32x4.add(sum, i32x4.add(i32x4.dot_i16x8_s(x, ones), i32x4.dot_i16x8_s(y, ones)))
  }
  all = total(sum)
}

/** out[p] ← the number of bits that the states and pattern p have in common; rows of `vectors` times 128 bits. */
export function overlaps(out: usize, patterns: usize, state: usize, count: i32, vectors: i32): void {
  for (let p = 0; p < count; p++, out += 4) {
    let sum = i32x4.splat(0)
    for (let v = 0, at = state; v < vectors; v++, at += 16, patterns += 16) {
      const bytes = i8x16.popcnt(v128.and(v128.load(patterns), v128.load(at)))
      sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes)))
    }
    i32.store(out, total(sum))
  }
}

/** −½ scale yᵀWy − bias·y */
function energyOf(y: usize, bias: usize, n: i32, scale: f64, without: i32): f64 {
  let squares: f64 = 0
  for (let p = m, end = m + (groups << 5); p < end; p += 2) {
    const overlap = f64(i32.load16_s(p))
    squares += overlap * overlap
  }
  let active = 0
  for (let i = 0; i < n; i++) {
    const value = i32.load8_s(y + i)
    active += value * value
  }
  return 0 - (0.5 * scale * (squares + f64(without) * f64(active)) + linear(y, bias, n))
}

/**
 * One sweep: units in the given order, so many at once in each turn; one by one where there are no turns.
 *
 * `without` is wᵢᵢ less the number of patterns, `self` is wᵢᵢ. What happens is written to fields, flipped, values and
 * energies, one entry for each update. Answers how many units flipped.
 */
export function sweepOverlaps(
  wordsAt: usize,
  strideOf: i32,
  groupsOf: i32,
  mAt: usize,
  thereAt: usize,
  y: usize,
  bias: usize,
  n: i32,
  order: usize,
  updates: i32,
  turns: usize,
  turnCount: i32,
  fields: usize,
  flipped: usize,
  values: usize,
  energies: usize,
  scale: f64,
  without: i32,
  self: f64,
  lower: i32,
  tie: i32,
  energyBefore: f64,
): i32 {
  words = wordsAt
  stride = strideOf
  groups = groupsOf
  m = mAt
  there = thereAt
  all = 0
  for (let p = m, end = m + (groups << 5); p < end; p += 2) all += i32.load16_s(p)
  let energy = energyBefore
  let flips = 0
  let k = 0
  const half = 0.5 * scale
  for (let turn = 0; k < updates; turn++) {
    const count = turnCount === 0 ? 1 : i32.load(turns + (turn << 2))
    const first = k
    let turned = 0
    for (; k < first + count; k++) {
      const unit = i32.load(order + (k << 2))
      const previous = i32.load8_s(y + unit)
      const field = scale * f64(sumOf(unit) + without * previous) + f64.load(bias + (unit << 3))
      const next = chosen(field, previous, lower, tie)
      const delta = next - previous
      f64.store(fields + (k << 3), field)
      i32.store8(values + k, next)
      i32.store8(flipped + k, delta === 0 ? 0 : 1)
      if (delta !== 0) {
        turned++
        if (count === 1) {
          const d = f64(delta)
          energy += -field * d - half * self * d * d
          i32.store8(y + unit, next)
          move(unit, delta)
        }
      }
      f64.store(energies + (k << 3), energy)
    }
    if (count > 1 && turned > 0) {
      for (let t = first; t < k; t++) {
        if (i32.load8_u(flipped + t) === 0) continue
        const unit = i32.load(order + (t << 2))
        const next = i32.load8_s(values + t)
        const delta = next - i32.load8_s(y + unit)
        i32.store8(y + unit, next)
        move(unit, delta)
      }
      energy = energyOf(y, bias, n, scale, without)
      f64.store(energies + ((k - 1) << 3), energy)
    }
    flips += turned
  }
  return flips
}
