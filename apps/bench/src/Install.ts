/**
 * Brings the software in `contenders/` here, or up to date.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { folder } from './peer.js'

const packageManager = (): string =>
  (
    JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
      readonly packageManager: string
    }
  ).packageManager

/** What went wrong, if anything; whoever is not there then does not take part. */
export const install = (): string | undefined => {
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['--yes', packageManager(), 'install', '--frozen-lockfile', '--prefer-offline', '--silent'],
    { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' },
  )
  return status === 0 ? undefined : `${stdout}${stderr}`.trim()
}
