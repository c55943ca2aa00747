/**
 * `turbo run`, quiet while all is well, with a last word on what passed.
 *
 *     node apps/checks/src/run.mjs [--deep] task…
 *
 * `--deep` takes a fresh seed and many runs; the seed is printed, and ENGRAM_SEED brings it back.
 */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {object} Task
 * @property {string} task
 * @property {string} package
 * @property {string} logFile
 * @property {{ status: 'HIT' | 'MISS' }} cache
 * @property {{ exitCode: number | null, startTime: number, endTime: number } | undefined} [execution]
 */

const root = fileURLToPath(new URL('../../..', import.meta.url))
const require = createRequire(join(root, 'package.json'))
const summaries = join(root, '.turbo/runs')

/** @param {Task} task */
const log = (task) => {
  const path = join(root, task.logFile)
  // oxlint-disable-next-line no-control-regex -- colours
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll(/\u001B\[[\d;]*m/g, '') : ''
}

/** How many tests vitest or Playwright say have passed. @param {Task} task */
const tests = (task) => Number(/^\s*(?:Tests\s+)?(\d+) passed/m.exec(log(task))?.[1] ?? 0)

/** @param {number} n @param {string} one */
const count = (n, one) => `${n} ${one}${n === 1 ? '' : 's'}`

/** @param {Task} task */
const seconds = ({ execution }) => ((execution?.endTime ?? 0) - (execution?.startTime ?? 0)) / 1000

/** One line for all tasks of a name. @param {string} name @param {ReadonlyArray<Task>} tasks */
const line = (name, tasks) => {
  const label = `  ${name.padEnd(12)}`
  if (tasks.length === 0) return `${label} NOT RUN`
  const failed = tasks.filter(({ execution }) => execution?.exitCode !== 0)
  if (failed.length > 0)
    return `${label} FAILED   ${failed.map((task) => task.package.replace('//', 'root')).join(', ')}`
  const total = tasks.reduce((sum, task) => sum + tests(task), 0)
  const spent = tasks.reduce((sum, task) => sum + seconds(task), 0)
  return `${label} passed   ${[
    ...(tasks.length > 1 ? [count(tasks.length, 'package')] : []),
    ...(total > 0 ? [count(total, 'test')] : []),
    tasks.every(({ cache }) => cache.status === 'HIT') ? 'unchanged since it last passed' : `${spent.toFixed(1)} s`,
  ].join(', ')}`
}

const turbo = (() => {
  try {
    return require.resolve('turbo/bin/turbo')
  } catch {
    console.error('Dependencies are not installed: run pnpm install, or see above why it failed.')
    process.exit(1)
  }
})()

const deep = process.argv[2] === '--deep'
const args = process.argv.slice(deep ? 3 : 2)
const search = deep
  ? {
      ENGRAM_SEED: process.env['ENGRAM_SEED'] ?? `${Math.floor(Math.random() * 2 ** 31)}`,
      ENGRAM_RUNS: process.env['ENGRAM_RUNS'] ?? '5000',
    }
  : {}
if (deep) console.log(`${search.ENGRAM_RUNS} runs from seed ${search.ENGRAM_SEED}`)

const persistent = args.includes('dev') || args.includes('demo')

rmSync(summaries, { recursive: true, force: true })
const child = spawn(
  process.execPath,
  [
    turbo,
    'run',
    ...args,
    ...(persistent ? ['--log-prefix=none'] : ['--continue=dependencies-successful', '--summarize']),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ...search, TURBO_TELEMETRY_DISABLED: '1' } },
)

// The terminal sends Ctrl-C to both of us; turbo ends its tasks, and we end with it.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))

child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === null ? 0 : 1)
  const [summary] = existsSync(summaries) ? readdirSync(summaries) : []
  if (summary === undefined) return
  /** @type {{ tasks: ReadonlyArray<Task> }} */
  const { tasks } = JSON.parse(readFileSync(join(summaries, summary), 'utf8'))
  const wanted = args.filter((arg) => !arg.startsWith('-')).map((arg) => arg.replace('//#', ''))
  const names = [...new Set([...wanted, ...tasks.map(({ task }) => task)])].filter((name) => name !== 'transit')
  const lines = names.map((name) =>
    line(
      name,
      tasks.filter(({ task }) => task === name),
    ),
  )
  // A task that no package has is no reason for turbo to stop; for us it is: nothing is skipped silently.
  if (process.exitCode === 0 && lines.some((text) => text.endsWith('NOT RUN'))) process.exitCode = 1
  console.log(`${lines.join('\n')}\n\n${process.exitCode === 0 ? 'All passed.' : 'Not all passed: see above.'}`)
  if (deep)
    console.log(`Again with: ENGRAM_SEED=${search.ENGRAM_SEED} ENGRAM_RUNS=${search.ENGRAM_RUNS} pnpm test:deep`)
})
