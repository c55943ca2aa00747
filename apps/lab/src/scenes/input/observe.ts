/**
 * What there is to see of a state of the input scene: everything is asked of the packages.
 */
import { Pattern } from '@engram/associative-memory'
import { Energy, LocalField, Network, Recall } from '@engram/hopfield'
import { Matrix, Vector } from '@engram/linalg'
import { latest } from '../../latest.js'
import { must } from '../../must.js'
import { scheduleOf } from '../schedule.js'
import { unitsOf, type Document, type Memory } from './document.js'

type Numbers = ReadonlyArray<number>

/** A state and its two energies. */
export interface Moment {
  readonly state: Numbers
  /** With −x·y, and without. */
  readonly energy: number
  readonly bare: number
}

/** One update: of one unit, or of all. */
export interface Step extends Moment {
  /** None when all units were updated. */
  readonly unit: number | undefined
  /** Σⱼ wᵢⱼ yⱼ of every unit before the update, and with the input: the lecture's y_in. */
  readonly sums: Numbers
  readonly nets: Numbers
  readonly before: Numbers
}

export interface Seen {
  readonly document: Document
  readonly units: number
  readonly weights: ReadonlyArray<Numbers>
  readonly isSymmetric: boolean
  readonly start: Moment
  readonly steps: ReadonlyArray<Step>
  readonly outcome: Recall.Outcome
  readonly end: number
  readonly now: Moment
  /** Of the kind that is drawn: at the start and after each step. */
  readonly energies: Numbers
  /** Steps up to now that raised it, and steps of the whole run. */
  readonly rises: Numbers
  readonly allRises: Numbers
}

/** Long enough to tell a run that wanders from one that rests. */
const maxSweeps = 60

const stateOf = (encoding: Network.Encoding, start: ReadonlyArray<boolean>): Network.State =>
  encoding === 'binary'
    ? must(Pattern.binary(start.map((up) => (up ? 1 : 0))))
    : must(Pattern.bipolar(start.map((up) => (up ? 1 : -1))))

const networkOf = latest(
  (
    source: Memory,
    scale: number,
    encoding: Network.Encoding,
    thresholds: Numbers,
    tie: Document['tie'],
  ): Network.Network => {
    const settings = { scale, tie, thresholds: must(Vector.fromArray(thresholds)) }
    return source._tag === 'Weights'
      ? must(Network.fromWeights({ ...settings, encoding })(must(Matrix.fromRows(source.rows))))
      : must(
          Network.fromPatterns(settings)(
            source.rows.map((row) =>
              stateOf(
                encoding,
                row.map((spin) => spin === 1),
              ),
            ),
          ),
        )
  },
)

const netsOf = (network: Network.Network, state: Network.State, input?: Vector.Vector): Numbers =>
  Vector.toArray(must(Vector.add(must(LocalField.localFields(network, input)(state)))(network.thresholds)))

const runOf = latest(
  (
    network: Network.Network,
    inputs: Numbers,
    start: ReadonlyArray<boolean>,
    schedule: Document['schedule'],
    order: Numbers,
    seed: number,
  ) => {
    const input = must(Vector.fromArray(inputs))
    const run = must(
      Recall.recall({ schedule: scheduleOf({ schedule, order, seed }), input, maxSweeps })(network)(
        stateOf(network.encoding, start),
      ),
    )
    const isTogether = schedule === 'synchronous'
    const stride = isTogether ? network.size : 1
    const states = Array.from({ length: run.trace.units.length / stride + 1 }, (_, k) =>
      Recall.stateAt(run)(k * stride),
    )
    const moments = states.map((state): Moment => ({
      state: Pattern.toArray(state),
      energy: must(Energy.energy(network, input)(state)),
      bare: must(Energy.energy(network)(state)),
    }))
    const steps = states.slice(0, -1).flatMap((state, k): ReadonlyArray<Step> => {
      const [before, after] = [moments[k], moments[k + 1]]
      return before === undefined || after === undefined
        ? []
        : [
            {
              ...after,
              unit: isTogether ? undefined : run.trace.units[k],
              before: before.state,
              sums: netsOf(network, state),
              nets: netsOf(network, state, input),
            },
          ]
    })
    return { outcome: run.outcome, steps, start: moments[0] ?? { state: [], energy: 0, bare: 0 } }
  },
)

/** The steps, counted from 1, after which a number is larger than before. */
const risesIn = (energies: Numbers): Numbers =>
  energies.flatMap((energy, k) => (k > 0 && energy > (energies[k - 1] ?? energy) ? [k] : []))

export const observe = (document: Document): Seen => {
  const { memory: source, scale, encoding, thresholds, tie, counted } = document
  const network = networkOf(source, scale, encoding, thresholds, tie)
  const { start, steps, outcome } = runOf(
    network,
    document.input,
    document.start,
    document.schedule,
    document.order,
    document.seed,
  )
  const at = Math.min(document.at, steps.length)
  const energies = [start, ...steps].map(({ energy, bare }) => (counted ? energy : bare))
  const allRises = risesIn(energies)
  const weights = Matrix.toRows(Network.weights(network))
  return {
    document: { ...document, at, reach: Math.min(document.reach, steps.length) },
    units: unitsOf(document),
    weights: weights.map((row) => row.map((weight) => scale * weight)),
    isSymmetric: Network.firstAsymmetry(network) === undefined,
    start,
    steps,
    outcome,
    end: steps.length,
    now: steps[at - 1] ?? start,
    energies,
    rises: allRises.filter((k) => k <= at),
    allRises,
  }
}

/** Where a cycle begins that the run ends in. */
export const loopOf = ({ outcome, end, document, units }: Seen): number | undefined =>
  outcome._tag === 'Cycle' ? end - outcome.period * (document.schedule === 'synchronous' ? 1 : units) : undefined
