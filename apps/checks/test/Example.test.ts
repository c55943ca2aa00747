import { describe, expect, test } from 'vitest'
import { toTest } from '../src/docs/Example.js'

const lines = (...fences: Parameters<typeof toTest>[0]): ReadonlyArray<string> => toTest(fences).split('\n')

describe('toTest', () => {
  test('keeps every line under its number', () => {
    const made = lines({ file: 'A.md', line: 4, code: ["import { f } from 'm'", '', 'const x = f(1)', 'x // => 2'] })
    expect(made.slice(0, 3)).toEqual(['', '', ''])
    expect(made[3]).toBe(`import { f } from 'm'; __test("A.md:4", async () => {`)
    expect(made[4]).toBe('')
    expect(made[6]).toBe('const x = f(1)')
    expect(made[7]).toBe('__expect(x, "A.md:8").toEqual(2) // => 2')
    expect(made[8]).toBe('})')
  })

  test('takes an expression of several lines, whose comment is on the last', () => {
    const made = lines({ file: 'A.md', line: 1, code: ['f({', '  a: 1,', "}) // => { b: '=>' }"] })
    expect(made.slice(1, 4)).toEqual([
      '__expect(f({',
      '  a: 1,',
      `}), "A.md:2").toEqual({ b: '=>' }) // => { b: '=>' }`,
    ])
  })

  test('looks inside blocks, leaves semicolons and strings alone', () => {
    const made = lines({ file: 'A.md', line: 1, code: ['for (const x of [1]) {', '  x; // => 1', '}', "f('// => 2')"] })
    expect(made.slice(1, 5)).toEqual([
      'for (const x of [1]) {',
      '  __expect(x, "A.md:3").toEqual(1); // => 1',
      '}',
      "f('// => 2')",
    ])
  })

  test('shares the imports of a file, types and namespaces included', () => {
    const made = lines(
      { file: 'A.md', line: 1, code: ["import { f, type T } from 'm'", "import * as N from 'n'", 'f()'] },
      {
        file: 'A.md',
        line: 9,
        code: ["import { f, g as h } from 'm'", "import type { U } from 'm'", "import 'side'", 'h()'],
      },
    )
    expect(made[0]).toBe(
      `import { f } from 'm'; import { type T } from 'm'; import * as N from 'n'; __test("A.md:1", async () => {`,
    )
    expect(made[8]).toBe(
      `import { g as h } from 'm'; import type { U } from 'm'; import 'side'; __test("A.md:9", async () => {`,
    )
  })

  test('refuses one name for two things', () => {
    expect(() =>
      lines(
        { file: 'A.md', line: 1, code: ["import { f } from 'm'"] },
        { file: 'A.md', line: 5, code: ["import { f } from 'n'"] },
      ),
    ).toThrow('A.md:5')
  })

  test.each([['const x = f() // => 2'], ['f()', '// => 2'], ['// => 2']])(
    'refuses an arrow that asserts nothing',
    (...code) => {
      expect(() => lines({ file: 'A.md', line: 7, code })).toThrow(`A.md:${7 + code.length}`)
    },
  )
})
