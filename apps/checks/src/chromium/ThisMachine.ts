/**
 * The computer we run on, as the search for a Chromium sees it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import type { Machine } from './Locate.js'

const require = createRequire(import.meta.url)

/** stdout is for the answer. */
const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const underWindows = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe']

const usualPlaces = (): ReadonlyArray<string> => {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium'].flatMap((app) =>
        ['', process.env['HOME'] ?? ''].map((root) => `${root}/Applications/${app}.app/Contents/MacOS/${app}`),
      )
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
        const root = process.env[variable]
        return root === undefined ? [] : underWindows.map((place) => join(root, place))
      })
    default:
      return names.flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`])
  }
}

const onPath = (): ReadonlyArray<string> =>
  process.platform === 'win32'
    ? []
    : names.flatMap((name) =>
        (process.env['PATH'] ?? '')
          .split(delimiter)
          .filter((folder) => folder !== '')
          .map((folder) => join(folder, name)),
      )

/** Asking a browser for its version starts it just enough to miss a library or a confined package. On Windows it opens a window. */
const starts = (program: string): boolean =>
  existsSync(program) &&
  (process.platform === 'win32' || spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0)

/** Silent while it works; a failure is told by the first line that names an error, not by a page of stack. */
const run = (program: string, args: ReadonlyArray<string>, env: NodeJS.ProcessEnv = {}): boolean => {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: 600_000,
    env: { ...process.env, ...env },
  })
  if (status === 0) return true
  const lines = `${error?.message ?? ''}\n${stderr}\n${stdout}`.split('\n').filter((line) => line.trim() !== '')
  say(`  ${lines.find((line) => /^(E:|.*error)/i.test(line)) ?? lines.at(-1) ?? `${program} ended with ${status}`}`)
  return false
}

const playwrightCli = (): string => join(dirname(require.resolve('playwright-core/package.json')), 'cli.js')

export const thisMachine: Machine = {
  env: (name) => process.env[name],
  installed: () => [...onPath(), ...usualPlaces()].filter((program) => existsSync(program)),
  playwright: () => (require('playwright-core') as typeof import('playwright-core')).chromium.executablePath(),
  starts,
  download: () => {
    run(process.execPath, [playwrightCli(), 'install', 'chromium'], {
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: process.env['PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT'] ?? '10000',
    })
  },
  mayInstall: () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version'),
  install: () => {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    if (run('apt-get', ['update', '-qq'], quiet))
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
  },
  say,
}
