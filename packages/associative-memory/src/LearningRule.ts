/**
 * The learning rules as one family.
 *
 * Definitions: a rule takes bipolar associations and answers a memory; what it costs, what it needs and what it can
 *              hold are told beside it. Rules that only store patterns with themselves say so (`auto`), and refuse
 *              others; `binary` ones read +1 as 1 and −1 as 0.
 * Laws:        rule_single, rule_sizes
 * References:  those of each rule.
 */
import { either as E, function as F } from 'fp-ts'
import * as Covariance from './Covariance.js'
import * as Delta from './Delta.js'
import * as Hebbian from './Hebbian.js'
import type { Memory } from './Memory.js'
import type { MemoryError } from './MemoryError.js'
import { equalComponents, toBinary, type Bipolar } from './Pattern.js'
import * as Perceptron from './Perceptron.js'
import * as Projection from './Projection.js'
import * as Storkey from './Storkey.js'
import * as Willshaw from './Willshaw.js'

export interface BipolarAssociation {
  readonly input: Bipolar
  readonly target: Bipolar
}

export interface LearningRule {
  readonly id: string
  readonly formula: string
  /** `any` associations, or only patterns with themselves. */
  readonly stores: 'any' | 'auto'
  /** Whether a weight changes by what its two ends know. */
  readonly local: boolean
  /** Whether one association more can be learnt without the others. */
  readonly incremental: boolean
  /** What the associations must be like to be recalled. */
  readonly needs: string
  readonly cost: string
  /** How many random patterns n units hold. */
  readonly capacity: string
  readonly source: string
  readonly learn: (associations: ReadonlyArray<BipolarAssociation>) => E.Either<MemoryError, Memory>
}

const inputs = (associations: ReadonlyArray<BipolarAssociation>): ReadonlyArray<Bipolar> =>
  associations.map(({ input }) => input)

const auto =
  (operation: string, learn: (patterns: ReadonlyArray<Bipolar>) => E.Either<MemoryError, Memory>) =>
  (associations: ReadonlyArray<BipolarAssociation>): E.Either<MemoryError, Memory> => {
    const odd = associations.findIndex(({ input, target }) => !equalComponents(input, target))
    return odd < 0
      ? learn(inputs(associations))
      : E.left({
          _tag: 'Unsolvable',
          operation,
          expected: 'patterns associated with themselves',
          actual: `association ${odd} with another target`,
        })
  }

const binary = (associations: ReadonlyArray<BipolarAssociation>): ReadonlyArray<Willshaw.BinaryAssociation> =>
  associations.map(({ input, target }) => ({ input: toBinary(input), target: toBinary(target) }))

export const hebbian: LearningRule = {
  id: 'hebbian',
  formula: 'W = Σ s tᵀ',
  stores: 'any',
  local: true,
  incremental: true,
  needs: 'orthogonal inputs, or few random ones',
  cost: 'O(P·n·m)',
  capacity: 'n orthogonal; 0.138 n with 1.6 % errors; n / (2 ln n) without',
  source: 'Hebb (1949)',
  learn: Hebbian.learn,
}

export const modified: LearningRule = {
  id: 'modified',
  formula: 'W = Σ s sᵀ − P·I',
  stores: 'auto',
  local: true,
  incremental: true,
  needs: 'the same, bipolar',
  cost: 'O(P·n²)',
  capacity: 'n − 1 orthogonal; else as Hebb',
  source: 'Fausett (1994) §3.2',
  learn: auto('LearningRule.modified', Hebbian.learnModified),
}

export const covariance: LearningRule = {
  id: 'covariance',
  formula: 'W = Σ (s − a)(t − b)ᵀ over {0, 1}',
  stores: 'any',
  local: true,
  incremental: true,
  needs: 'few active units, known activity',
  cost: 'O(P·n·m)',
  capacity: 'grows as 1 / (a |ln a|) where few units are active',
  source: 'Tsodyks and Feigelman (1988)',
  learn: (associations) =>
    F.pipe(
      Covariance.activity(binary(associations)),
      E.chain((activity) => Covariance.learn(activity)(binary(associations))),
    ),
}

export const storkey: LearningRule = {
  id: 'storkey',
  formula: 'wᵢⱼ += (sᵢsⱼ − sᵢhⱼᵢ − hᵢⱼsⱼ) / n',
  stores: 'auto',
  local: true,
  incremental: true,
  needs: 'few random patterns',
  cost: 'O(P·n²)',
  capacity: 'n / √(2 ln n)',
  source: 'Storkey (1997)',
  learn: auto('LearningRule.storkey', Storkey.learn('first')),
}

export const storkeySecond: LearningRule = {
  id: 'storkeySecond',
  formula: 'wᵢⱼ += (sᵢ − hᵢⱼ)(sⱼ − hⱼᵢ) / n',
  stores: 'auto',
  local: true,
  incremental: true,
  needs: 'few random patterns',
  cost: 'O(P·n²)',
  capacity: 'above the first order',
  source: 'Storkey and Valabregue (1999)',
  learn: auto('LearningRule.storkeySecond', Storkey.learn('second')),
}

export const projection: LearningRule = {
  id: 'projection',
  formula: 'W = S⁺T',
  stores: 'any',
  local: false,
  incremental: true,
  needs: 'linearly independent inputs',
  cost: 'O(P²·n + P·n·m)',
  capacity: 'any linearly independent inputs: n',
  source: 'Personnaz, Guyon and Dreyfus (1985)',
  learn: Projection.learn,
}

/** Two thousand epochs at half of the largest safe rate. */
export const delta: LearningRule = {
  id: 'delta',
  formula: 'W += η s (t − sᵀW)ᵀ',
  stores: 'any',
  local: true,
  incremental: false,
  needs: 'linearly independent inputs',
  cost: 'O(epochs·P·n·m)',
  capacity: 'as projection, in the limit',
  source: 'Widrow and Hoff (1960)',
  learn: (associations) =>
    F.pipe(
      Delta.learn({ rate: 1 / Math.max(1, associations[0]?.input.length ?? 1), epochs: 2000 })(associations),
      E.map(({ memory }) => memory),
    ),
}

export const perceptron: LearningRule = {
  id: 'perceptron',
  formula: 'wⱼ += s tⱼ while tⱼ (sᵀW)ⱼ ≤ κ‖wⱼ‖',
  stores: 'any',
  local: true,
  incremental: false,
  needs: 'inputs that a plane separates',
  cost: 'O(epochs·P·n·m)',
  capacity: '2 n: whatever a plane separates',
  source: 'Rosenblatt (1962); Krauth and Mézard (1987)',
  learn: F.flow(
    Perceptron.learn({}),
    E.map(({ memory }) => memory),
  ),
}

export const willshaw: LearningRule = {
  id: 'willshaw',
  formula: 'wᵢⱼ = min(1, Σ sᵢ tⱼ) over {0, 1}',
  stores: 'any',
  local: true,
  incremental: true,
  needs: 'sparse patterns',
  cost: 'O(P·n·m)',
  capacity: '(n / ln n)² sparse ones',
  source: 'Willshaw, Buneman and Longuet-Higgins (1969)',
  learn: (associations) => Willshaw.learn(binary(associations)),
}

/** Every rule. */
export const all: ReadonlyArray<LearningRule> = [
  hebbian,
  modified,
  covariance,
  storkey,
  storkeySecond,
  projection,
  delta,
  perceptron,
  willshaw,
]
