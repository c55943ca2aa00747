import asc from 'assemblyscript/asc'
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { simd } from '../src/kernels/simd/machine.js'

const folder = fileURLToPath(new URL('../assembly/', import.meta.url))

/** What the compiler makes of the sources now. */
const compile = async (): Promise<Uint8Array> => {
  const written = new Map<string, Uint8Array>()
  const { error } = await asc.main(['--config', 'asconfig.json', '--baseDir', folder, '--outFile', 'binary'], {
    readFile: (name, base) => {
      try {
        return readFileSync(`${base}/${name}`, 'utf8')
      } catch {
        return null
      }
    },
    writeFile: (name, contents) => {
      if (typeof contents !== 'string') written.set(name, contents)
    },
    listFiles: () => [],
  })
  return written.get('binary') ?? expect.fail(error?.message)
}

test('the compiled kernels are those of the sources: pnpm --filter @engram/hopfield assemble', async () => {
  const text = Buffer.from(await compile()).toString('base64')
  await expect(`/** assembly/index.ts, compiled. */\nexport const binary =\n  '${text}'\n`).toMatchFileSnapshot(
    '../src/kernels/simd/binary.ts',
  )
})

test('this platform runs them', () => {
  expect(simd()).toBeDefined()
})
