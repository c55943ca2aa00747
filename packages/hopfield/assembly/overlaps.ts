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
/** Sixteen units at a time, byte by byte of their patterns. */
let blocks: usize = 0
let units: i32 = 0
/** For every four patterns, sums of their overlaps by which of them are +1: sixteen low bytes, then sixteen high ones. */
let tables: usize = 0
/** Per unit, the sum of the overlaps of the patterns that have +1 there; right as long as `known`. */
let ups: usize = 0
let known: bool = false
/** How many sums have been taken one by one since the last flip, and after how many it pays to take all at once. */
let quiet: i32 = 0
let patience: i32 = 0

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

/** What the bits of a number from 0 to 7 select, as lanes. */
function selected(a: i16, b: i16, c: i16): v128 {
  return i16x8.add(
    i16x8.add(
      v128.and(i16x8.splat(a), i16x8(0, -1, 0, -1, 0, -1, 0, -1)),
      v128.and(i16x8.splat(b), i16x8(0, 0, -1, -1, 0, 0, -1, -1)),
    ),
    v128.and(i16x8.splat(c), i16x8(0, 0, 0, 0, -1, -1, -1, -1)),
  )
}

/** Whether no sum of overlaps can leave 16 bits. */
function fitsLanes(): bool {
  let sum = i32x4.splat(0)
  const ones = i16x8.splat(1)
  const end = m + (groups << 5)
  for (let p = m; p < end; p += 16) sum = i32x4.add(sum, i32x4.dot_i16x8_s(i16x8.abs(v128.load(p)), ones))
  return total(sum) < 32768
}

/** All sums at once: a table of sixteen sums for every four patterns, looked up for sixteen units with one instruction. */
function sumAll(): void {
  const end = m + (groups << 5)
  let t = tables
  for (let p = m; p < end; p += 8, t += 32) {
    const first = selected(load<i16>(p), load<i16>(p, 2), load<i16>(p, 4))
    const second = i16x8.add(first, i16x8.splat(load<i16>(p, 6)))
    v128.store(t, v128.shuffle<i8>(first, second, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30))
    v128.store(t, v128.shuffle<i8>(first, second, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), 16)
  }
  const nibble = i8x16.splat(15)
  const bytes = groups << 1
  let from = blocks
  let to = ups
  for (let unit = 0; unit < units; unit += 16, to += 32) {
    let a = i16x8.splat(0)
    let b = i16x8.splat(0)
    t = tables
    for (let k = 0; k < bytes; k++, from += 16, t += 64) {
      const pair = v128.load(from)
      const low = v128.and(pair, nibble)
      const high = i8x16.shr_u(pair, 4)
      let small = v128.swizzle(v128.load(t), low)
      let large = v128.swizzle(v128.load(t, 16), low)
      a = i16x8.add(a, v128.shuffle<i8>(small, large, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23))
      b = i16x8.add(b, v128.shuffle<i8>(small, large, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31))
      small = v128.swizzle(v128.load(t, 32), high)
      large = v128.swizzle(v128.load(t, 48), high)
      a = i16x8.add(a, v128.shuffle<i8>(small, large, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23))
      b = i16x8.add(b, v128.shuffle<i8>(small, large, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31))
    }
    v128.store(to, a)
    v128.store(to, b, 16)
  }
  known = true
}

/** Σₚ sᵢ(p) mₚ */
function sumOf(unit: i32): i32 {
  if (!known && quiet >= patience) {
    if (fitsLanes()) sumAll()
    quiet = 0
  }
  if (known) return 2 * i32.load16_s(ups + (unit << 1)) - all
  quiet++
  return sumOfOne(unit)
}

/** Σₚ sᵢ(p) mₚ: twice the sum over the patterns with +1, less the sum over all. */
function sumOfOne(unit: i32): i32 {
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
  known = false
  quiet = 0
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

/** A bit for each unit, set where it is +1, and behind them where it is not 0. Answers how many are not 0. */
function mark(marks: usize, y: usize, vectors: i32): i32 {
  const line = vectors << 4
  const zero = i8x16.splat(0)
  let active = 0
  for (let at = marks, end = marks + line; at < end; at += 2, y += 16) {
    const states = v128.load(y)
    const some = i8x16.bitmask(i8x16.ne(states, zero))
    store<u16>(at, i8x16.bitmask(i8x16.gt_s(states, zero)))
    store<u16>(at + line, some)
    active += popcnt(some)
  }
  return active
}

/**
 * out[p] ← s(p)·y: the units that are not 0, less twice those among them that differ; rows of `vectors` times 128 bits,
 * and as many states, zeros behind the last.
 */
export function overlaps(out: usize, patterns: usize, y: usize, marks: usize, count: i32, vectors: i32): void {
  const active = mark(marks, y, vectors)
  const line = vectors << 4
  for (let p = 0; p < count; p++, out += 4) {
    let sum = i32x4.splat(0)
    for (let at = marks, end = marks + line; at < end; at += 16, patterns += 16) {
      const differ = v128.and(v128.xor(v128.load(patterns), v128.load(at)), v128.load(at + line))
      sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(i8x16.popcnt(differ))))
    }
    i32.store(out, active - 2 * total(sum))
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
  blocksAt: usize,
  tablesAt: usize,
  upsAt: usize,
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
  blocks = blocksAt
  tables = tablesAt
  ups = upsAt
  units = n
  known = false
  quiet = 0
  patience = n >> 4
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
    if (count > patience) quiet = patience
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
