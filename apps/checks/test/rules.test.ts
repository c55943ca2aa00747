/**
 * The rules bite: a small house with one offence per file, checked by the configuration of the real one.
 */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { absolute } from '../src/Workspace.js'

const house = realpathSync(mkdtempSync(join(tmpdir(), 'engram-rules-')))
afterAll(() => rmSync(house, { recursive: true, force: true }))

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), `${text}\n`)
}

/** What a tool says in the small house, line by line. */
const run = (tool: string, ...args: ReadonlyArray<string>): ReadonlyArray<string> => {
  const { stdout, stderr } = spawnSync(process.execPath, [absolute(`node_modules/${tool}`), ...args], {
    cwd: house,
    encoding: 'utf8',
  })
  return `${stdout}${stderr}`.split('\n')
}

interface Offence {
  readonly file: string
  readonly code: string
  /** What the tool must say of the file; nothing at all when absent. */
  readonly rule?: string
}

const linted: ReadonlyArray<Offence> = [
  { file: 'packages/law/src/bare.ts', code: `export * from 'fp-ts/Option'`, rule: 'no-restricted-imports' },
  { file: 'packages/law/src/function.ts', code: `export * from 'fp-ts/function'`, rule: 'no-restricted-imports' },
  { file: 'packages/law/src/es6.ts', code: `export * from 'fp-ts/es6/Option'`, rule: 'no-restricted-imports' },
  { file: 'packages/law/src/lib.ts', code: `export * from 'fp-ts/lib/Option.js'`, rule: 'no-restricted-imports' },
  { file: 'packages/law/src/io.ts', code: `export * from 'io-ts/Schema'`, rule: 'no-restricted-imports' },
  { file: 'packages/law/src/iolib.ts', code: `export * from 'io-ts/lib/Schema'`, rule: 'no-restricted-imports' },
  { file: 'packages/law/src/deep.ts', code: `export * from '@engram/x/src/a.js'`, rule: 'no-restricted-imports' },
  { file: 'packages/law/src/dice.ts', code: `export const x = Math.random()`, rule: 'no-restricted-properties' },
  { file: 'packages/law/src/clock.ts', code: `export const x = Date.now()`, rule: 'no-restricted-globals' },
  { file: 'packages/law/src/log.ts', code: `export const x = () => console.log(1)`, rule: 'no-restricted-globals' },
  { file: 'packages/law/src/env.ts', code: `export const x = process.env`, rule: 'no-restricted-globals' },
  { file: 'packages/law/src/default.ts', code: `export default 1`, rule: 'no-default-export' },
  { file: 'packages/law/src/any.ts', code: `export const x = (y: any): void => y`, rule: 'no-explicit-any' },
  {
    file: 'packages/law/test/only.test.ts',
    code: `import { test } from 'vitest'\ntest.only('a', () => {})`,
    rule: 'no-focused-tests',
  },
  {
    file: 'packages/law/src/fine.ts',
    code: `export { either, option as O } from 'fp-ts'\nexport * from 'io-ts/lib/Schema.js'`,
  },
]

const pure: ReadonlyArray<Offence> = [
  {
    file: 'packages/law/src/push.ts',
    code: `export const f = (x: number[]) => x.push(1)`,
    rule: 'functional/immutable-data',
  },
  { file: 'packages/law/src/put.ts', code: `const x = [1]\nx[0] = 2`, rule: 'functional/immutable-data' },
  { file: 'packages/law/src/let.ts', code: `export let x = 1`, rule: 'functional/no-let' },
  { file: 'packages/law/src/class.ts', code: `export class A {}`, rule: 'functional/no-classes' },
  {
    file: 'packages/law/src/throw.ts',
    code: `export const f = () => { throw new Error() }`,
    rule: 'functional/no-throw-statements',
  },
  {
    file: 'packages/law/src/take.ts',
    code: `export const f = (x: Array<number>) => x.length`,
    rule: 'functional/prefer-immutable-types',
  },
  {
    file: 'packages/law/src/open.ts',
    code: `export interface A { x: number }`,
    rule: 'functional/type-declaration-immutability',
  },
  {
    file: 'packages/law/src/kernels/fill.ts',
    code: `export const fill = (x: Float64Array): void => { for (let i = 0; i < x.length; i++) x[i] = 1 }`,
  },
  {
    file: 'packages/law/src/count.ts',
    code: `export const f = (n: number) => { for (let i = 0; i < n; i++) if (i * i > n) return i\nreturn n }`,
  },
]

