/**
 * What there is to see of a state of the association scene: everything is asked of the packages.
 */
import { Hebbian, Noise, Recall, type Memory } from '@engram/associative-memory'
import { Norm, Random, Vector } from '@engram/linalg'
import { latest } from '../../latest.js'
import { must } from '../../must.js'
import { isBinary, type Document, type Pair } from './document.js'

type Numbers = ReadonlyArray<number>

export interface Output {
  readonly target: number
  /** (sᵀW)ⱼ, (δᵀW)ⱼ and (xᵀW)ⱼ. */
  readonly undisturbed: number
  readonly disturbance: number
  readonly net: number
  readonly answer: number
  /** How far the input may move before this output turns. */
  readonly distance: number
}

export interface Seen {
  readonly document: Document
  readonly pair: Pair
  readonly hasBinaryInputs: boolean
  readonly hasBinaryTargets: boolean
  /** s(p)·s(q) */
  readonly products: ReadonlyArray<Numbers>
  readonly delta: Numbers
  /** ‖δ‖ */
  readonly length: number
  readonly x: Numbers
  readonly outputs: ReadonlyArray<Output>
  readonly wrong: number
  /** What the lecture promises, and what is true. */
  readonly inputBound: number
  readonly outputBound: number
  readonly radius: number
  readonly end: number
}

const vectorOf = (values: Numbers): Vector.Vector => must(Vector.fromArray(values))

const learnt = latest((pairs: Document['pairs']) => {
  const associations = pairs.map(({ input, target }) => ({ input: vectorOf(input), target: vectorOf(target) }))
  const inputs = associations.map(({ input }) => input)
  const stored = must(Hebbian.learn(associations))
  return {
    stored,
    // Inputs of zeros alone have no bound at all.
    inputBound: must(Noise.inputBound(associations)) || 0,
    outputBound: must(Noise.outputBound(associations)),
    radius: must(Noise.radius(stored)(associations)),
    products: inputs.map((s) => inputs.map((other) => must(Vector.dot(s)(other)))),
  }
})

/** To the plane on which output j turns: in the direction of its weights, against its target. */
const planes = ({ weights }: Memory.Memory, { target }: Pair, nets: Numbers) =>
  target.map((wanted, j) => {
    const column = Vector.unsafeFromFloat64(
      Float64Array.from({ length: weights.rows }, (_, i) => weights.data[i * weights.cols + j] ?? 0),
    )
    const sign = wanted > 0 ? 1 : -1
    const norm = Norm.norm2(column)
    return {
      distance: norm === 0 ? -Infinity : (sign * (nets[j] ?? 0)) / norm,
      towards: norm === 0 ? column : Vector.scale(-sign / norm)(column),
    }
  })

const disturb = (document: Document, pair: Pair, nearest: Vector.Vector): Vector.Vector => {
  const { noise } = document
  const n = pair.input.length
  switch (noise._tag) {
    case 'Given':
      return vectorOf(noise.components)
    case 'Worst':
      return Vector.scale(noise.length)(nearest)
    case 'Random': {
      const [drawn] = Random.normals(n)(Random.fromSeed(noise.seed))
      const direction = vectorOf(Array.from(drawn))
      return Vector.scale(noise.length / Norm.norm2(direction))(direction)
    }
    case 'Flips': {
      const [turned] = Random.choice(noise.count, n)(Random.fromSeed(noise.seed))
      const opposite = (value: number): number => (isBinary(document.pairs.map(({ input }) => input)) ? 1 : 0) - value
      return vectorOf(pair.input.map((value, i) => (turned.includes(i) ? opposite(value) - value : 0)))
    }
  }
}

export const observe = (document: Document): Seen => {
  const { stored, inputBound, outputBound, radius, products } = learnt(document.pairs)
  const pair = document.pairs[document.aim] ?? { input: [0], target: [0] }
  const hasBinaryTargets = isBinary(document.pairs.map(({ target }) => target))
  const s = vectorOf(pair.input)
  const undisturbed = Vector.toArray(must(Recall.net(stored)(s)))
  const toPlanes = planes(stored, pair, undisturbed)
  const nearest = toPlanes.reduce(
    (a, b) => (b.distance < a.distance ? b : a),
    toPlanes[0] ?? { distance: 0, towards: s },
  )
  const delta = disturb(document, pair, nearest.towards)
  const x = must(Vector.add(s)(delta))
  const nets = Vector.toArray(must(Recall.net(stored)(x)))
  const d = Vector.toArray(must(Recall.net(stored)(delta)))
  const answers = must(
    Recall.recall({ encoding: hasBinaryTargets ? 'binary' : 'bipolar', tie: document.tie })(stored)(x),
  )
  const outputs = pair.target.map((target, j): Output => ({
    target,
    undisturbed: undisturbed[j] ?? 0,
    disturbance: d[j] ?? 0,
    net: nets[j] ?? 0,
    answer: answers.data[j] ?? 0,
    distance: toPlanes[j]?.distance ?? 0,
  }))
  return {
    document,
    pair,
    hasBinaryInputs: isBinary(document.pairs.map(({ input }) => input)),
    hasBinaryTargets,
    products,
    delta: Vector.toArray(delta),
    length: Norm.norm2(delta),
    x: Vector.toArray(x),
    outputs,
    wrong: outputs.filter(({ target, answer }) => target !== answer).length,
    inputBound,
    outputBound,
    radius,
    end: outputs.length,
  }
}

export const isOrthogonal = ({ products }: Seen): boolean =>
  products.every((row, p) => row.every((product, q) => p === q || product === 0))
