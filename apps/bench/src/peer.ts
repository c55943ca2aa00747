/**
 * The software in `contenders/`, a workspace of its own: nothing here is installed unless somebody measures.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the contenders are installed. */
export const folder = fileURLToPath(new URL('../contenders', import.meta.url))

const require = createRequire(join(folder, 'package.json'))

/** A library; throws if it is not installed. */
export const peer = (name: string): unknown => require(name)

/** The installed version; throws if there is none. */
export const peerVersion = (name: string): string =>
  (JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { readonly version: string })
    .version
