import { describe, expect, test } from 'vitest'
import { either as E } from 'fp-ts'
import { DecodeError, Decoder, Schema } from '../src/index.js'
import { expression, network } from '../src/laws/examples.js'

/** What a reader is told of a value. */
const told = <A>(schema: Schema.Schema<A>, value: unknown): string =>
  E.match(DecodeError.draw, () => 'nothing is wrong')(Decoder.decode(schema)(value))

const good = {
  kind: 'network',
  version: 1,
  tie: 'keep',
  couplings: { from: 'patterns', patterns: [[1, -1, 1]] },
  seed: 7,
}

describe('the lines of an error', () => {
  test('name the path, what was expected and what came', () => {
    expect(told(network, good)).toBe('nothing is wrong')
    expect(
      told(network, {
        ...good,
        kind: 'hopfield',
        tie: 'sideways',
        couplings: { from: 'patterns', patterns: [[1, -1, 1], [1, 0, 1], [1]] },
        seed: 1.5,
        thresholds: [0, null],
      }),
    ).toMatchInlineSnapshot(`
      "kind: expected "network", came "hopfield"
      tie: expected "keep" | "up" | "down", came "sideways"
      couplings.patterns[1][1]: expected -1 | 1, came 0
      couplings.patterns[2]: expected as many elements as in the first row, which has 3, came an array of 1 element
      seed: expected a safe integer from 0 to 4294967295, came 1.5
      thresholds[1]: expected a finite number, came null"
    `)
  })

  test('say of a missing key that it is missing, and of what it is', () => {
    expect(told(network, { kind: 'network', version: 1 })).toMatchInlineSnapshot(`
      "tie: expected "keep" | "up" | "down", but it is missing
      couplings: expected an object, but it is missing
      seed: expected a safe integer from 0 to 4294967295, but it is missing"
    `)
  })

  test('name an unknown key, and the known ones', () => {
    expect(told(network, { ...good, treshold: [0, 0, 0] })).toMatchInlineSnapshot(
      `"treshold: unknown key; the known ones are "kind", "version", "tie", "couplings", "seed", "thresholds", "expect""`,
    )
  })

  test('speak of the chosen member of a sum only', () => {
    expect(told(network, { ...good, couplings: { from: 'weights', weights: [[0, 'x']], rule: 'hebb' } }))
      .toMatchInlineSnapshot(`
      "couplings.weights[0][1]: expected a finite number, came "x"
      couplings.rule: unknown key; the known ones are "from", "weights""
    `)
  })

  test('list the tags of a sum when the tag is unknown, inherited or missing', () => {
    expect(told(network, { ...good, couplings: { from: 'weight', weights: [[0]] } })).toMatchInlineSnapshot(
      `"couplings.from: expected "weights" | "patterns", came "weight""`,
    )
    expect(told(network, { ...good, couplings: { from: 'constructor' } })).toMatchInlineSnapshot(
      `"couplings.from: expected "weights" | "patterns", came "constructor""`,
    )
    expect(told(network, { ...good, couplings: {} })).toMatchInlineSnapshot(
      `"couplings.from: expected "weights" | "patterns", but it is missing"`,
    )
    expect(told(network, { ...good, couplings: 'hebb' })).toMatchInlineSnapshot(
      `"couplings: expected an object, came "hebb""`,
    )
  })

  test('say which row is not as long as the first', () => {
    expect(told(network, { ...good, couplings: { from: 'weights', weights: [[0, 1], [1], [0, 1, 2]] } }))
      .toMatchInlineSnapshot(`
      "couplings.weights[1]: expected as many elements as in the first row, which has 2, came an array of 1 element
      couplings.weights[2]: expected as many elements as in the first row, which has 2, came an array of 3 elements"
    `)
  })

  test('lead through a recursive schema', () => {
    const terms = [{ op: 'number', value: 1 }, { op: 'negate', term: { op: 'number', value: '1' } }, { op: 'negate' }]
    expect(told(expression, { op: 'sum', terms })).toMatchInlineSnapshot(`
      "terms[1].term.value: expected a finite number, came "1"
      terms[2].term: expected expression, but it is missing"
    `)
  })

  test('quote keys that are no names', () => {
    expect(
      told(
        Schema.make((S) => S.record(S.bit)),
        { 'a b': 2, "a'b": 3, '': 4, '\u202e': 5, ['__proto__']: 6, ['x'.repeat(60)]: 7 },
      ),
    ).toMatchInlineSnapshot(`
      "["a b"]: expected 0 | 1, came 2
      ["a'b"]: expected 0 | 1, came 3
      [""]: expected 0 | 1, came 4
      ["\\u{202e}"]: expected 0 | 1, came 5
      __proto__: expected 0 | 1, came 6
      ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"… (60 characters)]: expected 0 | 1, came 7"
    `)
  })

  test('are twenty at most', () => {
    const lines = told(
      Schema.make((S) => S.array(S.spin)),
      Array(1000).fill(0),
    ).split('\n')
    expect(lines).toHaveLength(21)
    expect(lines.slice(19)).toMatchInlineSnapshot(`
      [
        "[19]: expected -1 | 1, came 0",
        "… and 980 more",
      ]
    `)
  })
})

