/**
 * What `engram verify` is asked to do: from the text of options to data, or to what is wrong with them.
 */
import { apply, either as E } from 'fp-ts'
import type { Failure } from '../Failure.js'
import * as Options from '../Options.js'

/** The options as they were typed. */
export interface Typed {
  readonly seed?: string
  readonly runs?: string
}

export interface Plan {
  /** The document's own when absent. */
  readonly seed: number | undefined
  readonly runs: number
}

/** The plan that the options describe; the first that makes no sense is the failure. */
export const plan = ({ runs, seed }: Typed): E.Either<Failure, Plan> =>
  apply.sequenceS(E.Applicative)({
    seed: Options.orElse<number | undefined>(Options.seed, undefined)('--seed', seed),
    runs: Options.orElse(Options.natural(1, 100_000_000), 5000)('--runs', runs),
  })
