/**
 * Typechecks the generated examples; what the compiler says, it says of the file that the example was taken from.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript-7/package.json')), 'bin/tsc')

const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.docs.json', '--pretty', 'false'], {
  encoding: 'utf8',
})
process.stdout.write(stdout.replaceAll(/generated\/docs\/(.+?)\.test\.ts\((\d+),\d+\)/g, '$1:$2'))
process.exitCode = status ?? 1
