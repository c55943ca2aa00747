/**
 * Writes the runnable examples of the repository as test files under `generated/docs`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { absolute, prose, read, sources } from '../Workspace.js'
import { toTest } from './Example.js'
import { inMarkdown, inSource } from './Fence.js'

const folder = 'apps/checks/generated/docs'

const fences = [
  ...prose().map((file) => inMarkdown(file, read(file))),
  ...sources().map((file) => inSource(file, read(file))),
]

rmSync(absolute(folder), { recursive: true, force: true })
for (const [first, ...rest] of fences) {
  if (first === undefined) continue
  const path = absolute(`${folder}/${first.file}.test.ts`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, toTest([first, ...rest]))
}
