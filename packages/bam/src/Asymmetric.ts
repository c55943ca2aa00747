/**
 * The projection rule in both directions: other weights back than forth, and every pair of independent halves held.
 *
 * Definitions: forward F = S⁺T and backward B = (T⁺S)ᵀ, so that sᵀF = t and Bt = s exactly, where the x are linearly
 *              independent and the y are. One matrix cannot do both in general: what is won in storage is lost in
 *              stability, for without a common matrix there is no energy, and recall may swing for ever.
 * Laws:        bam_asymmetric_recalls
 * References:  Xu, Leung and He (1994), "Asymmetric bidirectional associative memories".
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern, Projection } from '@engram/associative-memory'
import { Matrix } from '@engram/linalg'
import * as Bam from './Bam.js'
import type { BamError } from './BamError.js'

/**
 * A memory with the projection rule in each direction.
 *
 * Formula:  F = S⁺T, B = (T⁺S)ᵀ, S and T with the halves of the pairs as rows
 * Requires: bipolar pairs, or binary ones taken for their signs; linearly independent x, linearly independent y for
 *           recall of all
 * Errors:   Empty, SizeMismatch, EncodingMismatch, Unsolvable (numbers that overflow)
 * Cost:     two pseudo-inverses, O(P²·(n + m)) for P ≤ n, m, and O(P·n·m)
 * Numerics: fields of stored pairs are ±1 up to some n·κ₂·2⁻⁵³
 * Laws:     bam_asymmetric_recalls
 * Source:   Xu, Leung and He (1994)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Asymmetric, Equilibrium } from '@engram/bam'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('x0', Pattern.bipolar([1, 1, 1])),
 *   E.apS('x1', Pattern.bipolar([1, 1, -1])),
 *   E.apS('y0', Pattern.bipolar([1, -1])),
 *   E.apS('y1', Pattern.bipolar([1, 1])),
 *   E.map(({ x0, x1, y0, y1 }) => [{ x: x0, y: y0 }, { x: x1, y: y1 }]),
 *   E.bindTo('pairs'),
 *   E.bindW('bam', ({ pairs }) => Asymmetric.learn({})(pairs)),
 *   E.chainW(({ bam, pairs }) => E.traverseArray(Equilibrium.isEquilibrium(bam))(pairs)),
 * ) // => E.right([true, true])
 * ```
 */
export const learn =
  (settings: Bam.Settings) =>
  (pairs: ReadonlyArray<Bam.StoredPair>): E.Either<BamError, Bam.Bam> =>
    F.pipe(
      E.Do,
      E.apS('shape', Bam.shapeOf('Asymmetric.learn')(pairs)),
      E.let('spins', () => pairs.map(({ x, y }) => ({ x: Pattern.toBipolar(x), y: Pattern.toBipolar(y) }))),
      E.bindW('forth', ({ spins }) => Projection.learn(spins.map(({ x, y }) => ({ input: x, target: y })))),
      E.bindW('back', ({ spins }) => Projection.learn(spins.map(({ x, y }) => ({ input: y, target: x })))),
      E.chain(({ shape: { encoding }, forth, back }) =>
        F.pipe(
          Bam.fromTwoWeights({ ...settings, encoding: 'bipolar' })(forth.weights, Matrix.transpose(back.weights)),
          E.map((bam) => (encoding === 'binary' ? Bam.toBinary(bam) : bam)),
        ),
      ),
    )
