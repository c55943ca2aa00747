/**
 * A law: a theorem of the field, written as data that can be run against any implementation.
 *
 * Definitions: `Law`, `Hypothesis`, `Countermodel`.
 * Convention:  a law names its hypotheses one by one; each of them carries the same property over inputs
 *              that need not satisfy it, so that CI can show that the hypothesis is needed. Each law carries
 *              wrong implementations (countermodels) that it must reject, so that CI can show that it is not vacuous.
 */
import type { IProperty } from 'fast-check'

/** A fast-check property whose inputs are of no concern to whoever runs it. */
export type Property = IProperty<unknown>

/** A condition of a law, with the property over inputs that need not meet it. */
export interface Hypothesis<I> {
  readonly id: string
  readonly statement: string
  /** The law's own claim over inputs for which this hypothesis may fail: it must be falsifiable. */
  readonly dropped: (implementation: I) => Property
}

/** A plausible wrong implementation, which the law must reject. */
export interface Countermodel<I> {
  readonly id: string
  readonly description: string
  readonly implementation: I
}

/** What a reader is told of a law: everything but the code. */
export interface Statement {
  /** Named after its conclusion, hypotheses after `_of_`: `isFixedPoint_of_orthogonal`. */
  readonly id: string
  readonly statement: string
  /** Author, year and equation, or the lecture that states it. */
  readonly source: string
  /** Rows of the curriculum that the law covers. */
  readonly rows?: ReadonlyArray<string>
  /** Address of a machine-checked proof. */
  readonly formal?: string
}

/**
 * A law over implementations of type `I`.
 *
 * Give `I` no more than the law uses, so that a stranger can pass an implementation of his own.
 */
export interface Law<I> extends Statement {
  readonly hypotheses: ReadonlyArray<Hypothesis<I>>
  readonly property: (implementation: I) => Property
  /** Inputs (tuples, as the property draws them) on which a law or its implementation once failed; run first. */
  readonly examples?: ReadonlyArray<ReadonlyArray<unknown>>
  readonly countermodels: readonly [Countermodel<I>, ...ReadonlyArray<Countermodel<I>>]
}

/** Fixes the type of the implementation from the first use, so that countermodels are checked against it. */
export const law = <I>(definition: Law<I>): Law<I> => definition
