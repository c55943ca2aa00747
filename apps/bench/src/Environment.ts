/**
 * On what it was measured.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { oneThread } from './Contender.js'

export interface Environment {
  /** YYYY-MM-DD */
  readonly date: string
  readonly processor: string
  readonly processors: number
  /** Those of the processor's flags that matter to numbers. */
  readonly flags: ReadonlyArray<string>
  readonly memory: string
  readonly system: string
  readonly node: string
  /** What was set so that everyone has one thread. */
  readonly variables: Readonly<Record<string, string>>
}

const telling = /^(sse4_2|popcnt|avx|avx2|fma|f16c|avx512(f|dq|bw|vl|_vnni|_bf16|_vpopcntdq)|amx_\w+|asimd|sve2?)$/

/** The flags of the first processor, as Linux tells them; none elsewhere. */
export const flagsOf = (cpuinfo: string): ReadonlyArray<string> => {
  const line = /^(?:flags|Features)\s*:\s*(.*)$/m.exec(cpuinfo)?.[1] ?? ''
  return line.split(' ').filter((flag) => telling.test(flag))
}

/** The day of the last commit. */
const lastCommit = (): string =>
  execFileSync('git', ['log', '-1', '--format=%cs'], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
  }).trim()

export const environment = (date: string | undefined): Environment => ({
  date: date ?? lastCommit(),
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  processors: availableParallelism(),
  flags: existsSync('/proc/cpuinfo') ? flagsOf(readFileSync('/proc/cpuinfo', 'utf8')) : [],
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
  system: `${platform()} ${release()}, ${arch()}`,
  node: process.versions.node,
  variables: oneThread,
})
