/**
 * Engram, through what its packages export.
 */
import { Hebbian, Pattern } from '@engram/associative-memory'
import { Bam, Recall as Answers } from '@engram/bam'
import { DenseMemory, Interaction, Modern, Network, Recall, Schedule, TransitionGraph } from '@engram/hopfield'
import { LogSumExp, Matrix, Matrix32, SignMatrix, Softmax, SymmetricMatrix, Vector } from '@engram/linalg'
import { either as E, function as F } from 'fp-ts'
import { readFileSync } from 'node:fs'
import type { NodeContender, Way } from '../Contender.js'
import { prepared, type DenseInputs, type Prepared, type Tasks } from '../Task.js'

/** What must be there: an error ends the process, and the report says so. */
const right: <L, A>(either: E.Either<L, A>) => A = E.getOrElseW((error) => {
  throw new Error(JSON.stringify(error))
})

const square = (n: number, data: Float64Array): Matrix.Matrix => Matrix.unsafeFromFloat64(n, n)(data)

const own = (vector: Pick<Vector.Vector, 'data'>): Float64Array => Float64Array.from(vector.data)

const bipolar = (rows: Int8Array, n: number): ReadonlyArray<Pattern.Bipolar> =>
  Array.from({ length: rows.length / n }, (_, p) => Pattern.unsafePattern('Bipolar', rows.slice(p * n, (p + 1) * n)))

const gemm = ({ n, a, b }: { readonly n: number; readonly a: Float64Array; readonly b: Float64Array }) => {
  const multiply = Matrix.matMul(square(n, a))
  const second = square(n, b)
  return prepared(() => right(multiply(second)), own)
}

type Couplings = NonNullable<Network.Storage['couplings']>

const kept: { readonly [C in Couplings]: string } = {
  dense: 'weights',
  patterns: 'patterns, no weights',
  packed: 'packed patterns',
}

const storing = (couplings: Couplings, n: number, patterns: Int8Array): Network.Network =>
  right(Network.fromPatterns({ couplings })(bipolar(patterns, n)))

/** With everything that happened in each run. */
const recall = (couplings: Couplings): Way<'recall'> => ({
  label: kept[couplings],
  precision: 'float64',
  prepare: ({ n, patterns, starts, order }) => {
    const probes = bipolar(starts, n)
    const run = Recall.recall({ schedule: Schedule.ordered([...order]) })(storing(couplings, n, patterns))
    return prepared(
      () => probes.map((probe) => right(run(probe))),
      (recalled) => Int8Array.from(recalled.flatMap(({ state }) => Pattern.toArray(state))),
    )
  },
})

/** Only where each run ends. */
const ends =
  (couplings: Couplings, schedule: (order: ReadonlyArray<number>) => Schedule.Schedule) =>
  ({ n, patterns, starts, order }: Omit<Tasks['recall'], 'order'> & { readonly order?: Int32Array }): Prepared => {
    const probes = bipolar(starts, n)
    const run = Recall.recallAll({ schedule: schedule([...(order ?? [])]) })(storing(couplings, n, patterns))
    return prepared(
      () => right(run(probes)),
      (recalled) => Int8Array.from(recalled.flatMap(({ state }) => Pattern.toArray(state))),
    )
  }

const together = (couplings: Couplings): Way<'synchronous'> => ({
  label: kept[couplings],
  precision: 'float64',
  prepare: ends(couplings, () => Schedule.synchronous),
})

const dense =
  (interaction: Interaction.Interaction) =>
  ({ n, patterns, starts, order }: DenseInputs) => {
    const memory = right(DenseMemory.fromPatterns({ interaction })(bipolar(patterns, n)))
    const probes = bipolar(starts, n)
    const run = DenseMemory.recall({ schedule: Schedule.ordered([...order]), maxSweeps: 1 })(memory)
    return prepared(
      () => probes.map((probe) => right(run(probe))),
      (recalled) => Int8Array.from(recalled.flatMap(({ state }) => Pattern.toArray(state))),
    )
  }

const retrieval = ({ d, count, patterns, queries, states, beta }: Tasks['retrieval']) => {
  const memory = right(Modern.make({ beta })(Matrix.unsafeFromFloat64(count, d)(patterns)))
  if (queries === 1) {
    const query = Vector.unsafeFromFloat64(states)
    return prepared(() => right(Modern.retrieve(memory)(query)), own)
  }
  const batch = Matrix.unsafeFromFloat64(queries, d)(states)
  return prepared(() => right(Modern.retrieveAll({})(memory)(batch)), own)
}

