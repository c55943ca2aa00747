import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Schema } from '../src/index.js'
import { arbitrary } from '../src/arbitrary.js'
import { expression, network, type Expression } from '../src/laws/examples.js'

const depth = (term: Expression): number => {
  switch (term.op) {
    case 'number':
      return 0
    case 'negate':
      return 1 + depth(term.term)
    case 'sum':
      return Math.max(0, ...term.terms.map((each) => 1 + depth(each)))
  }
}

const sample = <A>(schema: Schema.Schema<A>): ReadonlyArray<A> =>
  fc.sample(arbitrary(schema), { numRuns: 500, seed: 7 })

describe('arbitrary', () => {
  test('reaches every member, every optional key both ways, and −0', () => {
    const documents = sample(network)
    expect(new Set(documents.map(({ couplings }) => couplings.from))).toEqual(new Set(['weights', 'patterns']))
    expect(new Set(documents.map((document) => 'thresholds' in document))).toEqual(new Set([true, false]))
    expect(documents.some(({ thresholds }) => thresholds?.some((x) => Object.is(x, -0)))).toBe(true)
  })

  test('never writes an absent key as undefined', () => {
    expect(sample(network).every((document) => Object.values(document).every((value) => value !== undefined))).toBe(
      true,
    )
  })

  test('passes through a recursion twice at most', () => {
    expect(Math.max(...sample(expression).map(depth))).toBe(2)
  })

  test('goes deeper where there is nothing shallow', () => {
    type Chain = { readonly link: Chain } | { readonly link: null }
    const steps = (S: Parameters<Schema.Schema<unknown>>[0], n: number): ReturnType<Schema.Schema<unknown>> =>
      n === 0 ? S.literal('end') : S.tuple(S.lazy(`step${n}`, () => steps(S, n - 1)))
    expect(sample(Schema.make((S) => steps(S, 5)))[0]).toEqual([[[[['end']]]]])
    const endless: Schema.Schema<Chain> = Schema.make((S) => S.struct({ link: S.lazy('chain', () => endless(S)) }))
    expect(() => arbitrary(endless)).toThrow('fc.constantFrom')
  })
})
