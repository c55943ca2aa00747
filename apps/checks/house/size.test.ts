/**
 * Size is a promise: every published package says what importing it costs, and keeps its word.
 */
import { describe, expect, test } from 'vitest'
import { budgets, measure } from '../src/Size.js'
import { published } from '../src/Workspace.js'

/** What only some packages may bring along: checking laws and decoding documents are for those who ask for them. */
const heavy = ['fast-check', 'io-ts']
const mayBring: Readonly<Record<string, ReadonlyArray<string>>> = {
  '@engram/law': ['fast-check'],
  '@engram/spec': ['io-ts'],
}

describe.each(published.filter(({ folder }) => folder.startsWith('packages/')))('$manifest.name', (subject) => {
  const { name } = subject.manifest

  test('promises a size for all of it', () => {
    expect(
      budgets(subject).map((budget) => budget.import),
      `${subject.folder}/size.json`,
    ).toContain('*')
  })

  test('brings no library that it need not', async () => {
    const { modules } = await measure(name, '*')
    const brought = heavy.filter((library) => modules.some((path) => path.includes(`/node_modules/${library}/`)))
    expect(brought).toEqual(mayBring[name] ?? [])
  })

  test.each(budgets(subject))('import $import costs at most $limit kB', async ({ import: what, without, limit }) => {
    const { size } = await measure(name, what, without)
    expect(size).toBeLessThanOrEqual(limit)
    expect(limit, `only ${size} kB are needed: lower the budget`).toBeLessThan(2 * size + 1)
  })
})