const placed: ReadonlyArray<Offence> = [
  {
    file: 'packages/law/src/up.ts',
    code: `export * from '../../linalg/src/Vector.js'`,
    rule: 'law-imports-only-what-lies-below',
  },
  {
    file: 'packages/linalg/src/way.ts',
    code: `export * from '../../spec/src/index.js'`,
    rule: 'no-way-into-another-package-but-its-name',
  },
  { file: 'packages/linalg/src/a.ts', code: `export * from './b.js'`, rule: 'no-cycle' },
  { file: 'packages/linalg/src/b.ts', code: `export * from './a.js'`, rule: 'no-cycle' },
  {
    file: 'apps/cli/src/kernel.ts',
    code: `import '../../../packages/linalg/src/kernels/dot.js'`,
    rule: 'kernels-are-for-their-package',
  },
  {
    file: 'packages/linalg/src/index.ts',
    code: `export * from './kernels/dot.js'`,
    rule: 'kernels-are-not-exported-by-an-index',
  },
  { file: 'packages/linalg/src/kernels/law.ts', code: `import '../laws/all.js'`, rule: 'kernels-know-only-numbers' },
  { file: 'packages/linalg/src/check.ts', code: `import 'fast-check'`, rule: 'fast-check-only-under-laws' },
  { file: 'packages/linalg/src/decode.ts', code: `import 'io-ts'`, rule: 'io-ts-only-under-spec' },
  { file: 'packages/linalg/src/node.ts', code: `import 'node:fs'`, rule: 'packages-run-anywhere' },
  { file: 'packages/linalg/src/gone.ts', code: `import './nowhere.js'`, rule: 'no-import-that-leads-nowhere' },
  { file: 'packages/unknown/src/index.ts', code: `import 'fp-ts'`, rule: 'package-has-a-place-in-the-plan' },
  { file: 'packages/linalg/src/app.ts', code: `import '../../../apps/lab/src/main.js'`, rule: 'packages-know-no-app' },
  { file: 'apps/cli/src/main.ts', code: `import '../../lab/src/main.js'`, rule: 'apps-know-no-other-app' },
  { file: 'packages/linalg/src/laws/all.ts', code: `import 'fast-check'` },
  { file: 'packages/linalg/src/Vector.ts', code: `import './kernels/dot.js'` },
]

/** Files that offend nobody, for the others to import. */
const bystanders = ['packages/linalg/src/kernels/dot.ts', 'packages/spec/src/index.ts', 'apps/lab/src/main.ts']

const configuration = [
  '.oxlintrc.json',
  'eslint.config.js',
  '.dependency-cruiser.js',
  'tsconfig.base.json',
  'tsconfig.reference.json',
]

beforeAll(() => {
  for (const file of configuration) cpSync(absolute(file), join(house, file))
  mkdirSync(join(house, 'node_modules'))
  for (const modules of ['node_modules', 'apps/checks/node_modules'].map(absolute))
    for (const name of readdirSync(modules))
      if (!existsSync(join(house, 'node_modules', name)))
        symlinkSync(join(modules, name), join(house, 'node_modules', name), 'junction')
  write('package.json', '{ "type": "module" }')
  for (const name of ['law', 'linalg', 'spec', 'unknown']) {
    write(
      `packages/${name}/package.json`,
      '{ "type": "module", "dependencies": { "fp-ts": "*", "io-ts": "*", "fast-check": "*" } }',
    )
    write(`packages/${name}/tsconfig.json`, '{ "extends": "../../tsconfig.base.json", "include": ["src", "test"] }')
  }
  for (const file of bystanders) write(file, 'export const x = 1')
  for (const { file, code } of [...linted, ...pure, ...placed]) write(file, code)
})

/** Each offence is named on a line that names its file; whatever is fine is named on none. */
const judge = (said: ReadonlyArray<string>, { file, rule }: Offence): void => {
  const about = said.filter((line) => line.includes(file))
  if (rule === undefined) expect(about).toEqual([])
  else
    expect(
      about.filter((line) => line.includes(rule)),
      said.join('\n'),
    ).not.toEqual([])
}

describe('lint', () => {
  let said: ReadonlyArray<string> = []
  beforeAll(() => {
    said = run('oxlint/bin/oxlint', '-f', 'unix', 'packages')
  })
  test.each(linted)('$file: $rule', (offence) => judge(said, offence))
})

describe('purity', () => {
  let said: ReadonlyArray<string> = []
  beforeAll(() => {
    said = run('eslint/bin/eslint.js', '-f', 'json', 'packages')
      .filter((line) => line.startsWith('['))
      .flatMap(
        (line) => JSON.parse(line) as ReadonlyArray<{ filePath: string; messages: ReadonlyArray<{ ruleId: string }> }>,
      )
      .flatMap(({ filePath, messages }) => messages.map(({ ruleId }) => `${filePath} ${ruleId}`))
  })
  test.each(pure)('$file: $rule', (offence) => judge(said, offence))
})

describe('boundaries', () => {
  let said: ReadonlyArray<string> = []
  beforeAll(() => {
    const text = run(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.js',
      'packages',
      'apps',
    )
    // What is imported stands behind the arrow; a cycle goes on over several lines.
    said = text
      .join('\n')
      .replaceAll(/ → *\n +/g, ' ← ')
      .split('\n')
      .map((line) => line.replace(/ → .*/, ''))
  })
  test.each(placed)('$file: $rule', (offence) => judge(said, offence))
})
