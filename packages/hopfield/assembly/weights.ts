/**
 * Sweeps of a network of whole weights of 16 bits. Row u holds the weights from unit u to all others, in `stride` entries,
 * a multiple of eight; the sums are whole numbers of 32 bits.
 */
import { chosen, linear } from './rule'

/** h ← Σ yᵤ · row u, four rows at a time; y has zeros after its last entry. */
export function fields(h: usize, rows: usize, y: usize, n: i32, stride: i32): void {
  const line = stride << 1
  memory.fill(h, 0, stride << 2)
  for (let u = 0; u < n; u += 4, rows += line << 2) {
    const first = i32x4.splat((i32.load8_s(y + u) & 0xffff) | (i32.load8_s(y + u, 1) << 16))
    const second = i32x4.splat((i32.load8_s(y + u, 2) & 0xffff) | (i32.load8_s(y + u, 3) << 16))
    const end = rows + line
    for (let p = rows, q = h; p < end; p += 16, q += 32) {
      const a = v128.load(p)
      const b = v128.load(p + line)
      const c = v128.load(p + 2 * line)
      const d = v128.load(p + 3 * line)
      const low = i32x4.add(
        i32x4.dot_i16x8_s(v128.shuffle<i16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11), first),
        i32x4.dot_i16x8_s(v128.shuffle<i16>(c, d, 0, 8, 1, 9, 2, 10, 3, 11), second),
      )
      const high = i32x4.add(
        i32x4.dot_i16x8_s(v128.shuffle<i16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15), first),
        i32x4.dot_i16x8_s(v128.shuffle<i16>(c, d, 4, 12, 5, 13, 6, 14, 7, 15), second),
      )
      v128.store(q, i32x4.add(v128.load(q), low))
      v128.store(q, i32x4.add(v128.load(q, 16), high), 16)
    }
  }
}

/** h += Δ · row u */
function move(h: usize, row: usize, stride: i32, delta: i32): void {
  const factor = i16x8.splat(i16(delta))
  const end = row + (stride << 1)
  for (; row < end; row += 16, h += 32) {
    const w = v128.load(row)
    v128.store(h, i32x4.add(v128.load(h), i32x4.extmul_low_i16x8_s(w, factor)))
    v128.store(h, i32x4.add(v128.load(h, 16), i32x4.extmul_high_i16x8_s(w, factor)), 16)
  }
}

/** −½ scale yᵀWy − bias·y */
function energyOf(h: usize, y: usize, bias: usize, n: i32, scale: f64): f64 {
  let quadratic: f64 = 0
  for (let i = 0; i < n; i++) {
    const value = i32.load8_s(y + i)
    if (value !== 0) quadratic += f64(value) * f64(i32.load(h + (i << 2)))
  }
  return 0 - (0.5 * scale * quadratic + linear(y, bias, n))
}

/** One sweep, as `sweepOverlaps`. */
export function sweepWeights(
  rows: usize,
  stride: i32,
  h: usize,
  y: usize,
  bias: usize,
  n: i32,
  order: usize,
  updates: i32,
  turns: usize,
  turnCount: i32,
  fieldsOut: usize,
  flipped: usize,
  values: usize,
  energies: usize,
  scale: f64,
  lower: i32,
  tie: i32,
  energyBefore: f64,
): i32 {
  const line = stride << 1
  const half = 0.5 * scale
  let energy = energyBefore
  let flips = 0
  let k = 0
  for (let turn = 0; k < updates; turn++) {
    const count = turnCount === 0 ? 1 : i32.load(turns + (turn << 2))
    const first = k
    let turned = 0
    for (; k < first + count; k++) {
      const unit = i32.load(order + (k << 2))
      const previous = i32.load8_s(y + unit)
      const field = scale * f64(i32.load(h + (unit << 2))) + f64.load(bias + (unit << 3))
      const next = chosen(field, previous, lower, tie)
      const delta = next - previous
      f64.store(fieldsOut + (k << 3), field)
      i32.store8(values + k, next)
      i32.store8(flipped + k, delta === 0 ? 0 : 1)
      if (delta !== 0) {
        turned++
        if (count === 1) {
          const row = rows + unit * line
          const d = f64(delta)
          energy += -field * d - half * f64(i32.load16_s(row + (unit << 1))) * d * d
          i32.store8(y + unit, next)
          move(h, row, stride, delta)
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
        move(h, rows + unit * line, stride, delta)
      }
      energy = energyOf(h, y, bias, n, scale)
      f64.store(energies + ((k - 1) << 3), energy)
    }
    flips += turned
  }
  return flips
}
