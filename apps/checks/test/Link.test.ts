import { expect, test } from 'vitest'
import { anchors, links } from '../src/docs/Link.js'

test('finds what points into the repository, whatever its form', () => {
  const text = [
    '[a](docs/a.md#top) ![b](b.png) [c][ref] <https://example.org> [d](https://example.org)',
    '',
    '[ref]: ./c.md',
    '',
    '<img src="e.png" alt="">',
    '',
    '```md',
    '[not](a-link.md)',
    '```',
  ].join('\n')
  expect(links(text)).toEqual([
    { line: 1, target: 'docs/a.md#top' },
    { line: 1, target: 'b.png' },
    { line: 3, target: './c.md' },
    { line: 5, target: 'e.png' },
  ])
})

test('names headings as GitHub does', () => {
  expect(anchors('# One *two*, three!\n\n## A\n\n## A\n')).toEqual(['one-two-three', 'a', 'a-1'])
})