const bidirectional = (couplings: 'dense' | 'patterns'): Way<'bidirectional'> => ({
  label: couplings === 'dense' ? 'weights' : 'pairs in bits, no weights',
  precision: 'float64',
  prepare: ({ n, x, y, starts }) => {
    const ys = bipolar(y, n)
    const pairs = bipolar(x, n).flatMap((each, p) => ys.slice(p, p + 1).map((other) => ({ x: each, y: other })))
    const probes = bipolar(starts, n)
    const run = Answers.recallAll({})(right(Bam.fromPairs({ couplings })(pairs)))
    return prepared(
      () => right(run(probes.map((x) => ({ x })))),
      (recalled) =>
        Int8Array.from(recalled.flatMap(({ pair }) => [...Pattern.toArray(pair.x), ...Pattern.toArray(pair.y)])),
    )
  },
})

const transitions = ({ n, weights }: Tasks['transitions']) => {
  const network = F.pipe(
    SymmetricMatrix.zeroDiagonalFromMatrix(square(n, weights)),
    E.chainW(Network.fromWeights({ encoding: 'bipolar' })),
    right,
  )
  return prepared(
    () => right(TransitionGraph.make()(network)),
    ({ energies, successors }) => Float64Array.from([...energies, ...successors]),
  )
}

export const engram: NodeContender = {
  runtime: 'node',
  name: 'Engram',
  version: () =>
    (
      JSON.parse(readFileSync(new URL('../../../../packages/linalg/package.json', import.meta.url), 'utf8')) as {
        readonly version: string
      }
    ).version,
  ways: {
    gemm64: [{ label: '', precision: 'float64', prepare: gemm }],
    gemm32: [
      {
        label: '',
        precision: 'float32',
        prepare: ({ n, a, b }) => {
          const multiply = Matrix32.matMul(Matrix32.unsafeFromFloat32(n, n)(a))
          const second = Matrix32.unsafeFromFloat32(n, n)(b)
          return prepared(
            () => right(multiply(second)),
            ({ data }) => Float32Array.from(data),
          )
        },
      },
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, a, b }) => gemm({ n, a: Float64Array.from(a), b: Float64Array.from(b) }),
      },
    ],
    gemv: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, a, x }) => {
          const multiply = Matrix.matVec(square(n, a))
          const vector = Vector.unsafeFromFloat64(x)
          return prepared(() => right(multiply(vector)), own)
        },
      },
    ],
    softmax: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ rows, cols, scores }) => {
          const matrix = Matrix.unsafeFromFloat64(rows, cols)(scores)
          const weigh = Softmax.softmaxRows(1)
          return prepared(() => right(weigh(matrix)), own)
        },
      },
    ],
    logSumExp: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ scores }) => {
          const vector = Vector.unsafeFromFloat64(scores)
          return prepared(
            () => right(LogSumExp.logSumExp(1)(vector)),
            (y) => Float64Array.of(y),
          )
        },
      },
    ],
    hebbian: [
      {
        label: 'packed signs',
        precision: 'float64',
        prepare: ({ n, patterns }) => {
          const stored = right(SignMatrix.fromRows(bipolar(patterns, n).map(({ data }) => Float64Array.from(data))))
          return prepared(() => SymmetricMatrix.clearDiagonal(SignMatrix.gram(stored)), own)
        },
      },
      {
        label: 'memory',
        precision: 'float64',
        prepare: ({ n, patterns }) => {
          const stored = bipolar(patterns, n)
          return prepared(
            () => right(Hebbian.learnModified(stored)),
            ({ weights }) => own(weights),
          )
        },
      },
      {
        label: 'network',
        precision: 'float64',
        prepare: ({ n, patterns }) => {
          const stored = bipolar(patterns, n)
          return prepared(
            () => right(Network.fromPatterns({ couplings: 'dense' })(stored)),
            (network) => own(Network.weights(network)),
          )
        },
      },
    ],
    recall: [
      recall('dense'),
      recall('patterns'),
      { label: 'packed patterns, no trace', precision: 'float64', prepare: ends('packed', Schedule.ordered) },
    ],
    synchronous: [together('dense'), together('packed')],
    largeRecall: [{ label: kept.packed, precision: 'float64', prepare: ends('packed', Schedule.ordered) }],
    denseCubic: [{ label: '', precision: 'float64', prepare: dense(Interaction.polynomial(3)) }],
    denseExponential: [{ label: '', precision: 'float64', prepare: dense(Interaction.exponential) }],
    retrieval: [{ label: '', precision: 'float64', prepare: retrieval }],
    bidirectional: [bidirectional('dense'), bidirectional('patterns')],
    transitions: [{ label: '', precision: 'float64', prepare: transitions }],
  },
}
