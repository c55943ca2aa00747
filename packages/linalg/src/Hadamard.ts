/**
 * Square matrices of 1 and −1 with orthogonal rows: the largest sets of bipolar patterns that do not disturb each other.
 *
 * Definitions: `Hadamard`: H Hᵀ = n I, a proof that lives in the type only. Beyond 1 and 2 an order n is a multiple of 4;
 *              whether each multiple has one is not known.
 * Conventions: constructed here are orders that are products of 2, q + 1 for a prime power q ≡ 3 (mod 4), and 2(q + 1) for a
 *              prime power q ≡ 1 (mod 4): all multiples of 4 below 200 but 92, 116, 156, 172, 184 and 188. None above
 *              2¹⁴ is looked for.
 * References:  Sylvester (1867); Paley (1933), "On orthogonal matrices"; Hedayat and Wallis (1978).
 */
import { function as F, option as O, type state as S } from 'fp-ts'
import * as kernel from './kernels/hadamard.js'
import { unsafeFromFloat64 as matrix, type Matrix } from './Matrix.js'
import { natural } from './natural.js'
import { permutation, signs, type Random } from './Random.js'

declare const hadamard: unique symbol

/** A square matrix of 1 and −1 with H Hᵀ = n I. */
export type Hadamard<R extends string = string, C extends string = string> = Matrix<R, C> & {
  readonly [hadamard]: true
}

/** The greatest order that is looked for: its matrix takes 2 GB. */
const LIMIT = 2 ** 14

const wrap = (n: number, data: Float64Array): Hadamard => matrix(n, n)(data) as Hadamard

/**
 * Sylvester's matrix of order 2ᵏ: (−1) to the number of ones that i and j have in common in binary.
 *
 * Formula: H₀ = [1], Hₖ₊₁ = [[Hₖ, Hₖ], [Hₖ, −Hₖ]]
 * Requires: k up to 14 or so: memory must hold 4ᵏ numbers
 * Cost:    O(4ᵏ)
 * Laws:    hadamard_orthogonal
 * Source:  Sylvester (1867)
 *
 * ```ts runnable
 * import { Hadamard, Matrix } from '@engram/linalg'
 *
 * Matrix.toRows(Hadamard.sylvester(1)) // => [[1, 1], [1, -1]]
 * ```
 */
export const sylvester = (k: number): Hadamard => {
  const n = 2 ** natural(k)
  const h = new Float64Array(n * n)
  kernel.sylvester(h, n)
  return wrap(n, h)
}

/** i with its k binary digits in reverse, of the Gray code: the row of Sylvester's matrix with i changes of sign. */
const sequency = (i: number, k: number): number =>
  Array.from({ length: k }, (_, bit) => (((i ^ (i >> 1)) >> bit) & 1) << (k - 1 - bit)).reduce(
    (sum, bit) => sum + bit,
    0,
  )

/**
 * The Walsh functions: the rows of Sylvester's matrix, ordered by how often they change sign.
 *
 * Formula: row i changes sign i times
 * Laws:    hadamard_orthogonal, walsh_sequency
 * Source:  Walsh (1923)
 */
export const walsh = (k: number): Hadamard => {
  const h = sylvester(k)
  const bits = natural(k)
  const rows = Array.from({ length: h.rows }, (_, i) => sequency(i, bits) * h.cols)
  return wrap(
    h.rows,
    Float64Array.from({ length: h.rows ** 2 }, (_, at) => {
      const start = rows[Math.floor(at / h.cols)] ?? NaN
      return h.data[start + (at % h.cols)] ?? NaN
    }),
  )
}

/** The prime of which q is a power. */
const primeOf = (q: number): O.Option<number> => {
  if (!Number.isInteger(q) || q < 2 || q > LIMIT) return O.none
  const p =
    Array.from({ length: Math.max(0, Math.floor(Math.sqrt(q)) - 1) }, (_, i) => i + 2).find((d) => q % d === 0) ?? q
  const isPower = (rest: number): boolean => rest === 1 || (rest % p === 0 && isPower(rest / p))
  return isPower(q) ? O.some(p) : O.none
}

