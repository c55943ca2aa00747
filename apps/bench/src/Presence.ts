/**
 * Who is here: contenders that can take part on this machine, and why others cannot.
 */
import { spawnSync } from 'node:child_process'
import type { Contender } from './Contender.js'

/** A Python and what it can import. */
export interface Python {
  readonly program: string
  readonly modules: ReadonlyArray<string>
}

/** The system's Python comes first: Debian's packages are its. `ENGRAM_PYTHON` names another. */
const programs = (): ReadonlyArray<string> =>
  process.env['ENGRAM_PYTHON'] === undefined ? ['/usr/bin/python3', 'python3'] : [process.env['ENGRAM_PYTHON']]

const canImport = (program: string, module: string): boolean =>
  spawnSync(program, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0

/** The first Python that has NumPy, with those of the modules that it has. */
export const findPython = (modules: ReadonlyArray<string>): Python | undefined => {
  const program = programs().find((each) => canImport(each, 'numpy'))
  return program === undefined
    ? undefined
    : { program, modules: [...new Set(modules)].filter((each) => canImport(program, each)) }
}

export interface Absent {
  readonly contender: string
  readonly reason: string
}

const reasonAgainst = (
  contender: Contender,
  python: Python | undefined,
  flags: ReadonlyArray<string>,
): string | undefined => {
  if (contender.runtime === 'python') {
    if (python?.modules.includes(contender.module) !== true) return `no Python here can import ${contender.module}`
    return contender.flag === undefined || flags.includes(contender.flag)
      ? undefined
      : `the processor has no ${contender.flag}`
  }
  try {
    contender.version()
    return undefined
  } catch {
    return 'it is not installed'
  }
}

/** Those who can take part, and those who cannot. */
export const muster = (
  contenders: ReadonlyArray<Contender>,
  python: Python | undefined,
  flags: ReadonlyArray<string>,
): { readonly present: ReadonlyArray<Contender>; readonly absent: ReadonlyArray<Absent> } => {
  const judged = contenders.map((contender) => ({ contender, reason: reasonAgainst(contender, python, flags) }))
  return {
    present: judged.filter(({ reason }) => reason === undefined).map(({ contender }) => contender),
    absent: judged.flatMap(({ contender, reason }) =>
      reason === undefined ? [] : [{ contender: contender.name, reason }],
    ),
  }
}
