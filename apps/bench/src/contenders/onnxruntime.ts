/**
 * ONNX Runtime, as a native library and as WebAssembly, on models of few operations.
 */
import type { NodeContender } from '../Contender.js'
import { peer, peerVersion } from '../peer.js'
import type { Numbers } from '../Protocol.js'
import { preparedLater, type Precision, type Prepared } from '../Task.js'
import { alone, model, type Graph, type Operation } from './onnx.js'
import { clearDiagonal, transposed } from './rows.js'

type Tensor = object

interface Session {
  readonly run: (feeds: Readonly<Record<string, Tensor>>) => Promise<{ readonly y: { readonly data: Numbers } }>
}

interface Onnxruntime {
  readonly InferenceSession: {
    readonly create: (model: Uint8Array, options: Readonly<Record<string, unknown>>) => Promise<Session>
  }
  readonly Tensor: new (type: Precision, data: Numbers, shape: ReadonlyArray<number>) => Tensor
}

const from = (library: 'onnxruntime-node' | 'onnxruntime-web', name: string): NodeContender => {
  const session = (
    operation: Operation,
    data: Readonly<Record<string, Numbers>>,
    read?: (answer: Numbers) => Numbers,
  ): Promise<Prepared> => sessionOf(alone(operation), data, read)
  const sessionOf = async (
    graph: Graph,
    data: Readonly<Record<string, Numbers>>,
    read: (answer: Numbers) => Numbers = (answer) => answer,
  ): Promise<Prepared> => {
    const { InferenceSession, Tensor } = peer(library) as Onnxruntime
    const { precision } = graph
    const inference = await InferenceSession.create(model(graph), {
      executionProviders: [library === 'onnxruntime-web' ? 'wasm' : 'cpu'],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
    })
    const feeds = Object.fromEntries(
      Object.entries(graph.inputs).map(([key, shape]) => {
        const values = data[key] ?? []
        const own = precision === 'float64' ? Float64Array.from(values) : Float32Array.from(values)
        return [key, new Tensor(precision, own, shape)]
      }),
    )
    return preparedLater(
      () => inference.run(feeds),
      ({ y }) => read(y.data),
    )
  }
  const product = (precision: Precision, n: number, a: Numbers, b: Numbers): Promise<Prepared> =>
    session({ type: 'MatMul', precision, inputs: { a: [n, n], b: [n, n] }, output: [n, n], attributes: {} }, { a, b })
  return {
    runtime: 'node',
    name,
    version: () => peerVersion(library),
    ways: {
      gemm64: [{ label: '', precision: 'float64', prepare: ({ n, a, b }) => product('float64', n, a, b) }],
      gemm32: [{ label: '', precision: 'float32', prepare: ({ n, a, b }) => product('float32', n, a, b) }],
      gemv: [
        {
          label: '',
          precision: 'float64',
          prepare: ({ n, a, x }) =>
            session(
              { type: 'MatMul', precision: 'float64', inputs: { a: [n, n], x: [n] }, output: [n], attributes: {} },
              { a, x },
            ),
        },
      ],
      softmax: (['float64', 'float32'] as const).map((precision) => ({
        label: '',
        precision,
        prepare: ({ rows, cols, scores }) =>
          session(
            { type: 'Softmax', precision, inputs: { x: [rows, cols] }, output: [rows, cols], attributes: { axis: 1 } },
            { x: scores },
          ),
      })),
      logSumExp: (['float64', 'float32'] as const).map((precision) => ({
        label: '',
        precision,
        prepare: ({ n, scores }) =>
          session(
            { type: 'ReduceLogSumExp', precision, inputs: { x: [n] }, output: [1], attributes: {} },
            { x: scores },
          ),
      })),
      retrieval: (['float64', 'float32'] as const).map((precision) => ({
        label: '',
        precision,
        prepare: ({ d, count, patterns, queries, states, beta }) =>
          sessionOf(
            {
              precision,
              inputs: { q: [queries, d], k: [d, count], v: [count, d], beta: [1] },
              output: [queries, d],
              nodes: [
                { type: 'MatMul', from: ['q', 'k'], to: 'z' },
                { type: 'Mul', from: ['z', 'beta'], to: 'scaled' },
                { type: 'Softmax', from: ['scaled'], to: 'w', attributes: { axis: 1 } },
                { type: 'MatMul', from: ['w', 'v'], to: 'y' },
              ],
            },
            { q: states, k: transposed(patterns, count, d), v: patterns, beta: Float64Array.of(beta) },
          ),
      })),
      hebbian: [
        {
          label: '',
          precision: 'float32',
          prepare: ({ n, count, patterns }) =>
            session(
              {
                type: 'MatMul',
                precision: 'float32',
                inputs: { a: [n, count], b: [count, n] },
                output: [n, n],
                attributes: {},
              },
              { a: transposed(patterns, count, n), b: patterns },
              (w) => clearDiagonal(w, n),
            ),
        },
      ],
    },
  }
}

export const onnxruntimeNode = from('onnxruntime-node', 'ONNX Runtime (native)')
export const onnxruntimeWeb = from('onnxruntime-web', 'ONNX Runtime (wasm)')
