/**
 * Serves the built lab and prints its address. PORT and HOST are respected; a taken port makes way for the next free one.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { preview } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

if (!existsSync(new URL('../dist/index.html', import.meta.url))) {
  process.stderr.write('The lab is not built yet: run pnpm --filter @engram/lab build first.\n')
  process.exit(1)
}

const port = Number(process.env.PORT ?? 4173)
const host = process.env.HOST ?? 'localhost'
const server = await preview({ root, logLevel: 'warn', preview: { host, port, strictPort: false } })
const { local = [], network = [] } = server.resolvedUrls ?? {}

process.stdout.write(`Engram lab: ${[...local, ...network].join('  ')}\n`)
