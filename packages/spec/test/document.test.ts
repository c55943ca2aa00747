import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { DecodeError, Document, Schema } from '../src/index.js'
import { fault } from '../src/Json.js'

const probe = Schema.make((S) => S.struct({ state: S.array(S.spin), seed: S.seed }))

const told = (text: string): string => E.match(DecodeError.draw, () => 'nothing is wrong')(Document.parse(probe)(text))

describe('bad JSON', () => {
  test.for([
    ['', 'line 1, column 1: expected a value, came the end of the text'],
    ['{', 'line 1, column 2: expected a key in double quotes or "}", came the end of the text'],
    ['{ "state": [1, -1,] }', 'line 1, column 19: expected a value, came "]"'],
    ['{ "state": [1 -1] }', 'line 1, column 15: expected "," or "]", came "-"'],
    ['{ "state": [+1] }', 'line 1, column 13: expected a value or "]", came "+"'],
    ['{ "state": [01] }', 'line 1, column 14: expected "," or "]", came "1"'],
    ['{ "seed": NaN }', 'line 1, column 11: expected a value, came "N"'],
    ['{\n  "seed": 1,\n}', 'line 3, column 1: expected a key in double quotes, came "}"'],
    ["{ 'seed': 1 }", 'line 1, column 3: expected a key in double quotes or "}", came "\'"'],
    ['{ "seed" 1 }', 'line 1, column 10: expected ":", came "1"'],
    ['{\r\n\t"seed": 1 "state": [] }', 'line 2, column 12: expected "," or "}", came "\\""'],
    ['{ "seed": 1 } // done', 'line 1, column 15: expected the end of the text, came "/"'],
    [
      '"tab\t"',
      'line 1, column 5: expected a string without raw control characters, closed by a double quote, came "\\t"',
    ],
    [
      '"\\x"',
      'line 1, column 2: expected a string without raw control characters, closed by a double quote, came "\\\\"',
    ],
    ['\ufeff{}', 'line 1, column 1: expected a value, came "\\u{feff}"'],
  ] as const)('%j', ([text, line]) => {
    expect(told(text)).toBe(line)
  })

  test('is told from a good text with a bad document', () => {
    expect(told('{ "state": [1, 0], "seed": 3 }')).toBe('state[1]: expected -1 | 1, came 0')
    expect(told('{ "state": [1, -1], "seed": 3 }')).toBe('nothing is wrong')
  })

  test('may be long', () => {
    expect(fault(`"${'\\n'.repeat(1_000_000)}`)).toMatchObject({ offset: 2_000_001 })
    expect(fault(' '.repeat(10_000_000))).toMatchObject({ offset: 10_000_000 })
    expect(fault(`${'1'.repeat(10_000_000)}x`)).toMatchObject({ offset: 10_000_000 })
    expect(fault('['.repeat(1_000_000))).toMatchObject({ offset: 256, expected: 'at most 256 levels of nesting' })
  })

  test('is found exactly where JSON.parse fails', () => {
    const pieces = fc.constantFrom(
      '',
      ' ',
      ',',
      ':',
      '[',
      ']',
      '{',
      '}',
      '"',
      '\\',
      '\\u00',
      '-',
      '0',
      '.',
      'e',
      'tru',
      '\t',
      '\u0000',
    )
    const damaged = fc.tuple(fc.json(), fc.nat(), fc.nat({ max: 2 }), pieces).map(([text, at, length, piece]) => {
      const start = at % (text.length + 1)
      return text.slice(0, start) + piece + text.slice(start + length)
    })
    fc.assert(
      fc.property(
        fc.oneof(
          damaged,
          fc.string(),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          const builtIn = E.tryCatch(() => JSON.parse(text) as unknown, String)
          expect(fault(text) === undefined).toBe(E.isRight(builtIn))
        },
      ),
      { numRuns: 5000 },
    )
  })

  test('is found no earlier than it is bad: what comes before can be continued', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, at) => {
        const start = text.slice(0, at % text.length)
        const found = fault(start)
        // A number, a word or an escape that is cut short is found at its cut part, everything else at the end.
        expect(start.slice(found?.offset ?? start.length)).toMatch(/^(-|\.|e[-+]?|[tfn][a-z]*|\\u?[\da-f]{0,3})?$/i)
      }),
    )
  })
})

describe('text', () => {
  test('has a line for each key and each row of numbers', () => {
    expect(
      Document.stringify({
        kind: 'net',
        weights: [
          [0, -0.5],
          [1e21, -0],
        ],
        tags: { '"': null },
        none: [],
        empty: {},
        deep: [[[1]]],
      }),
    ).toMatchInlineSnapshot(`
      "{
        "kind": "net",
        "weights": [
          [0, -0.5],
          [1e+21, -0]
        ],
        "tags": {
          "\\"": null
        },
        "none": [],
        "empty": {},
        "deep": [
          [
            [1]
          ]
        ]
      }"
    `)
  })
})
