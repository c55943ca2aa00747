/**
 * Leaves the compiled kernels of matrices and networks out of the page, with all that feeds them: a tenth of its script.
 * The scenes multiply small matrices and run few networks there, and where no kernel starts those in TypeScript come to
 * the same bits. The workers, which are built without this, have them.
 */
import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

const functions = /^export const (\w+)/gm

/** A module with the same names, none of which does anything: as if the platform had no vectors. */
const without = (source: string): string =>
  [...source.matchAll(functions)].map(([, name]) => `export const ${name} = () => undefined`).join('\n')

export const scalarPlugin = (): Plugin => ({
  name: 'engram-scalar',
  apply: 'build',
  load: {
    filter: { id: /\/packages\/(linalg|hopfield)\/src\/kernels\/simd\/\w+\.ts$/ },
    handler: async (id) => without(await readFile(id, 'utf8')),
  },
})
