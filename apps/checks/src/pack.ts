/**
 * Packs every published package as it would be uploaded.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { absolute, published, tarball } from './Workspace.js'

const [first] = published
if (first !== undefined) rmSync(dirname(tarball(first)), { recursive: true, force: true })

for (const subject of published) {
  const { status, stdout, stderr } = spawnSync('pnpm', ['pack', '--pack-destination', dirname(tarball(subject))], {
    cwd: absolute(subject.folder),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status === 0) continue
  console.error(`${subject.folder} cannot be packed:\n${stdout}${stderr}`)
  process.exitCode = 1
}
