import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Environment } from '../src/Environment.js'
import { chart } from '../src/report/Chart.js'
import { files, load } from '../src/report/Files.js'
import { rewrite, table } from '../src/report/Markdown.js'
import { merge, type TableResult } from '../src/report/Report.js'
import { duration, spread, times } from '../src/report/words.js'
import type { Outcome, Row } from '../src/Runner.js'

const written = [...(await files(load(), 'Engram'))]

const environment: Environment = {
  date: '2026-01-02',
  processor: 'abacus',
  processors: 1,
  flags: [],
  memory: '1 GiB',
  system: 'wood',
  node: '20.19.0',
  variables: {},
}

const timed = (median: number, ratio: number, error = 0): Outcome => ({
  _tag: 'Timed',
  median,
  low: 0.9 * median,
  high: 1.1 * median,
  ratio,
  error,
  rounds: [median],
})

const row = (contender: string, outcome: Outcome): Row => ({
  contender,
  label: '',
  precision: 'float64',
  version: '1',
  outcome,
})

const result: TableResult = {
  id: 'sums',
  title: 'Sums',
  text: 'One and one.',
  unit: 'sum',
  environment,
  rounds: 9,
  absent: [],
  cases: [
    { label: 'small', rows: [row('Ours', timed(2, 1)), row('fast', timed(1, 0.5)), row('slow', timed(80, 40))] },
    {
      label: 'large',
      rows: [
        row('Ours', timed(200, 1)),
        row('fast', timed(100, 0.5)),
        row('slow', { _tag: 'Slow', patience: 10_000 }),
        row('wrong <&>', { _tag: 'Disagrees', reason: 'entry 0 is 3\ninstead of 2' }),
      ],
    },
  ],
}

describe('words', () => {
  test.each([
    [1234, '1.23 s'],
    [999.9, '1 s'],
    [27.14, '27.1 ms'],
    [0.0341, '34.1 µs'],
    [0.00005, '50 ns'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text)
  })

  test('spread is half the distance of the quartiles', () => {
    expect(spread({ median: 10, low: 9, high: 12 })).toBe('± 20 %')
  })

  test('ratios have two digits', () => {
    expect([0.0361, 1, 2.34, 123].map(times)).toEqual(['0.036×', '1×', '2.3×', '120×'])
  })
})

describe('a table as Markdown', () => {
  test('fastest first; ours stands out; nobody is hidden', () => {
    expect(table(result, 'Ours')).toBe(
      [
        '### Sums',
        '',
        'One and one. Times are per sum.',
        '',
        '|  | small | large |',
        '| --- | --- | --- |',
        '| fast | 1 ms ± 10 % (0.5×) | 100 ms ± 10 % (0.5×) |',
        '| **Ours** | **2 ms ± 10 % (1×)** | **200 ms ± 10 % (1×)** |',
        '| slow | 80 ms ± 10 % (40×) | > 10 s |',
        '| wrong <&> | – | disagrees |',
        '',
        '- wrong <&>, large: disagrees: entry 0 is 3 instead of 2',
      ].join('\n'),
    )
  })

  test('errors are told where there are any', () => {
    const inexact = { ...result, cases: [{ label: 'one', rows: [row('Ours', timed(1, 1, 2e-16))] }] }
    expect(table(inexact, 'Ours')).toContain('| **Ours** | **1 ms ± 10 % (1×)** | 2e-16 |')
  })

  test('precision is told where it differs', () => {
    const [first] = result.cases
    const mixed = {
      ...result,
      cases: [
        { label: 'small', rows: [...(first?.rows ?? []), { ...row('half', timed(1, 1)), precision: 'float32' }] },
      ],
    }
    expect(table(mixed, 'Ours')).toMatch(/^\| half, float32 \|/m)
    expect(table(mixed, 'Ours')).toMatch(/^\| \*\*Ours, float64\*\* \|/m)
  })
})

describe('a chart', () => {
  const svg = chart(result, 'Ours')

  test('has a bar for everyone who was timed in the last case', () => {
    expect(svg.match(/<rect/g)).toHaveLength(2)
    expect(svg).toContain('0.5× · 100 ms')
    expect(svg).not.toContain('NaN')
  })

  test('says what it shows without leaning on its own markup', () => {
    const named = chart({ ...result, title: 'A <b> & "c"' }, 'Ours')
    expect(named).toContain('aria-label="A &lt;b> &amp; &quot;c&quot;, large"')
  })

  test('of nobody is an empty frame', () => {
    expect(chart({ ...result, cases: [] }, 'Ours')).not.toMatch(/NaN|undefined|<rect/)
  })
})

describe('the report', () => {
  test('keeps tables that were not measured anew, in the given order', () => {
    const [a, b, fresh] = [
      { ...result, id: 'a' },
      { ...result, id: 'b' },
      { ...result, id: 'b', title: 'fresh' },
    ]
    expect(merge(['b', 'a', 'c'])([a, b], [fresh])).toEqual([fresh, a])
  })

  test('goes between its markers and nowhere else', () => {
    const page = 'before\n\n<!-- measurements:start -->\nold\n<!-- measurements:end -->\n\nafter\n'
    expect(rewrite(page, 'new')).toBe(
      'before\n\n<!-- measurements:start -->\n\nnew\n\n<!-- measurements:end -->\n\nafter\n',
    )
    expect(() => rewrite('no markers', 'new')).toThrow('must both be there')
  })

  test.each(written)('%s shows what the data hold: pnpm bench --render', (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text)
  })
})
