import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rewrite, type Subject } from '../src/docs/Section.js'

const law = Law.law<(x: number) => number>({
  id: 'f_nonneg',
  statement: '|f(x)| < 1 * 2',
  source: 'nowhere',
  hypotheses: [],
  property: (f) => fc.property(fc.integer(), (x) => f(x) >= 0),
  countermodels: [{ id: 'negative', description: 'minus one', implementation: () => -1 }],
})

const subject: Subject = {
  folder: 'packages/f',
  manifest: { name: '@engram/f', version: '0.1.0', description: 'A function' },
  claims: [Check.claim(law, () => 0)],
  budgets: [
    { import: '{ F }', limit: 1 },
    { import: '*', limit: 2.5 },
  ],
  curriculum: [{ row: 'F1', what: 'a function', functions: ['F.f'], example: 'src/F.ts' }],
}

describe('rewrite', () => {
  test('fills in what stands between the comments, and nothing else', () => {
    const text = 'before\n<!-- laws:start -->\nold\n<!-- laws:end -->\nafter'
    const made = rewrite(text, [subject])
    expect(made.split('\n').at(0)).toBe('before')
    expect(made.split('\n').at(-1)).toBe('after')
    expect(made).toContain('<b>@engram/f</b>: 1 law, 1 wrong implementation rejected')
    expect(made).toContain('| `f_nonneg` | \\|f(x)\\| \\< 1 \\* 2 | nowhere | 1 |')
    expect(made).not.toContain('old')
    expect(rewrite(made, [subject])).toBe(made)
  })

  test('puts the claims of one law for several subjects into one row', () => {
    const [claim] = subject.claims
    if (claim === undefined) throw new Error('the subject makes a claim')
    const claims = ['a', 'b'].map((of) => ({ ...claim, law: { ...claim.law, id: `total.${of}` } }))
    const made = rewrite('<!-- laws:start -->\n<!-- laws:end -->', [{ ...subject, claims }])
    expect(made).toContain('1 law, 2 wrong implementations rejected')
    expect(made).toMatch(/^\| `total` .* 2 \|$/m)
  })

  test('tells what a package costs at most', () => {
    const made = rewrite('<!-- packages:start -->\n<!-- packages:end -->', [subject])
    expect(made).toContain('| [`@engram/f`](packages/f) | A function | 2.5 kB |')
  })

  test('tells what does a row of the curriculum, and under which laws', () => {
    const [claim] = subject.claims
    if (claim === undefined) throw new Error('the subject makes a claim')
    const claims = [{ ...claim, law: { ...claim.law, rows: ['F1'] } }]
    const made = rewrite('<!-- rows:start -->\n<!-- rows:end -->', [{ ...subject, claims }])
    expect(made).toContain('| F1 | a function | `F.f` | `f_nonneg` | [src/F.ts](src/F.ts) |')
  })

  test('leaves a document without the comments alone, and refuses half a pair', () => {
    expect(rewrite('nothing here', [subject])).toBe('nothing here')
    expect(() => rewrite('<!-- laws:start -->', [subject])).toThrow('must both be there')
  })
})
