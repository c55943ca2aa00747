/**
 * Leaves the compiled kernels of matrices and networks out of the page, a tenth of its script. The scenes multiply small
 * matrices and run few networks, and without a module the kernels in TypeScript come to the same bits.
 *
 * What hands matrices over to a module goes as well: each file of it has a twin in TypeScript that exports the same names.
 */
import type { Plugin } from 'vite'

const file = /\/packages\/(?:linalg|hopfield)\/src\/kernels\/simd\/binary\.ts$/
const twin = /\/packages\/linalg\/src\/kernels\/simd\/(gemm|matrixVector|signs|softmax|softmaxMean)\.ts$/

export const scalarPlugin = (): Plugin => ({
  name: 'engram-scalar',
  apply: 'build',
  load: {
    filter: { id: [file, twin] },
    handler: (id) => {
      const [, name] = twin.exec(id) ?? []
      return name === undefined ? "export const binary = ''" : `export * from '../scalar/${name}.js'`
    },
  },
})
