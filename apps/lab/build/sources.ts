/**
 * Puts the sources that scenes cite beside the page, as plain text, so that code and laws can be read offline.
 */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { cited } from '../src/cited.ts'

const fileOf = (path: string): string => fileURLToPath(new URL(`../../../packages/${path}`, import.meta.url))

export const sourcesPlugin = (): Plugin => ({
  name: 'engram-sources',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const path = cited.find((each) => request.url === `/sources/${each}.txt`)
      if (path === undefined) {
        next()
        return
      }
      void readFile(fileOf(path), 'utf8').then((text) => {
        response.setHeader('Content-Type', 'text/plain; charset=utf-8')
        response.end(text)
      })
    })
  },
  async buildStart() {
    if (this.environment.mode !== 'build') return
    const sources = await Promise.all(cited.map(async (path) => ({ path, source: await readFile(fileOf(path)) })))
    sources.forEach(({ path, source }) => {
      this.emitFile({ type: 'asset', fileName: `sources/${path}.txt`, source })
    })
  },
})
