/**
 * Leaves the compiled kernels of matrices and networks out of the page, a tenth of its script. The scenes multiply small
 * matrices and run few networks, and without a module the kernels in TypeScript come to the same bits.
 */
import type { Plugin } from 'vite'

export const scalarPlugin = (): Plugin => ({
  name: 'engram-scalar',
  apply: 'build',
  load: {
    filter: { id: /\/packages\/(linalg|hopfield)\/src\/kernels\/simd\/binary\.ts$/ },
    handler: () => "export const binary = ''",
  },
})
