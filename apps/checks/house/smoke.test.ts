/**
 * The stranger's first minute: an empty project, the packed tarballs, and every import there is.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries, published, tarball, type Manifest } from '../src/Workspace.js'

const require = createRequire(import.meta.url)
const tsc = join(dirname(require.resolve('typescript-7/package.json')), 'bin/tsc')

const project = mkdtempSync(join(tmpdir(), 'engram-smoke-'))
afterAll(() => rmSync(project, { recursive: true, force: true }))

const write = (name: string, text: string): void => writeFileSync(join(project, name), text)

const run = (program: string, ...args: ReadonlyArray<string>): string => {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: project,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}${error?.message ?? ''}`)
  return stdout
}

const libraries = published.filter(({ manifest }) => manifest.exports !== undefined)
const names = libraries.flatMap(entries)
/** Those that need a peer which a browser does not have. */
const forTests = (name: string): boolean => name.endsWith('/vitest')

const importing = (chosen: ReadonlyArray<string>): string =>
  [
    ...chosen.map((name, i) => `import * as m${i} from '${name}'`),
    `const sizes = [${chosen.map((_, i) => `Object.keys(m${i}).length`).join(', ')}]`,
    `if (sizes.some((size) => size === 0)) throw new Error('an import brought nothing')`,
  ].join('\n')

beforeAll(() => {
  const tarballs = Object.fromEntries(published.map((subject) => [subject.manifest.name, `file:${tarball(subject)}`]))
  const peers = Object.fromEntries(
    published
      .flatMap(({ manifest }) => Object.keys(manifest.peerDependencies ?? {}))
      .map((name) => [name, (require(`${name}/package.json`) as Manifest).version]),
  )
  write('package.json', JSON.stringify({ private: true, type: 'module', dependencies: { ...tarballs, ...peers } }))
  write('pnpm-workspace.yaml', JSON.stringify({ overrides: tarballs, hoist: false, allowBuilds: { esbuild: false } }))
  run('pnpm', 'install', '--prefer-offline', '--ignore-scripts')
}, 300_000)

describe('from the packed tarballs', () => {
  test.each(names)('plain Node imports %s', (name) => {
    write('one.js', importing([name]))
    run(process.execPath, 'one.js')
  })

  test('a strict TypeScript program imports them all', () => {
    write('all.ts', importing(names))
    for (const resolution of ['nodenext', 'bundler']) {
      const module = resolution === 'nodenext' ? 'nodenext' : 'esnext'
      run(
        process.execPath,
        tsc,
        '--noEmit',
        '--strict',
        '--skipLibCheck',
        '--module',
        module,
        '--moduleResolution',
        resolution,
        'all.ts',
      )
    }
  })

  test('a Vite build of them all runs', async () => {
    write('browser.js', importing(names.filter((name) => !forTests(name))))
    await build({
      root: project,
      configFile: false,
      logLevel: 'error',
      build: {
        modulePreload: false,
        rolldownOptions: { input: join(project, 'browser.js'), output: { entryFileNames: 'browser.js' } },
      },
    })
    run(process.execPath, 'dist/browser.js')
  })

  test.each(published.flatMap(({ manifest }) => Object.keys(manifest.bin ?? {})))('%s --help', (program) => {
    expect(run(join(project, 'node_modules/.bin', program), '--help')).not.toBe('')
  })
})
