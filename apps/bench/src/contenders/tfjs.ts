/**
 * TensorFlow.js on its two backends for processors, both in float32.
 */
import type { NodeContender, Way } from '../Contender.js'
import { peer, peerVersion } from '../peer.js'
import type { Numbers } from '../Protocol.js'
import { prepared } from '../Task.js'
import { clearDiagonal, transposed } from './rows.js'

interface Tensor {
  readonly dataSync: () => Float32Array
  readonly dispose: () => void
}

interface Tensorflow {
  readonly setBackend: (name: string) => Promise<boolean>
  readonly ready: () => Promise<void>
  readonly tensor: (data: Float32Array, shape: ReadonlyArray<number>) => Tensor
  readonly matMul: (a: Tensor, b: Tensor) => Tensor
  readonly mul: (a: Tensor, factor: number) => Tensor
  readonly softmax: (scores: Tensor, axis?: number) => Tensor
  readonly logSumExp: (scores: Tensor) => Tensor
  readonly tidy: <A>(f: () => A) => A
}

/** The run ends when the numbers are in JavaScript's memory. */
const taken = (make: () => Tensor): Float32Array => {
  const tensor = make()
  const data = tensor.dataSync()
  tensor.dispose()
  return data
}

const same = <A>(result: A): A => result

const on = (backend: 'cpu' | 'wasm'): NodeContender => {
  const started = async (): Promise<Tensorflow> => {
    const tf = peer('@tensorflow/tfjs-core') as Tensorflow
    peer(`@tensorflow/tfjs-backend-${backend}`)
    await tf.setBackend(backend)
    await tf.ready()
    return tf
  }
  const tensor = (tf: Tensorflow, data: Numbers, ...shape: ReadonlyArray<number>): Tensor =>
    tf.tensor(Float32Array.from(data), shape)
  const hebbian: Way<'hebbian'> = {
    label: '',
    precision: 'float32',
    prepare: async ({ n, count, patterns }) => {
      const tf = await started()
      // The product of transposed tensors is several times slower.
      const [first, second] = [tensor(tf, transposed(patterns, count, n), n, count), tensor(tf, patterns, count, n)]
      return prepared(
        () =>
          clearDiagonal(
            taken(() => tf.matMul(first, second)),
            n,
          ),
        same,
      )
    },
  }
  const synchronous: Way<'synchronous'> = {
    label: 'products with the weights',
    precision: 'float32',
    prepare: async ({ n, count, patterns, probes, starts }) => {
      const tf = await started()
      const product = taken(() =>
        tf.matMul(tensor(tf, transposed(patterns, count, n), n, count), tensor(tf, patterns, count, n)),
      )
      const w = tensor(tf, clearDiagonal(product, n), n, n)
      return prepared(() => {
        const states = Int8Array.from(starts)
        let moving = true
        while (moving) {
          const fields = taken(() => tf.tidy(() => tf.matMul(tensor(tf, states, probes, n), w)))
          moving = false
          for (let k = 0; k < states.length; k++) {
            if ((fields[k] as number) * (states[k] as number) >= 0) continue
            states[k] = -(states[k] as number)
            moving = true
          }
        }
        return states
      }, same)
    },
  }
  return {
    runtime: 'node',
    name: `TensorFlow.js (${backend})`,
    version: () => peerVersion(`@tensorflow/tfjs-backend-${backend}`),
    ways: {
      gemm32: [
        {
          label: '',
          precision: 'float32',
          prepare: async ({ n, a, b }) => {
            const tf = await started()
            const [first, second] = [tensor(tf, a, n, n), tensor(tf, b, n, n)]
            return prepared(() => taken(() => tf.matMul(first, second)), same)
          },
        },
      ],
      softmax: [
        {
          label: '',
          precision: 'float32',
          prepare: async ({ rows, cols, scores }) => {
            const tf = await started()
            const x = tensor(tf, scores, rows, cols)
            return prepared(() => taken(() => tf.softmax(x, 1)), same)
          },
        },
      ],
      logSumExp: [
        {
          label: '',
          precision: 'float32',
          prepare: async ({ n, scores }) => {
            const tf = await started()
            const x = tensor(tf, scores, n)
            return prepared(() => taken(() => tf.tidy(() => tf.logSumExp(x))), same)
          },
        },
      ],
      hebbian: [hebbian],
      synchronous: [synchronous],
      retrieval: [
        {
          label: '',
          precision: 'float32',
          prepare: async ({ d, count, patterns, queries, states, beta }) => {
            const tf = await started()
            const [keys, values] = [
              tensor(tf, transposed(patterns, count, d), d, count),
              tensor(tf, patterns, count, d),
            ]
            const asked = tensor(tf, states, queries, d)
            return prepared(
              () => taken(() => tf.tidy(() => tf.matMul(tf.softmax(tf.mul(tf.matMul(asked, keys), beta), 1), values))),
              same,
            )
          },
        },
      ],
    },
  }
}

export const tfjsCpu = on('cpu')
export const tfjsWasm = on('wasm')
