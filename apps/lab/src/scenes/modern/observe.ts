/**
 * What there is to see of a state of the modern scene: everything is asked of the packages.
 */
import { Overlap, Pattern, Retrieval, Schedule, Verdict } from '@engram/associative-memory'
import {
  DenseMemory,
  Interaction,
  Modern,
  ModernRecall,
  ModernVerdict,
  Network,
  Recall,
  Separation,
} from '@engram/hopfield'
import { Matrix, Norm, Vector } from '@engram/linalg'
import { pictures } from 'virtual:pictures'
import { latest } from '../../latest.js'
import { must } from '../../must.js'
import { toSpins } from '../recall/photograph.js'
import { betas, side, type Document, type Source } from './document.js'

type Numbers = ReadonlyArray<number>

export interface Stored {
  readonly name: string
  /** From −1 for paper to 1 for ink. */
  readonly cells: Numbers
}

/** A memory of black and white cells, run from the same probe. */
export interface Discrete {
  readonly states: ReadonlyArray<Pattern.Bipolar>
  readonly verdict: Verdict.Verdict
  /** Cells that differ from the picture shown, now. */
  readonly wrong: number
  readonly now: Numbers
  readonly sweeps: number
}

export interface Strip {
  readonly beta: number
  readonly cells: Numbers
  readonly verdict: ModernVerdict.Verdict
}

export interface Seen {
  readonly document: Document
  readonly width: number
  readonly stored: ReadonlyArray<Stored>
  readonly probe: Numbers
  /** Of the modern memory: states after each update, the probe first. */
  readonly states: ReadonlyArray<Numbers>
  readonly now: Numbers
  readonly weights: Numbers
  readonly energies: Numbers
  readonly verdict: ModernVerdict.Verdict
  /** How far the answer is from the picture after one update, and now. */
  readonly afterOne: number
  readonly distance: number
  /** What the theorem promises of one update. */
  readonly promised: number
  readonly isSeparated: boolean
  readonly classical: Discrete | undefined
  readonly dense: Discrete | undefined
  readonly strip: ReadonlyArray<Strip>
  readonly end: number
}

const maxUpdates = 60
const maxSweeps = 30

const storedOf = latest((source: Source): ReadonlyArray<Stored> =>
  source._tag === 'Given'
    ? source.rows.map((cells, p) => ({ name: `pattern ${p + 1}`, cells }))
    : pictures
        .slice(0, source.count)
        .map(([name, text]) => ({ name, cells: [...text].map((digit) => (2 * Number.parseInt(digit, 16)) / 15 - 1) })),
)

const matrixOf = latest((stored: ReadonlyArray<Stored>) => must(Matrix.fromRows(stored.map(({ cells }) => cells))))

/** β as the memory takes it. */
const betaOf = (source: Source, beta: number, size: number): number =>
  source._tag === 'Given' ? beta : beta / Math.sqrt(size)

const isCovered = (cover: Document['cover'], share: number, cell: number): boolean => {
  const [x, y] = [cell % side, Math.floor(cell / side)]
  const depth = { bottom: side - 1 - y, top: y, left: x, right: side - 1 - x }[cover]
  return depth < (share / 100) * side
}

/** Covered cells lie halfway between paper and ink. */
const probeOf = latest(
  (stored: ReadonlyArray<Stored>, source: Source, target: number, cover: Document['cover'], share: number): Numbers => {
    const cells = stored[target]?.cells ?? []
    return source._tag === 'Given' ? cells : cells.map((cell, k) => (isCovered(cover, share, k) ? 0 : cell))
  },
)

const modernRun = (patterns: Matrix.Matrix, beta: number, probe: Numbers) => {
  const memory = must(Modern.make({ beta })(patterns))
  const start = must(Vector.fromArray(probe))
  const recall = must(ModernRecall.recall({ maxSweeps: maxUpdates })(memory)(start))
  return { memory, start, recall, verdict: ModernVerdict.ofRecall({})(memory)(recall) }
}

const modernOf = latest((patterns: Matrix.Matrix, beta: number, probe: Numbers) => {
  const run = modernRun(patterns, beta, probe)
  const states = Array.from({ length: run.recall.sweeps }).reduce<ReadonlyArray<Vector.Vector>>(
    (all) => [...all, must(Modern.update(run.memory)(all.at(-1) ?? run.start))],
    [run.start],
  )
  return { ...run, states, shown: states.map(Vector.toArray) }
})

