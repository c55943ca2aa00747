/**
 * What there is to see of a state of the auto-associator scene: everything is asked of the packages.
 */
import { AutoAssociator, Hebbian, Pattern, Retrieval, type Run } from '@engram/associative-memory'
import { Matrix, SymmetricEigen, SymmetricMatrix } from '@engram/linalg'
import { latest } from '../../latest.js'
import { must } from '../../must.js'
import { unitsOf, type Document, type Memory } from './document.js'

type Numbers = ReadonlyArray<number>

/** One answer of the whole net. */
export interface Step {
  readonly before: Numbers
  /** Σⱼ wᵢⱼ yⱼ of every unit. */
  readonly nets: Numbers
  readonly after: Numbers
  /** Of the answer. */
  readonly energy: number
  /** The first step with the same answer, 0 for the probe itself; none for an answer that is new. */
  readonly repeats: number | undefined
}

/** A stored pattern, or its negative. */
export interface Known {
  readonly index: number
  readonly isReversed: boolean
}

export interface Seen {
  readonly document: Document
  readonly units: number
  readonly weights: ReadonlyArray<Numbers>
  readonly isSymmetric: boolean
  /** Of (W + Wᵀ)/2: the weights are positive semi-definite where it is not negative. */
  readonly leastEigenvalue: number
  readonly steps: ReadonlyArray<Step>
  readonly outcome: Run.Outcome<Pattern.Cue>
  readonly end: number
  readonly current: Numbers
  /** Energy of the probe, then of each answer. */
  readonly energies: Numbers
  readonly knownAs: (state: Numbers) => Known | undefined
}

/** More than there are states of six units that a short cycle can pass. */
const maxSteps = 200

const turned = (rows: ReadonlyArray<Numbers>): ReadonlyArray<Numbers> =>
  rows.map((row, i) => row.map((weight, j) => (i > j && weight !== 0 ? -weight : weight)))

const matrixOf = latest((source: Memory): Matrix.Matrix => {
  if (source._tag === 'Weights') return must(Matrix.fromRows(source.rows))
  const patterns = source.rows.map((row) => must(Pattern.bipolar(row)))
  const { weights } = must(source.diagonal === 'zero' ? Hebbian.learnModified(patterns) : Hebbian.learnAuto(patterns))
  return source.lower === 'mirrored' ? weights : must(Matrix.fromRows(turned(Matrix.toRows(weights))))
})

const leastEigenvalueOf = latest((matrix: Matrix.Matrix): number => {
  const sum = must(Matrix.add(matrix)(Matrix.transpose(matrix)))
  const { values } = must(SymmetricEigen.fromSymmetric(must(SymmetricMatrix.fromMatrix(Matrix.scale(0.5)(sum)))))
  return Array.from(values.data).reduce((a, b) => Math.min(a, b), Infinity)
})

const same = (a: Numbers, b: Numbers): boolean => a.every((value, i) => value === b[i])

const runOf = latest((matrix: Matrix.Matrix, tie: Document['tie'], probe: Numbers) => {
  const units = probe.length
  const run = must(
    AutoAssociator.recall(maxSteps)({
      // Weights that are not symmetric are what the scene is there to show; the run itself needs no symmetry.
      memory: { _tag: 'Memory', weights: SymmetricMatrix.unsafeSymmetric(matrix), count: 0 },
      tie,
    })(must(Pattern.cue(probe))),
  )
  const states = Array.from({ length: run.sweeps + 1 }, (_, k) => Pattern.toArray(Retrieval.stateAt(run)(k * units)))
  const steps = states.slice(1).map((after, k): Step => {
    const first = states.findIndex((state) => same(state, after))
    return {
      before: states[k] ?? [],
      nets: Array.from({ length: units }, (_, unit) => run.trace.fields[k * units + unit] ?? 0),
      after,
      energy: run.energies[k + 1] ?? 0,
      repeats: first <= k ? first : undefined,
    }
  })
  return { outcome: run.outcome, energies: run.energies, steps }
})

export const observe = (document: Document): Seen => {
  const matrix = matrixOf(document.memory)
  const { steps, outcome, energies } = runOf(matrix, document.tie, document.probe)
  const at = Math.min(document.at, steps.length)
  const weights = Matrix.toRows(matrix)
  const stored = document.memory._tag === 'Patterns' ? document.memory.rows : []
  return {
    document: { ...document, at, reach: Math.min(document.reach, steps.length) },
    units: unitsOf(document),
    weights,
    isSymmetric: weights.every((row, i) => row.every((weight, j) => weight === weights[j]?.[i])),
    leastEigenvalue: leastEigenvalueOf(matrix),
    steps,
    outcome,
    end: steps.length,
    current: steps[at - 1]?.after ?? document.probe,
    energies,
    knownAs: (state) =>
      stored.flatMap((row, index): ReadonlyArray<Known> =>
        same(row, state)
          ? [{ index, isReversed: false }]
          : row.every((spin, i) => spin === -(state[i] ?? 0))
            ? [{ index, isReversed: true }]
            : [],
      )[0],
  }
}

/** Rounding of the eigenvalue solver, far below any eigenvalue of whole numbers that is not 0. */
export const isPositive = ({ leastEigenvalue }: Seen): boolean => leastEigenvalue > -1e-9

/** Where a cycle begins that the run ends in. */
export const loopOf = ({ outcome, end }: Seen): number | undefined =>
  outcome._tag === 'Cycle' ? end - outcome.period : undefined
