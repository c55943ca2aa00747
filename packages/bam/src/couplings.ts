/**
 * How the weights between two layers are kept.
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { Matrix, SignMatrix } from '@engram/linalg'
import type { Pair, Sizes } from './Pair.js'

/** Every weight written down. */
export interface Dense {
  readonly _tag: 'Dense'
  /** n × m */
  readonly weights: Matrix.Matrix
}

/** The patterns of a layer, a bit a component: pattern by pattern, and once more unit by unit. */
export interface Packed {
  /** P × units */
  readonly patterns: SignMatrix.SignMatrix
  /** units × P */
  readonly units: SignMatrix.SignMatrix
}

/** The Hebbian weights of these pairs, never built. */
export interface Patterns {
  readonly _tag: 'Patterns'
  readonly count: number
  readonly x: Packed
  readonly y: Packed
}

/** Other weights back than forth. */
export interface TwoWay {
  readonly _tag: 'TwoWay'
  /** From X to Y, n × m. */
  readonly forward: Matrix.Matrix
  /** From Y to X, n × m. */
  readonly backward: Matrix.Matrix
}

export type Couplings = Dense | Patterns | TwoWay

const signs = (patterns: ReadonlyArray<Pattern.Pattern>, length: number): SignMatrix.SignMatrix =>
  F.pipe(
    SignMatrix.fromRows(patterns.map((pattern) => Pattern.toBipolar(pattern).data)),
    // Not reached: patterns of one length hold nothing but signs.
    E.getOrElse((): SignMatrix.SignMatrix => ({ _tag: 'SignMatrix', rows: 0, cols: length, words: [] })),
  )

const packed = (patterns: ReadonlyArray<Pattern.Pattern>, length: number): Packed => {
  const rows = signs(patterns, length)
  return { patterns: rows, units: SignMatrix.transpose(rows) }
}

/** The pairs of a memory, packed. Requires: pairs as `shapeOf` lets them through */
export const implicit = (pairs: ReadonlyArray<Pair<Pattern.Pattern>>, sizes: Sizes): Patterns => ({
  _tag: 'Patterns',
  count: pairs.length,
  x: packed(
    pairs.map(({ x }) => x),
    sizes.x,
  ),
  y: packed(
    pairs.map(({ y }) => y),
    sizes.y,
  ),
})

/** Σₚ s(p) t(p)ᵀ */
export const hebbian = ({ count, x, y }: Patterns): Matrix.Matrix =>
  F.pipe(
    SignMatrix.matMulTranspose(x.units)(y.units),
    E.getOrElse(() => Matrix.zeros(x.patterns.cols, count)),
  )

/** The weights from X to Y. Cost: O(1), or O(P·n·m / 32) where they are not written down */
export const forward = (couplings: Couplings): Matrix.Matrix => {
  switch (couplings._tag) {
    case 'Dense':
      return couplings.weights
    case 'Patterns':
      return hebbian(couplings)
    case 'TwoWay':
      return couplings.forward
  }
}

/** The same couplings with the layers exchanged: Wᵀ. */
export const turned = (couplings: Couplings): Couplings => {
  switch (couplings._tag) {
    case 'Dense':
      return { _tag: 'Dense', weights: Matrix.transpose(couplings.weights) }
    case 'Patterns':
      return { ...couplings, x: couplings.y, y: couplings.x }
    case 'TwoWay':
      return {
        _tag: 'TwoWay',
        forward: Matrix.transpose(couplings.backward),
        backward: Matrix.transpose(couplings.forward),
      }
  }
}
