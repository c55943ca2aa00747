/**
 * What every member of the workspace has in common.
 */
import { expect, test } from 'vitest'
import { published, workspace } from '../src/Workspace.js'

const own = workspace.find(({ manifest }) => manifest.name === '@engram/checks')

test('the checks depend on every published package, so that none goes unchecked', () => {
  const forgotten = published
    .map(({ manifest }) => manifest.name)
    .filter((name) => own?.manifest.devDependencies?.[name] === undefined)
  expect(forgotten, 'add them to "devDependencies" in apps/checks/package.json').toEqual([])
})

test('a library is asked for in one version only', () => {
  const asked = new Map<string, Set<string>>()
  for (const { manifest } of workspace)
    for (const [name, range] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
      if (!range.startsWith('workspace:')) asked.set(name, new Set([...(asked.get(name) ?? []), range]))
  const several = [...asked]
    .filter(([, ranges]) => ranges.size > 1)
    .map(([name, ranges]) => `${name}: ${[...ranges].join(', ')}`)
  expect(several, 'move the version to the catalog in pnpm-workspace.yaml').toEqual([])
})
