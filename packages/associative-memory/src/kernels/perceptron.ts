import type { Signal } from '../Pattern.js'
import { netInput, squaredColumn, turn } from './correct.js'

type Components = Signal['data']

/** A memory in training. */
export interface Training {
  readonly n: number
  readonly m: number
  readonly weights: Float64Array
  readonly inputs: ReadonlyArray<Components>
  readonly targets: ReadonlyArray<Components>
  /** κ */
  readonly stability: number
  /** Whether wⱼⱼ stays as it is. */
  readonly withoutSelf: boolean
}

/** tⱼ (sᵀW)ⱼ / ‖wⱼ‖ of association p; −∞ for an output without weights. */
const stabilityOf = ({ n, m, weights, inputs, targets }: Training, p: number, j: number): number => {
  const length = Math.sqrt(squaredColumn(weights, n, m, j))
  if (length === 0) return -Infinity
  return (((targets[p] as Components)[j] as number) * netInput(weights, inputs[p] as Components, n, m, j)) / length
}

const correct = ({ n, m, weights, inputs, targets, withoutSelf }: Training, p: number, j: number): void =>
  turn(weights, inputs[p] as Components, n, m, j, (targets[p] as Components)[j] as number, withoutSelf ? j : -1)

/** Corrects each output for every association in turn that does not satisfy it. Answers how often. */
export const everyUnsatisfied = (training: Training): number => {
  let corrections = 0
  for (let j = 0; j < training.m; j++)
    for (let p = 0; p < training.inputs.length; p++)
      if (!(stabilityOf(training, p, j) > training.stability)) {
        correct(training, p, j)
        corrections++
      }
  return corrections
}

/** Corrects each output for the one association that satisfies it least, if that is too little. Answers how often. */
export const leastStable = (training: Training): number => {
  let corrections = 0
  for (let j = 0; j < training.m; j++) {
    let least = Infinity
    let worst = 0
    for (let p = 0; p < training.inputs.length; p++) {
      const stability = stabilityOf(training, p, j)
      if (stability < least) {
        least = stability
        worst = p
      }
    }
    if (!(least > training.stability)) {
      correct(training, worst, j)
      corrections++
    }
  }
  return corrections
}

/** The smallest stability of all outputs. */
export const smallestStability = (training: Training): number => {
  let least = Infinity
  for (let j = 0; j < training.m; j++)
    for (let p = 0; p < training.inputs.length; p++) least = Math.min(least, stabilityOf(training, p, j))
  return least
}