const stripOf = latest((patterns: Matrix.Matrix, source: Source, probe: Numbers): ReadonlyArray<Strip> =>
  betas.map((beta) => {
    const { recall, verdict } = modernRun(patterns, betaOf(source, beta, probe.length), probe)
    return { beta, cells: Vector.toArray(recall.state), verdict }
  }),
)

/** Black and white, by the threshold that tells the two best apart; what is covered starts off. */
const spinsOf = latest((stored: ReadonlyArray<Stored>) =>
  stored.map(({ cells }) =>
    must(Pattern.bipolar(toSpins(cells.map((cell) => Math.round(255 * (1 - (cell + 1) / 2)))))),
  ),
)

const coveredSpins = latest(
  (spins: ReadonlyArray<Pattern.Bipolar>, target: number, cover: Document['cover'], share: number) =>
    must(Pattern.bipolar(Array.from(spins[target]?.data ?? [], (spin, k) => (isCovered(cover, share, k) ? -1 : spin)))),
)

const schedule = Schedule.shuffled(1)

const statesOf = (run: Recall.Recall, size: number) =>
  Array.from({ length: run.sweeps + 1 }, (_, k) => Pattern.toBipolar(Retrieval.stateAt(run)(k * size)))

const classicalOf = latest((spins: ReadonlyArray<Pattern.Bipolar>, start: Pattern.Bipolar) => {
  const network = must(Network.fromPatterns({ couplings: 'packed' })(spins))
  const run = must(Recall.recall({ schedule, maxSweeps })(network)(start))
  return { states: statesOf(run, start.length), verdict: Verdict.ofRecall(spins)(run), sweeps: run.sweeps }
})

const denseOf = latest((spins: ReadonlyArray<Pattern.Bipolar>, start: Pattern.Bipolar, degree: number) => {
  const interaction = degree === 0 ? Interaction.exponential : Interaction.polynomial(degree)
  const memory = must(DenseMemory.fromPatterns({ interaction })(spins))
  const run = must(DenseMemory.recall({ schedule, maxSweeps })(memory)(start))
  return { states: statesOf(run, start.length), verdict: Verdict.ofRecall(spins)(run), sweeps: run.sweeps }
})

const standing = (
  told: ReturnType<typeof classicalOf>,
  spins: ReadonlyArray<Pattern.Bipolar>,
  target: number,
  at: number,
): Discrete | undefined => {
  const now = told.states[Math.min(at, told.sweeps)]
  const pattern = spins[target]
  return now === undefined || pattern === undefined
    ? undefined
    : { ...told, now: Pattern.toArray(now), wrong: must(Overlap.hamming(pattern)(now)) }
}

const distanceTo = (picture: Numbers, state: Vector.Vector | undefined): number =>
  state === undefined ? 0 : Norm.norm2(must(Vector.add(state)(Vector.scale(-1)(must(Vector.fromArray(picture))))))

export const observe = (document: Document): Seen => {
  const { source, target, cover, share } = document
  const stored = storedOf(source)
  const patterns = matrixOf(stored)
  const probe = probeOf(stored, source, target, cover, share)
  const picture = stored[target]?.cells ?? []
  const { memory, states, shown, recall, verdict } = modernOf(
    patterns,
    betaOf(source, document.beta, probe.length),
    probe,
  )
  const isPictures = source._tag === 'Pictures'
  const spins = isPictures ? spinsOf(stored) : []
  const start = isPictures ? coveredSpins(spins, target, cover, share) : undefined
  const runs = start === undefined ? [] : [classicalOf(spins, start), denseOf(spins, start, document.degree)]
  const end = Math.max(recall.sweeps, ...runs.map(({ sweeps }) => sweeps))
  const at = Math.min(document.at, end)
  const [classical, dense] = runs.map((told) => standing(told, spins, target, at))
  const here = Math.min(at, recall.sweeps)
  return {
    document: { ...document, at, reach: Math.min(document.reach, end) },
    width: isPictures ? side : probe.length,
    stored,
    probe,
    states: shown,
    now: shown[here] ?? probe,
    weights: Vector.toArray(must(Modern.weights(memory)(states[here] ?? must(Vector.fromArray(probe))))),
    energies: recall.energies,
    verdict,
    afterOne: distanceTo(picture, states[1] ?? states[0]),
    distance: distanceTo(picture, states[here]),
    promised: must(Separation.retrievalError(memory)(target)(distanceTo(picture, states[0]))),
    isSeparated: must(Separation.isWellSeparated(memory)(target)),
    classical,
    dense,
    strip: stripOf(patterns, source, probe),
    end,
  }
}
