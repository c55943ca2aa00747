/**
 * What importing a package costs a browser: bundled by Rolldown, as Vite does it, minified, gzipped.
 */
import { existsSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { absolute, read, type Package } from './Workspace.js'

/** A promise: what is imported, as it stands in the import statement, and how many kB (of 1000 bytes) it may cost. */
export interface Budget {
  readonly import: string
  /** A file of the package, as its path ends, that is left out of the count. */
  readonly without?: string
  readonly limit: number
}

/** The promises of a package, kept in its `size.json`. */
export const budgets = ({ folder }: Package): ReadonlyArray<Budget> =>
  existsSync(absolute(`${folder}/size.json`)) ? (JSON.parse(read(`${folder}/size.json`)) as ReadonlyArray<Budget>) : []

export interface Size {
  /** In kB of 1000 bytes. */
  readonly size: number
  /** The files that end up in the bundle. */
  readonly modules: ReadonlyArray<string>
}

const virtual = absolute('apps/checks/generated/imported.js')

/** The cost of `import {…} from '…'`, but for one file. */
export const measure = async (name: string, what: string, without?: string): Promise<Size> => {
  const code = what === '*' ? `export * from '${name}'` : `export ${what} from '${name}'`
  const bundle = await rolldown({
    input: virtual,
    platform: 'browser',
    external: (id) => without !== undefined && id.endsWith(without),
    plugins: [
      {
        name: 'imported',
        resolveId: (id) => (id === virtual ? id : null),
        load: (id) => (id === virtual ? code : null),
      },
    ],
  })
  const { output } = await bundle.generate({ minify: true, codeSplitting: false })
  const [chunk] = output
  return { size: gzipSync(chunk.code, { level: 9 }).length / 1000, modules: chunk.moduleIds }
}
