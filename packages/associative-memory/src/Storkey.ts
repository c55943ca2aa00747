/**
 * Storkey's rule: Hebb's, less what the weights already know.
 *
 * Definitions: hᵢⱼ = Σ_{k≠i,j} wᵢₖ sₖ, the field at i without unit j. First order: Δwᵢⱼ = (sᵢsⱼ − sᵢhⱼᵢ − hᵢⱼsⱼ) / n.
 *              Second order adds hᵢⱼhⱼᵢ / n, so that Δwᵢⱼ = (sᵢ − hᵢⱼ)(sⱼ − hⱼᵢ) / n.
 * Convention:  bipolar patterns, auto-associative, zero diagonal; all fields are read before any weight is written.
 *              The factor 1/n is part of the rule: it is not linear in the weights.
 * Laws:        storkey_eq_reference, storkey_symm
 * References:  Storkey (1997), "Increasing the capacity of a Hopfield network without sacrificing functionality";
 *              Storkey and Valabregue (1999), "The basins of attraction of a new Hopfield learning rule".
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix, SymmetricMatrix } from '@engram/linalg'
import type { ModifiedMemory } from './Hebbian.js'
import { fields, imprintStorkey } from './kernels/storkey.js'
import { allOfSize, firstOf, type MemoryError } from './MemoryError.js'
import type { Bipolar } from './Pattern.js'

/** How many terms of the rule are used. */
export type Order = 'first' | 'second'

/**
 * The memory of a list of patterns, shown once each, in this order.
 *
 * Formula:  wᵢⱼ ← wᵢⱼ + (sᵢsⱼ − sᵢhⱼᵢ − hᵢⱼsⱼ) / n for each pattern; second order + hᵢⱼhⱼᵢ / n
 * Errors:   Empty, SizeMismatch
 * Cost:     O(P·n²)
 * Numerics: exact for n a power of two and few patterns; else a few roundings a pattern
 * Laws:     storkey_eq_reference, storkey_symm
 * Source:   Storkey (1997), eq. 2
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { Pattern, Storkey } from '@engram/associative-memory'
 *
 * F.pipe(
 *   E.sequenceArray([Pattern.bipolar([1, 1, -1, -1]), Pattern.bipolar([1, 1, -1, 1])]),
 *   E.chain(Storkey.learn('first')),
 *   E.map((memory) => Matrix.toRows(memory.weights)[0]),
 * ) // => E.right([0, 0.5, -0.5, 0])
 * ```
 */
export const learn =
  (order: Order) =>
  (patterns: ReadonlyArray<Bipolar>): E.Either<MemoryError, ModifiedMemory> =>
    F.pipe(
      firstOf('Storkey.learn', 'at least one pattern')(patterns),
      E.map(({ length }) => length),
      E.chainFirst((n) => allOfSize('Storkey.learn', n)(patterns)),
      E.map((n) => {
        const weights = new Float64Array(n * n)
        const field = new Float64Array(n)
        patterns.forEach(({ data }) => {
          fields(field, weights, data, n)
          imprintStorkey(weights, field, data, n, order === 'second' ? 1 : 0)
        })
        const square = SymmetricMatrix.unsafeSymmetric(Matrix.unsafeFromFloat64(n, n)(weights))
        return { _tag: 'Memory', weights: SymmetricMatrix.unsafeZeroDiagonal(square), count: patterns.length }
      }),
    )