describe('values are shown as what they are', () => {
  const number = Schema.make((S) => S.finite({ min: 1 }))
  class Weights {
    readonly rows = []
  }

  test.for([
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-Infinity, '-Infinity'],
    [-0, '-0'],
    [0.1, '0.1'],
    [undefined, 'undefined'],
    [null, 'null'],
    [true, 'true'],
    [10n ** 80n, `the bigint 1${'0'.repeat(47)}`],
    ['1', '"1"'],
    ['line\nbreak and \u202e', '"line\\nbreak and \\u{202e}"'],
    ['x'.repeat(1000), `"${'x'.repeat(48)}"… (1000 characters)`],
    [() => 1, 'a function'],
    [Symbol.iterator, 'a symbol'],
    [[], 'an empty array'],
    [[1], 'an array of 1 element'],
    [[1, 2], 'an array of 2 elements'],
    [{}, 'an empty object'],
    [{ a: 1 }, 'an object with 1 key'],
  ] as const)('%o', ([value, shown]) => {
    expect(told(number, value)).toBe(`document: expected a finite number ≥ 1, came ${shown}`)
  })

  test.for([
    [new Date(NaN), '[object Date]'],
    [new Map(), '[object Map]'],
    [new Float64Array(3), '[object Float64Array]'],
    [new Error('no'), '[object Error]'],
    [Object(1), '[object Number]'],
    [new Weights(), '[object Weights]'],
  ] as const)('%o', ([value, shown]) => {
    expect(told(number, value)).toBe(`document: expected plain data, came ${shown}`)
  })
})

describe('what no schema admits', () => {
  const numbers = Schema.make((S) => S.array(S.finite()))

  test('has its place named too', () => {
    expect(told(numbers, [0, new Map()])).toMatchInlineSnapshot(`"[1]: expected plain data, came [object Map]"`)
    expect(told(numbers, Array(3))).toMatchInlineSnapshot(`"[0]: expected an element, but it is missing"`)
    expect(
      told(numbers, [
        {
          get x() {
            throw new Error('no')
          },
        },
      ]),
    ).toMatchInlineSnapshot(`"[0]: expected data that can be read, came an object with 1 key"`)
    const self: Array<unknown> = [0]
    self.push([self])
    expect(told(numbers, self)).toMatchInlineSnapshot(
      `"[1][0]: expected data that does not contain itself, came an array of 2 elements"`,
    )
    const { proxy, revoke } = Proxy.revocable([], {})
    revoke()
    expect(told(numbers, [[proxy]])).toMatchInlineSnapshot(
      `"[0][0]: expected data that can be read, came an object that cannot be read"`,
    )
  })

  test('includes what is nested too deep', () => {
    const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))
    expect(told(numbers, nested(256))).toMatchInlineSnapshot(
      `"[0]: expected a finite number, came an array of 1 element"`,
    )
    expect(told(numbers, nested(257))).toContain('expected at most 256 levels of nesting')
  })
})