/**
 * Paley's matrix: of order q + 1 for a prime power q ≡ 3 (mod 4), of order 2(q + 1) for a prime power q ≡ 1 (mod 4), none
 * for other q.
 *
 * Formula: I + S, or S ⊗ [[1, 1], [1, −1]] + I ⊗ [[1, −1], [−1, −1]], where S holds the quadratic character χ(a − b) of
 *          GF(q) and a border
 * Cost:    O(q²)
 * Laws:    hadamard_orthogonal, paley_symmetry
 * Source:  Paley (1933), lemmas 2 and 3
 */
export const paley = (q: number): O.Option<Hadamard> =>
  F.pipe(
    primeOf(q),
    O.filter((p) => p > 2),
    O.map((p) => {
      const n = q + 1
      const [character, s] = [new Float64Array(q), new Float64Array(n * n)]
      kernel.quadraticCharacter(character, p, q)
      kernel.paleyCore(s, character, q % 4 === 3 ? -1 : 1, p, q)
      const h = new Float64Array(q % 4 === 3 ? n * n : 4 * n * n)
      if (q % 4 === 3) kernel.addIdentity(h, s, n)
      else kernel.doubleCore(h, s, n)
      return wrap(q % 4 === 3 ? n : 2 * n, h)
    }),
  )

/**
 * The Kronecker product of two Hadamard matrices, which is one again.
 *
 * Shapes: [m, m] and [n, n] → [m n, m n]
 * Laws:   hadamard_orthogonal
 */
export const kronecker =
  (a: Hadamard) =>
  (b: Hadamard): Hadamard => {
    const c = new Float64Array((a.rows * b.rows) ** 2)
    kernel.kronecker(c, a.data, b.data, a.rows, b.rows)
    return wrap(a.rows * b.rows, c)
  }

/**
 * A Hadamard matrix of order n, if one of the constructions above has it.
 *
 * Cost: O(n²)
 * Laws: hadamard_orthogonal, hadamard_ofOrder
 *
 * ```ts runnable
 * import { option as O } from 'fp-ts'
 * import { Hadamard } from '@engram/linalg'
 *
 * O.isSome(Hadamard.ofOrder(28)) // => true
 * O.isSome(Hadamard.ofOrder(30)) // => false
 * ```
 */
export const ofOrder = (n: number): O.Option<Hadamard> => {
  if (n === 1 || n === 2) return O.some(sylvester(n - 1))
  if (!Number.isInteger(n) || n < 4 || n > LIMIT || n % 4 !== 0) return O.none
  const factors = Array.from({ length: Math.floor(Math.sqrt(n)) - 1 }, (_, i) => i + 2).filter((d) => n % d === 0)
  return F.pipe(
    n % 8 === 0 ? F.pipe(ofOrder(n / 2), O.map(kronecker(sylvester(1)))) : O.none,
    O.alt(() =>
      F.pipe(
        paley(n - 1),
        O.filter(({ rows }) => rows === n),
      ),
    ),
    O.alt(() =>
      F.pipe(
        paley(n / 2 - 1),
        O.filter(({ rows }) => rows === n),
      ),
    ),
    O.alt(() =>
      factors.reduce<O.Option<Hadamard>>(
        (found, d) =>
          F.pipe(
            found,
            O.alt(() =>
              F.pipe(
                O.Do,
                O.apS('a', ofOrder(d)),
                O.apS('b', ofOrder(n / d)),
                O.map(({ a, b }) => kronecker(a)(b)),
              ),
            ),
          ),
        O.none,
      ),
    ),
  )
}

/**
 * The same with rows and columns in another order and some of them negated, all drawn at random: sets of orthogonal patterns
 * without the row of ones that the constructions begin with.
 *
 * Laws: hadamard_shuffle
 */
export const shuffle =
  (h: Hadamard): S.State<Random, Hadamard> =>
  (start) => {
    const n = h.rows
    const [rows, afterRows] = permutation(n)(start)
    const [cols, afterCols] = permutation(n)(afterRows)
    const [rowSigns, afterRowSigns] = signs(n)(afterCols)
    const [colSigns, end] = signs(n)(afterRowSigns)
    const entry = (i: number, j: number): number =>
      (h.data[(rows[i] ?? NaN) * n + (cols[j] ?? NaN)] ?? NaN) * (rowSigns[i] ?? NaN) * (colSigns[j] ?? NaN)
    return [
      wrap(
        n,
        Float64Array.from({ length: n * n }, (_, at) => entry(Math.floor(at / n), at % n)),
      ),
      end,
    ]
  }
