/**
 * Where to find a Chromium: the decision alone, over a machine whose every answer is a function.
 *
 * Order: what the environment names → what the system has → what Playwright has downloaded →
 * Playwright's download → the system's package. It never gives up silently.
 */
import { either as E } from 'fp-ts'

/** Answers about the computer; each effect happens only when it is asked for. */
export interface Machine {
  readonly env: (name: string) => string | undefined
  /** Programs on PATH and in the usual places of this system, best first. */
  readonly installed: () => ReadonlyArray<string>
  /** Where Playwright keeps its own browser, whether or not it is there. */
  readonly playwright: () => string
  /** Whether a program is there and starts. */
  readonly starts: (program: string) => boolean
  readonly download: () => void
  /** Whether this is a Debian-like system and we may install packages. */
  readonly mayInstall: () => boolean
  readonly install: () => void
  readonly say: (line: string) => void
}

/** The search ended without a browser. */
export type NoChromium =
  { readonly _tag: 'Misnamed'; readonly variable: string; readonly program: string } | { readonly _tag: 'Nowhere' }

export const render = (error: NoChromium): string => {
  switch (error._tag) {
    case 'Misnamed':
      return `${error.variable} names ${error.program}, which is not a program that starts.`
    case 'Nowhere':
      return 'No Chromium was found and none could be installed: install Chromium or Chrome, or set ENGRAM_CHROMIUM to the path of one.'
  }
}

/** Variables that may name the browser, first wins. */
const variables = ['ENGRAM_CHROMIUM', 'CHROME_PATH'] as const

/** The path of a Chromium that starts, got from the network if need be. */
export const locate = (machine: Machine): E.Either<NoChromium, string> => {
  const variable = variables.find((name) => (machine.env(name) ?? '') !== '')
  if (variable !== undefined) {
    const program = machine.env(variable) ?? ''
    return machine.starts(program) ? E.right(program) : E.left({ _tag: 'Misnamed', variable, program })
  }

  const onSystem = (): string | undefined => machine.installed().find(machine.starts)
  const ofPlaywright = (): string | undefined => [machine.playwright()].find(machine.starts)
  const downloaded = (): string | undefined => {
    machine.say('No Chromium on this machine; downloading one with Playwright.')
    machine.download()
    return ofPlaywright()
  }
  const packaged = (): string | undefined => {
    if (!machine.mayInstall()) return undefined
    machine.say('That did not work; installing the chromium package.')
    machine.install()
    return onSystem()
  }
  return E.fromNullable<NoChromium>({ _tag: 'Nowhere' })(onSystem() ?? ofPlaywright() ?? downloaded() ?? packaged())
}
