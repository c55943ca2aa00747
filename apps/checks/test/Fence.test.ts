import { describe, expect, test } from 'vitest'
import { inMarkdown, inSource } from '../src/docs/Fence.js'

const ticks = '```'

describe('inMarkdown', () => {
  test('finds runnable fences and says where they open', () => {
    const text = ['# A', '', `${ticks}ts runnable`, 'f(1) // => 2', ticks, `${ticks}ts`, 'no', ticks].join('\n')
    expect(inMarkdown('A.md', text)).toEqual([{ file: 'A.md', line: 3, code: ['f(1) // => 2'] }])
  })

  test('does not look into other fences, which may show one', () => {
    const text = ['````md', `${ticks}ts runnable`, 'shown', ticks, '````'].join('\n')
    expect(inMarkdown('A.md', text)).toEqual([])
  })

  test('names the fence that is never closed', () => {
    expect(() => inMarkdown('A.md', `one\n${ticks}ts runnable\nf()`)).toThrow('A.md:2')
  })
})

describe('inSource', () => {
  test('reads doc comments without their stars, wherever they stand, and no others', () => {
    const text = [
      '/**',
      ' * A thing.',
      ' *',
      ` * ${ticks}ts runnable`,
      ' * const text = `a',
      ' *   b`',
      ` * ${ticks}`,
      ' */',
      'export const f = () => {',
      `  /** ${ticks}ts runnable`,
      '   * inner()',
      `   * ${ticks} */`,
      '  return `/** not a comment */`',
      '}',
      '/*',
      ` * ${ticks}ts runnable`,
      ` * ${ticks}`,
      ' */',
      `const s = '${ticks}ts runnable'`,
    ].join('\n')
    expect(inSource('a.ts', text)).toEqual([
      { file: 'a.ts', line: 4, code: ['const text = `a', '  b`'] },
      { file: 'a.ts', line: 10, code: ['inner()'] },
    ])
  })
})
