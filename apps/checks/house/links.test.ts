/**
 * Links between our own pages lead somewhere.
 */
import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { anchors, links } from '../src/docs/Link.js'
import { absolute, prose, read } from '../src/Workspace.js'

test.each(prose())('%s', (file) => {
  const dead = links(read(file)).filter(({ target }) => {
    const [path = '', anchor = ''] = decodeURI(target).split('#')
    const to = path === '' ? file : posix.join(path.startsWith('/') ? '' : posix.dirname(file), path)
    if (!existsSync(absolute(to))) return true
    return anchor !== '' && to.endsWith('.md') && !anchors(read(to)).includes(anchor)
  })
  expect(dead.map(({ line, target }) => `${file}:${line}: ${target}`)).toEqual([])
})
