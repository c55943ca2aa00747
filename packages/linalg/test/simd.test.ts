import { either as E } from 'fp-ts'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as library from '../src/index.js'
import { Matrix, SignMatrix, Vector, type ReadonlyFloat64 } from '../src/index.js'
import { choose } from '../src/kernels/choose.js'
import { exp } from '../src/kernels/exp.js'
import { simd } from '../src/kernels/simd/machine.js'
import { right } from './right.js'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const vector = (n: number): Vector.Vector => right(Vector.fromFunction(n)(Math.cos))

const matrix = (m: number, n: number): Matrix.Matrix =>
  Matrix.unsafeFromFloat64(m, n)(Float64Array.from({ length: m * n }, (_, k) => Math.sin(k * k)))

const signs = (m: number, n: number): SignMatrix.SignMatrix =>
  right(SignMatrix.fromMatrix(right(Matrix.fromFunction(m, n)((i, j) => ((i * j) % 3 === 0 ? 1 : -1)))))

const [tall, wide, large] = [matrix(65_537, 3), matrix(5, 16_387), matrix(300, 259)]

type Library = Pick<typeof library, 'Matrix' | 'Matrix32' | 'SignMatrix' | 'Softmax' | 'SoftmaxMean'>

/** Everything that has a vectorised kernel, in sizes for which it is chosen: some that no block divides, some that no block holds. */
const results = (from: Library): ReadonlyArray<ReadonlyFloat64> => {
  const { transposeMatMul, matMulTranspose, matMul, matVec, vecMat, outer } = from.Matrix
  return [
    right(matMul(matrix(37, 51))(matrix(51, 43))),
    right(transposeMatMul(matrix(51, 37))(matrix(51, 43))),
    right(matMulTranspose(matrix(37, 51))(matrix(43, 51))),
    right(transposeMatMul(large)(large)),
    right(matMulTranspose(large)(large)),
    right(matVec(tall)(vector(3))),
    right(vecMat(tall)(vector(65_537))),
    right(matVec(wide)(vector(16_387))),
    right(vecMat(wide)(vector(5))),
    outer(vector(5))(vector(16_387)),
    right(from.Matrix32.matMul(from.Matrix32.fromMatrix(large))(from.Matrix32.fromMatrix(matrix(259, 515)))),
    right(from.SignMatrix.matMulTranspose(signs(130, 100))(signs(43, 100))),
    from.SignMatrix.gram(signs(100, 517)),
    right(from.Softmax.softmaxRows(2)(large)),
    right(from.Softmax.softmax(2)(vector(65_537))),
    right(from.SoftmaxMean.softmaxMean({ beta: 2 })(large)(large)(matrix(261, 259))),
    right(from.SoftmaxMean.softmaxMean({ beta: 9 })(wide)(wide)(wide)),
  ].map(({ data }) => data)
}

const vectorised = results(library)

const differing = (xs: ReadonlyArray<ReadonlyFloat64>, ys: ReadonlyArray<ReadonlyFloat64>): ReadonlyArray<number> =>
  xs.flatMap((x, k) => (Array.from(x).every((entry, i) => Object.is(entry, ys[k]?.[i])) ? [] : [k]))

describe('where the platform has no vectors', () => {
  test.each([
    ['there is no WebAssembly', undefined],
    [
      'it knows no vectors, or the page forbids it',
      {
        Module: () => {
          throw new Error('CompileError')
        },
      },
    ],
  ])('%s: the results are the same', async (_, platform) => {
    vi.stubGlobal('WebAssembly', platform)
    vi.resetModules()
    const scalar = await import('../src/index.js')
    const machine = await import('../src/kernels/simd/machine.js')
    expect(machine.simd()).toBeUndefined()
    expect(differing(results(scalar), vectorised)).toEqual([])
  })
})

describe('the machine', () => {
  test('is started by the first call that needs it, once', async () => {
    const platform = Reflect.get(globalThis, 'WebAssembly') as { readonly Instance: new (module: object) => object }
    const started = vi.fn<(module: object) => object>((module) => new platform.Instance(module))
    vi.stubGlobal('WebAssembly', {
      Module: Reflect.get(platform, 'Module'),
      Instance: function instance(module: object) {
        return started(module)
      },
    })
    vi.resetModules()
    const fresh = await import('../src/index.js')
    fresh.Matrix.matMul(matrix(10, 10))(matrix(10, 10))
    fresh.Matrix.matVec(matrix(40, 40))(Vector.zeros(40))
    expect(started).not.toHaveBeenCalled()
    fresh.Matrix.matMul(matrix(20, 20))(matrix(20, 20))
    fresh.Matrix.matVec(matrix(60, 60))(Vector.zeros(60))
    expect(started).toHaveBeenCalledOnce()
  })

  test('is asked only where it pays', () => {
    expect(choose(false, 'scalar', () => 'vectorised')).toBe('scalar')
    expect(choose(true, 'scalar', () => 'vectorised')).toBe('vectorised')
  })

  test('keeps its memory through 10⁵ calls, and its results', () => {
    const machine = simd()
    const [a, x] = [matrix(46, 46), vector(46)]
    const [first, bytes] = [right(Matrix.matVec(a)(x)), machine?.f64.buffer.byteLength]
    const kept = Vector.toArray(first)
    for (let call = 0; call < 100_000; call++) Matrix.matVec(a)(call % 2 === 0 ? x : first)
    expect(bytes).toBe(50 * 65_536)
    expect(machine?.f64.buffer.byteLength).toBe(bytes)
    expect(Vector.toArray(first)).toEqual(kept)
    expect(Matrix.matVec(a)(x)).toEqual(E.right(first))
  })
})

describe('the exponential', () => {
  test('is right to one unit in the last place', () => {
    const worst = Array.from({ length: 100_000 }, (_, k) => -708 * (k / 100_000) ** 3)
      .map((x) => Math.abs(exp(x) / Math.exp(x) - 1))
      .reduce((a, b) => Math.max(a, b))
    expect(worst).toBeLessThanOrEqual(2 * 2 ** -52)
  })
  test.each([
    [0, 1],
    [-0, 1],
    [-1e-300, 1],
    [-745, 5e-324],
    [-746, 0],
    [-1e308, 0],
    [-Infinity, 0],
  ])('of %d is %d', (x, y) => {
    expect(exp(x)).toBe(y)
  })
})
