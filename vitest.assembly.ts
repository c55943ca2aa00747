import asc from 'assemblyscript/asc'
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** What the compiler makes of the sources in a folder now. */
const compile = async (folder: string): Promise<Uint8Array> => {
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

/** The tests that the compiled kernels of a package are those of its sources, and that this platform runs them. */
export const testAssembly = (name: string, assembly: URL, simd: () => unknown): void => {
  test(`the compiled kernels are those of the sources: pnpm --filter ${name} assemble`, async () => {
    const text = Buffer.from(await compile(fileURLToPath(assembly))).toString('base64')
    await expect(`/** assembly/index.ts, compiled. */\nexport const binary =\n  '${text}'\n`).toMatchFileSnapshot(
      fileURLToPath(new URL('../src/kernels/simd/binary.ts', assembly)),
    )
  })

  test('this platform runs them', () => {
    expect(simd()).toBeDefined()
  })
}
