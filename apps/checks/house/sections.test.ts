/**
 * What the documentation says of the packages is what the packages say. `pnpm docs:write` brings it up to date.
 */
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { claims } from '../src/docs/Claims.js'
import { rewrite } from '../src/docs/Section.js'
import { budgets } from '../src/Size.js'
import { absolute, prose, read, workspace } from '../src/Workspace.js'

const subjects = await Promise.all(
  workspace.map(async (subject) => ({ ...subject, claims: await claims(subject), budgets: budgets(subject) })),
)

test.each(prose())('%s', async (file) => {
  const path = absolute(file)
  const text = await format(rewrite(read(file), subjects), { ...(await resolveConfig(path)), filepath: path })
  await expect(text, 'run pnpm docs:write').toMatchFileSnapshot(path)
})
