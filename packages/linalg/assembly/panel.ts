/**
 * Panels: a block of a matrix, four lanes wide, laid out so that a product reads it in one straight line.
 *
 * A panel holds 4 lanes and `depth` steps, step by step. `count` lanes make ⌈count / 4⌉ panels; what the last one reads
 * beyond `count` ends up in sums that nobody asks for. `stride` is the distance of two lines of the source, in entries.
 */

/** Lanes are lines of the source. */
export function gather64(panel: usize, source: usize, count: i32, depth: i32, stride: i32): void {
  const line = stride << 3
  for (let i = 0; i < count; i += 4) {
    let p0 = source + i * line
    let p1 = p0 + line
    let p2 = p1 + line
    let p3 = p2 + line
    let l = 0
    for (; l + 1 < depth; l += 2) {
      const r0 = v128.load(p0)
      const r1 = v128.load(p1)
      const r2 = v128.load(p2)
      const r3 = v128.load(p3)
      v128.store(panel, v128.shuffle<f64>(r0, r1, 0, 2))
      v128.store(panel, v128.shuffle<f64>(r2, r3, 0, 2), 16)
      v128.store(panel, v128.shuffle<f64>(r0, r1, 1, 3), 32)
      v128.store(panel, v128.shuffle<f64>(r2, r3, 1, 3), 48)
      panel += 64
      p0 += 16
      p1 += 16
      p2 += 16
      p3 += 16
    }
    if (l < depth) {
      f64.store(panel, f64.load(p0))
      f64.store(panel, f64.load(p1), 8)
      f64.store(panel, f64.load(p2), 16)
      f64.store(panel, f64.load(p3), 24)
      panel += 32
    }
  }
}

/** Steps are lines of the source. */
export function copy64(panel: usize, source: usize, count: i32, depth: i32, stride: i32): void {
  const line = stride << 3
  for (let i = 0; i < count; i += 4) {
    let p = source + (i << 3)
    for (let l = 0; l < depth; l++) {
      v128.store(panel, v128.load(p))
      v128.store(panel, v128.load(p, 16), 16)
      panel += 32
      p += line
    }
  }
}

/** Lanes are lines of the source. */
export function gather32(panel: usize, source: usize, count: i32, depth: i32, stride: i32): void {
  const line = stride << 2
  for (let i = 0; i < count; i += 4) {
    let p0 = source + i * line
    let p1 = p0 + line
    let p2 = p1 + line
    let p3 = p2 + line
    for (let l = 0; l < depth; l++) {
      i32.store(panel, i32.load(p0))
      i32.store(panel, i32.load(p1), 4)
      i32.store(panel, i32.load(p2), 8)
      i32.store(panel, i32.load(p3), 12)
      panel += 16
      p0 += 4
      p1 += 4
      p2 += 4
      p3 += 4
    }
  }
}

/** Steps are lines of the source. */
export function copy32(panel: usize, source: usize, count: i32, depth: i32, stride: i32): void {
  const line = stride << 2
  for (let i = 0; i < count; i += 4) {
    let p = source + (i << 2)
    for (let l = 0; l < depth; l++) {
      v128.store(panel, v128.load(p))
      panel += 16
      p += line
    }
  }
}
