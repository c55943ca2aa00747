/**
 * What strangers get when they install a package: judged by the packed tarballs, not by the folders.
 */
import { unpack } from '@publint/pack'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, test } from 'vitest'
import { published, tarball, type Manifest } from '../src/Workspace.js'

const require = createRequire(import.meta.url)
const attw = join(dirname(require.resolve('@arethetypeswrong/cli/package.json')), 'dist/index.js')

/** Files by path, without the leading `package/`. */
const contents = async (path: string): Promise<ReadonlyMap<string, string>> => {
  const { files, rootDir } = await unpack(readFileSync(path))
  return new Map(files.map(({ name, data }) => [name.slice(rootDir.length + 1), Buffer.from(data).toString('utf8')]))
}

describe.each(published)('$manifest.name', (subject) => {
  const path = tarball(subject)

  test('publint has nothing to say', async () => {
    const { messages, pkg } = await publint({
      pack: { tarball: new Uint8Array(readFileSync(path)).buffer },
      strict: true,
    })
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })

  test.runIf(subject.manifest.exports !== undefined)(
    'types resolve under every way of resolving that knows ES modules',
    () => {
      const { status, stdout } = spawnSync(
        process.execPath,
        [attw, path, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji', '--no-color'],
        { encoding: 'utf8' },
      )
      expect(status, stdout).toBe(0)
    },
  )

  test('leads to what was built, and names no folder of ours', async () => {
    const packed = JSON.parse((await contents(path)).get('package.json') ?? '{}') as Manifest
    const withoutSource = Object.entries(subject.manifest.exports ?? {}).map(([name, conditions]) => [
      name,
      Object.fromEntries(Object.entries(conditions).filter(([condition]) => condition !== '@engram/source')),
    ])
    expect(packed.exports ?? {}).toEqual(Object.fromEntries(withoutSource))
    expect(JSON.stringify(packed)).not.toMatch(/workspace:|catalog:|@engram\/source/)
  })

  test('has its licence, and the sources that its source maps name', async () => {
    const files = await contents(path)
    expect([...files.keys()]).toContain('LICENSE')
    const missing = [...files].flatMap(([name, text]) =>
      !name.endsWith('.map')
        ? []
        : (JSON.parse(text) as { readonly sources: ReadonlyArray<string> }).sources
            .map((source) => join(dirname(name), source))
            .filter((source) => !files.has(source))
            .map((source) => `${name} → ${source}`),
    )
    expect(missing, 'add "src" to "files", or remove stale files from dist').toEqual([])
  })
})
