/**
 * What a unit does in its field, with the operations of src/kernels/update.ts of @engram/associative-memory in the same
 * order; the tie policies are keep, up, down, flip. Which sign a field has is not for branches: nobody can predict it.
 */
export function chosen(field: f64, previous: i32, lower: i32, tie: i32): i32 {
  const up = field > 0
  if (i32(up) | i32(field < 0)) return select<i32>(1, lower, up)
  if (tie === 0) return previous
  if (tie === 1) return 1
  if (tie === 2) return lower
  return lower + 1 - previous
}

/** bias·y */
export function linear(y: usize, bias: usize, n: i32): f64 {
  let total: f64 = 0
  for (let i = 0; i < n; i++) {
    const value = i32.load8_s(y + i)
    if (value !== 0) total += f64(value) * f64.load(bias + (i << 3))
  }
  return total
}
