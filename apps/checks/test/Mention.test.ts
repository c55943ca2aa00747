import { expect, test } from 'vitest'
import { mentions } from '../src/docs/Mention.js'

test('reads the law ids of doc comments, over several lines', () => {
  const text = [
    '/**',
    ' * Says something.',
    ' *',
    ' * Cost:   O(n)',
    ' * Laws:   a_b, c_d,',
    ' *         e_f',
    ' * Source: Somebody, 1982',
    ' */',
    'export const x = 1',
    '/** Laws: not a field of its own */',
    'export const y = 1',
  ].join('\n')
  expect(mentions('a.ts', text)).toEqual([
    { file: 'a.ts', line: 5, id: 'a_b' },
    { file: 'a.ts', line: 5, id: 'c_d' },
    { file: 'a.ts', line: 6, id: 'e_f' },
    { file: 'a.ts', line: 10, id: 'not a field of its own' },
  ])
})
