import type { Gemm, Gemm32 } from '../types.js'
import { float32, float64, put, take, upTo, type Floats } from './block.js'
import { LEFT, REGION, RESULT, RIGHT, STAGE, type Machine } from './machine.js'

/** Rows of a block of the result, and terms that its sums gain at a time. */
const BLOCK = 256

/** What there is once for float64 and once for float32. */
interface Precision<A extends Floats> {
  readonly view: A
  /** Columns that are multiplied at once. */
  readonly lanes: number
  readonly gather: Machine['run']['gather64']
  readonly copy: Machine['run']['copy64']
  readonly multiply: Machine['run']['multiply64']
}

/** The rows of the left operand are lanes, or the columns of the right one; so are its lines, or else they are steps. */
interface Operand<A extends Floats> {
  readonly entries: A
  readonly linesAreLanes: boolean
  /** Entries of a line. */
  readonly stride: number
}

const product = <A extends Floats>(
  { view, lanes, gather, copy, multiply }: Precision<A>,
  c: A,
  left: Operand<A>,
  right: Operand<A>,
  m: number,
  k: number,
  n: number,
): void => {
  const size = view.BYTES_PER_ELEMENT
  const stage = STAGE / size
  const result = RESULT / size
  const columns = REGION / (size * BLOCK)

  /** The block from (lane, step) on becomes panels of `width` lanes, of which `count` have a meaning. */
  const pack = (
    panels: number,
    { entries, linesAreLanes, stride }: Operand<A>,
    lane: number,
    count: number,
    width: number,
    step: number,
    depth: number,
  ): void => {
    if (linesAreLanes) {
      put(view, stage, entries, lane * stride + step, stride, count, depth)
      gather(panels, STAGE, width, depth, depth)
    } else {
      put(view, stage, entries, step * stride + lane, stride, depth, count)
      copy(panels, STAGE, width, depth, count)
    }
  }

  for (let i = 0; i < m; i += BLOCK) {
    const rows = Math.min(BLOCK, m - i)
    const height = upTo(rows, 4)
    for (let j = 0; j < n; j += columns) {
      const cols = Math.min(columns, n - j)
      const width = upTo(cols, lanes)
      view.fill(0, result, result + height * width)
      for (let l = 0; l < k; l += BLOCK) {
        const depth = Math.min(BLOCK, k - l)
        pack(LEFT, left, i, rows, height, l, depth)
        pack(RIGHT, right, j, cols, width, l, depth)
        multiply(RESULT, LEFT, RIGHT, height, width, depth)
      }
      take(c, i * n + j, n, view, result, width, rows, cols)
    }
  }
}

/** Blocks of both operands are copied into panels; those of the result gain their terms in the order of the inner index. */
export const gemm =
  ({ f64, run }: Machine): Gemm =>
  (c, a, b, m, k, n, leftTransposed = false, rightTransposed = false) =>
    product(
      { view: f64, lanes: 4, gather: run.gather64, copy: run.copy64, multiply: run.multiply64 },
      c,
      { entries: float64(a), linesAreLanes: !leftTransposed, stride: leftTransposed ? m : k },
      { entries: float64(b), linesAreLanes: rightTransposed, stride: rightTransposed ? k : n },
      m,
      k,
      n,
    )

/** As `gemm`. */
export const gemm32 =
  ({ f32, run }: Machine): Gemm32 =>
  (c, a, b, m, k, n, leftTransposed = false, rightTransposed = false) =>
    product(
      { view: f32, lanes: 8, gather: run.gather32, copy: run.copy32, multiply: run.multiply32 },
      c,
      { entries: float32(a), linesAreLanes: !leftTransposed, stride: leftTransposed ? m : k },
      { entries: float32(b), linesAreLanes: rightTransposed, stride: rightTransposed ? k : n },
      m,
      k,
      n,
    )
