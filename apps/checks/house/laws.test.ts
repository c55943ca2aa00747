/**
 * Laws that are mentioned exist, and no two of a package share a name.
 */
import { expect, test } from 'vitest'
import { claims, theorem } from '../src/docs/Claims.js'
import { mentions } from '../src/docs/Mention.js'
import { read, sources, workspace } from '../src/Workspace.js'

const ids = await Promise.all(workspace.map(async (subject) => (await claims(subject)).map(({ law }) => law.id)))

test('every law that a doc comment mentions is claimed by a package', () => {
  const known = new Set(ids.flat().flatMap((id) => [id, theorem(id)]))
  const unknown = sources()
    .flatMap((file) => mentions(file, read(file)))
    .filter(({ id }) => !known.has(id))
    .map(({ file, line, id }) => `${file}:${line}: ${id}`)
  expect(unknown).toEqual([])
})

test.each(workspace.map(({ manifest }, i) => ({ name: manifest.name, own: ids[i] ?? [] })))(
  '$name names each law once',
  ({ own }) => {
    expect(own.filter((id, i) => own.indexOf(id) !== i)).toEqual([])
  },
)
