/**
 * What the documentation says of the packages is what the packages say. `pnpm docs:write` brings it up to date.
 */
import { existsSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { describe, expect, test } from 'vitest'
import { claims } from '../src/docs/Claims.js'
import { rewrite, type Row } from '../src/docs/Section.js'
import { budgets } from '../src/Size.js'
import { absolute, prose, read, workspace } from '../src/Workspace.js'

const curriculum = (folder: string): ReadonlyArray<Row> => {
  const file = `${folder}/curriculum.json`
  return existsSync(absolute(file)) ? (JSON.parse(read(file)) as ReadonlyArray<Row>) : []
}

const subjects = await Promise.all(
  workspace.map(async (subject) => ({
    ...subject,
    claims: await claims(subject),
    budgets: budgets(subject),
    curriculum: curriculum(subject.folder),
  })),
)

/** A document in the folder of a package tells of that package alone. */
const told = (file: string): typeof subjects => {
  const own = subjects.filter(({ folder }) => file.startsWith(`${folder}/`))
  return own.length > 0 ? own : subjects
}

describe.each(subjects.filter((subject) => subject.curriculum.length > 0))('the curriculum of $folder', (subject) => {
  test.each(subject.curriculum)('$row has functions, laws and an example', async ({ row, functions, example }) => {
    const module = (await import(subject.manifest.name)) as Readonly<Record<string, Readonly<Record<string, unknown>>>>
    functions.forEach((name) => {
      const [space = '', member = ''] = name.split('.')
      expect(module[space]?.[member], name).toBeDefined()
    })
    expect(subject.claims.some(({ law }) => law.rows?.includes(row))).toBe(true)
    expect(existsSync(absolute(`${subject.folder}/${example}`)), example).toBe(true)
  })
})

test.each(prose())('%s', async (file) => {
  const path = absolute(file)
  const text = await format(rewrite(read(file), told(file)), { ...(await resolveConfig(path)), filepath: path })
  await expect(text, 'run pnpm docs:write').toMatchFileSnapshot(path)
})
