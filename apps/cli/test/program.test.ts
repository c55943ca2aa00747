import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { gray, machine, plain } from './support.js'

const example = (name: string): Uint8Array => readFileSync(new URL(`../examples/${name}`, import.meta.url))

/** Four letters, a drawing of the first, two documents, and everything that can be wrong with a file. */
const files = {
  'letters.txt': example('letters.txt'),
  'letter-j.png': example('letter-j.png'),
  'lecture.txt': '###.\n',
  'lecture-probe.txt': '..#.\n',
  'net.json': example('net.json'),
  'asymmetric.json': example('asymmetric.json'),
  'two.txt': '##\n\n##\n',
  'ragged.txt': '###\n##\n',
  'unknown.txt': '###\n  #?#\n',
  'sizes.txt': '###\n\n##\n',
  'empty.txt': '\n',
  'blank.png': gray([[255, 255]]),
  'text.png': 'hello',
  'cut.png': gray([[0, 255]]).slice(0, 45),
  'syntax.json': '{\n  "kind": "hopfield",\n}',
  'wrong.json': '{ "kind": "hopfield", "encoding": "bipolar", "seeds": 1 }',
  'misfit.json': JSON.stringify({
    kind: 'hopfield',
    version: 1,
    encoding: 'bipolar',
    tie: 'keep',
    couplings: { kind: 'hebbian', diagonal: 'zero' },
    patterns: [[1, 1]],
    thresholds: [0],
    seed: 1,
  }),
}

const { engram } = machine(files)

const lecture = 'recall lecture.txt --probe lecture-probe.txt --encoding binary --order 1,4,3,2 --hold'.split(' ')

describe('recall', () => {
  test('shows what is stored, the probe and the result side by side', async () => {
    const { code, err, out } = await engram('recall', 'letters.txt', '--seed', '7')
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out.split('\n').slice(0, 15).join('\n')).toMatchInlineSnapshot(`
      "1            2            3            4            probe          result
      ┌──────────┐ ┌──────────┐ ┌──────────┐ ┌──────────┐ ┌──────────┐   ┌──────────┐
      │  ████████│ │    ██    │ │██      ██│ │██        │ │  ██▄█▀▀██│   │  ████████│
      │      ██  │ │   ████   │ │ ▀█▄  ▄█▀ │ │██        │ │▀  ▄ ▄██ ▄│   │      ██  │
      │      ██  │ │  ██  ██  │ │   ▀██▀   │ │██        │ │█ ▄▀▀ ▀█▀▀│ → │      ██  │
      │      ██  │ │ ██▄▄▄▄██ │ │   ▄██▄   │ │██        │ │   ▄ █▀█  │   │      ██  │
      │██    ██  │ │▄█▀▀▀▀▀▀█▄│ │ ▄█▀  ▀█▄ │ │██        │ │██▀▀▄███ ▀│   │██    ██  │
      │ ▀████▀   │ │██      ██│ │██      ██│ │██████████│ │▀▀ █▀█▀▄  │   │ ▀████▀   │
      └──────────┘ └──────────┘ └──────────┘ └──────────┘ └──────────┘   └──────────┘

      the probe is pattern 1 with 25% of its cells flipped, seed 7
      units are asked in a fresh random order each sweep, seed 7
      ✓ recalled pattern 1, after 2 sweeps and 30 flips
      not certain: the probe was 30 cells away, and all within 13 end there
      "
    `)
  })

  test('does not need more columns than there are', async () => {
    const { engram: narrow } = machine(files, { ...plain, width: 40 })
    const { out } = await narrow('recall', 'letters.txt')
    const pictures = out.split('\n').filter((line) => /[┌│└]/.test(line))
    expect(pictures).toHaveLength(2 * 8)
    expect(Math.max(...pictures.map((line) => line.length))).toBeLessThanOrEqual(40)
  })

  test('reads a drawing, scaled to the glyphs', async () => {
    const { code, out } = await engram('recall', 'letters.txt', '--probe', 'letter-j.png')
    expect(code).toBe(0)
    expect(out).toContain('the probe is letter-j')
    expect(out).toContain('✓ recalled pattern 1, after 2 sweeps')
  })

  test('traces every update: the example of the lectures', async () => {
    const { out } = await engram(...lecture, '--trace')
    expect(out.split('\n').slice(-10).join('\n')).toMatchInlineSnapshot(`
      "sweep  unit    field  turns  energy
          1  unit 1     +1  on         -2
          1  unit 4     -2             -2
          1  unit 3     +2             -2
          1  unit 2     +2  on         -4
          2  unit 1     +2             -4
          2  unit 4     -3             -4
          2  unit 3     +3             -4
          2  unit 2     +2             -4
      "
    `)
  })

  test('tells everything as JSON, and nothing else', async () => {
    const { err, out } = await engram(...lecture, '--json')
    expect(err).toBe('')
    expect(JSON.parse(out)).toEqual({
      kind: 'recall',
      version: 1,
      recalled: true,
      verdict: { _tag: 'Stored', index: 0 },
      certificate: { margin: 2, radius: 2, distance: 2, guaranteed: true },
      target: 0,
      sweeps: 2,
      flips: 2,
      energies: [-1, -4, -4],
      overlaps: { probe: [0], result: [1] },
      grid: { width: 4, height: 1 },
      encoding: 'binary',
      tie: 'keep',
      schedule: { kind: 'ordered', order: [0, 3, 2, 1] },
      seed: 1,
      corruption: null,
      names: ['lecture'],
      patterns: [[1, 1, 1, 0]],
      probe: [0, 0, 1, 0],
      result: [1, 1, 1, 0],
      trace: {
        units: [0, 3, 2, 1, 0, 3, 2, 1],
        fields: [1, -2, 2, 2, 2, -3, 3, 2],
        flipped: [1, 0, 0, 1, 0, 0, 0, 0],
        energies: [-2, -2, -2, -4, -4, -4, -4, -4],
      },
    })
  })

  test.each([
    [
      'a whole pattern turned over',
      ['letters.txt', '--corrupt', '100%'],
      1,
      '✗ reversed: at rest in the negative of pattern 1',
    ],
    [
      'a pattern that is not damaged',
      ['letters.txt', '--corrupt', '0%', '--pattern', '4'],
      0,
      '✓ recalled pattern 4, after 1 sweep and 0 flips',
    ],
    [
      'all units at once',
      ['two.txt', '--corrupt', '50%', '--schedule', 'synchronous'],
      1,
      '✗ oscillating: 2 states in turn',
    ],
    [
      'no time',
      ['letters.txt', '--max-sweeps', '0'],
      1,
      '✗ restless: no fixed point was reached, after 0 sweeps and 0 flips',
    ],
    [
      'most of it covered',
      ['letters.txt', '--pattern', '2', '--corrupt', '50%', '--corruption', 'mask'],
      0,
      'with 50% of its cells masked',
    ],
  ])('%s', async (_, args, code, words) => {
    const answer = await engram('recall', ...args)
    expect(answer.out).toContain(words)
    expect(answer.code).toBe(code)
  })

  test('is the same for the same seed, and another for another', async () => {
    const [first, again, other] = await Promise.all(
      ['3', '3', '4'].map((seed) => engram('recall', 'letters.txt', '--json', '--seed', seed)),
    )
    expect(again).toEqual(first)
    expect(other?.out).not.toBe(first?.out)
  })

  test('writes a network that keeps what it has just done', async () => {
    const { engram: writing, written } = machine(files)
    await writing('recall', 'letters.txt', '--seed', '9', '--save-net', 'saved.json')
    const saved = written.get('saved.json') ?? ''
    const { code, out } = await machine({ 'saved.json': saved }).engram('verify', 'saved.json')
    expect(out).toContain('✓ the expected recalls end where they should: 1 recall')
    expect(code).toBe(0)
  })

  test('draws with ASCII characters when told so', async () => {
    const { out } = await engram('recall', 'letters.txt', '--ascii', '--trace')
    expect([...out].every((character) => character <= '~')).toBe(true)
  })

  test('colours nothing that is piped', async () => {
    const { out } = await engram('recall', 'letters.txt')
    expect(out).not.toContain('\u001b')
    const coloured = await machine(files, { ...plain, colours: true }).engram('recall', 'letters.txt')
    expect(coloured.out).toContain('\u001b[33m')
  })
})

describe('verify', () => {
  test('holds', async () => {
    const { code, err, out } = await engram('verify', 'net.json')
    expect(out).toMatchInlineSnapshot(`
      "L and X on four by four cells
      Hopfield network of 16 bipolar units, 2 stored patterns

      ✓ the weights are symmetric: by construction
      ✓ no unit works against itself: all w(i,i) = 0
      ✓ the stored patterns are fixed points: 2 states
      ✓ the energy never rises when one unit is updated: all 1,048,576 updates
      ✓ the expected fixed points are fixed points: 1 state
      ✓ the expected energies are right: 1 state
      ✓ the expected recalls end where they should: 1 recall

      net.json holds: 7 checks
      "
    `)
    expect(err).toBe('')
    expect(code).toBe(0)
  })

  test('rejects one asymmetric weight, with a smallest counterexample', async () => {
    const { code, err, out } = await engram('verify', 'asymmetric.json')
    expect(out).toMatchInlineSnapshot(`
      "X and T on three by three cells, one weight wrong
      Hopfield network of 9 bipolar units, 2 stored patterns

      ✗ the weights are symmetric
          w(3,5) = 2 but w(5,3) = -4
      ✓ no unit works against itself: all w(i,i) = 0
      ✓ the stored patterns are fixed points: 2 states
      ✗ the energy never rises when one unit is updated
          smallest counterexample: unit 5 (row 2, column 2) follows its field of +2,
          and the energy rises from 3 to 5
          before  after
          ┌───┐   ┌───┐
          │  ▄│   │ ▄▄│
          │   │   │   │
          └───┘   └───┘

      asymmetric.json does not hold: 2 of 4 checks falsified
      "
    `)
    expect(err).toBe('')
    expect(code).toBe(1)
  })

  test('tells everything as JSON', async () => {
    const { code, out } = await engram('verify', 'asymmetric.json', '--json', '--seed', '5', '--runs', '10')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      kind: 'verification',
      version: 1,
      held: false,
      title: 'X and T on three by three cells, one weight wrong',
      units: 9,
      encoding: 'bipolar',
      patterns: 2,
      seed: 5,
      runs: 10,
      findings: [
        { check: 'symmetric', outcome: { counterexample: { units: [2, 4], weights: [2, -4] } } },
        { check: 'diagonal', outcome: { _tag: 'Held', extent: 'zero', cases: 9 } },
        { check: 'patterns', outcome: { _tag: 'Held', extent: 'every case', cases: 2 } },
        {
          check: 'descent',
          outcome: {
            counterexample: { state: [-1, -1, -1, -1, -1, 1, -1, -1, -1], unit: 4, field: 2, before: 3, after: 5 },
          },
        },
        { check: 'fixedPoints', outcome: { _tag: 'Skipped', reason: 'nothing is expected' } },
        { check: 'energies' },
        { check: 'recalls' },
      ],
    })
  })

  const document = {
    kind: 'hopfield',
    version: 1,
    encoding: 'binary',
    tie: 'keep',
    couplings: {
      kind: 'weights',
      weights: [
        [-3, 1],
        [1, 0],
      ],
    },
    patterns: [[1, 0]],
    seed: 1,
    expect: {
      energies: [{ state: [1, 1], energy: 0 }],
      recalls: [{ from: [0, 1], to: [1, 1] }],
    },
  }

  test('shows every kind of counterexample, without a grid as signs', async () => {
    const { out } = await machine({ 'broken.json': JSON.stringify(document) }).engram('verify', 'broken.json')
    expect(out).toMatchInlineSnapshot(`
      "Hopfield network of 2 binary units, 1 stored pattern

      ✓ the weights are symmetric: 1 pair
      ✗ no unit works against itself
          w(1,1) = -3, which must not be below 0
      ✗ the stored patterns are fixed points
          unit 1 leaves pattern 1: its field is -3
          pattern  [1] 0
      ✗ the energy never rises when one unit is updated
          smallest counterexample: unit 1 follows its field of +1,
          and the energy rises from 0 to 0.5
          before  [0] 1
          after   [1] 1
      ✗ the expected energies are right
          state 1 has energy 0.5, not 0
          state   1  1
      ✗ the expected recalls end where they should
          recall 1 does not come to rest
          from       0  1
          expected   1  1
          came       0  1

      broken.json does not hold: 5 of 6 checks falsified
      "
    `)
  })

  test('lists the units that are up when there are too many to write out', async () => {
    const n = 40
    const patterns = [Array.from({ length: n }, (_, i) => (i % 9 === 0 ? 1 : -1))]
    const large = {
      ...document,
      encoding: 'bipolar',
      couplings: { kind: 'hebbian', diagonal: 'zero' },
      patterns,
      expect: { energies: [{ state: patterns[0], energy: 0 }] },
    }
    const { engram: verifying, steps } = machine({ 'large.json': JSON.stringify(large) })
    const { out } = await verifying('verify', 'large.json', '--runs', '1200')
    expect(out).toContain('up: 1, 10, 19, 28, 37')
    expect(out).toContain('1200 updates drawn at random')
    expect(steps).toHaveLength(10)
    expect(steps.at(-1)).toBe('stop')
  })
})

test('schema prints the JSON Schema of documents', async () => {
  const { code, out } = await engram('schema', 'hopfield')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ title: 'Hopfield network', oneOf: [{ type: 'object' }, { type: 'object' }] })
})

describe('what is wrong is told in one sentence, and the exit code is 2', () => {
  test.each([
    [['recall', 'nowhere.txt'], 'nowhere.txt: no such file'],
    [
      ['recall', 'ragged.txt'],
      'ragged.txt, line 2: expected 3 cells as in the row above, got 2\n    2 | ##\n      |  ^',
    ],
    [
      ['recall', 'unknown.txt'],
      'unknown.txt, line 2, column 4: expected # (on) or . (off), got "?"\n    2 |   #?#\n      |    ^',
    ],
    [['recall', 'sizes.txt'], 'sizes 2: expected 3x1 cells as the first picture has, got 2x1'],
    [['recall', 'empty.txt'], 'empty.txt: expected at least one picture, got none'],
    [['recall', 'blank.png'], 'blank.png: is blank: no ink can be told from the paper'],
    [['recall', 'text.png'], 'text.png: is not a PNG image'],
    [['recall', 'cut.png'], 'cut.png: is a damaged PNG image, or only a part of one'],
    [['recall', 'letters.txt', '--grid', '4x4'], 'letters 1: expected 4x4 cells as --grid says, got 10x12'],
    [
      ['recall', 'letters.txt', '--probe', 'lecture.txt'],
      'lecture: expected 10x12 cells as the first picture has, got 4x1',
    ],
    [['recall', 'letters.txt', '--probe', 'letters.txt'], 'letters.txt: expected one picture to recall from, got 4'],
    [
      ['recall', 'letters.txt', '--corrupt', '140%'],
      '--corrupt: expected a share from 0% to 100%, such as 25% or 0.25, got "140%"',
    ],
    [['recall', 'letters.txt', '--pattern', '5'], '--pattern: expected a pattern from 1 to 4, got "5"'],
    [['recall', 'letters.txt', '--tie', 'zero'], '--tie: expected keep, up, down or flip, got "zero"'],
    [
      ['recall', 'lecture.txt', '--order', '1,2,3'],
      '--order: expected each unit from 1 to 4 exactly once, got "1,2,3"',
    ],
    [
      ['recall', 'letters.txt', '--probe', 'letter-j.png', '--corrupt', '5%'],
      '--probe and --corrupt exclude each other',
    ],
    [['verify', 'nowhere.json'], 'nowhere.json: no such file'],
    [
      ['verify', 'syntax.json'],
      'syntax.json, line 3, column 1: expected a key in double quotes, came "}"\n    3 | }\n      | ^',
    ],
    [
      ['verify', 'misfit.json'],
      'misfit.json is not a network document:\n  thresholds: expected 2 elements, one for each unit, came an array of 1 element',
    ],
    [['verify', 'net.json', '--runs', '0'], '--runs: expected a whole number from 1 to 100000000, got "0"'],
    [
      ['schema', 'net'],
      'kind of document: expected bam, dense-memory, graded-hopfield, hopfield, modern-hopfield or rbm, got "net"',
    ],
  ])('%j', async (args, message) => {
    expect(await engram(...args)).toEqual({ out: '', err: `engram: ${message}\n`, code: 2 })
  })

  test('the path in a document is told with what is expected there', async () => {
    const { err } = await engram('verify', 'wrong.json')
    expect(err).toContain('engram: wrong.json is not a network document:\n')
    expect(err).toContain('\n  version: expected 1, but it is missing\n')
    expect(err).toContain('\n  seeds: unknown key; the known ones are "kind"')
  })

  test.each([
    [['recall'], "engram: missing required argument 'pictures'"],
    [['recall', 'letters.txt', '--prob', 'x'], "engram: unknown option '--prob'\n(Did you mean --probe?)"],
    [['recal'], "engram: unknown command 'recal'\n(Did you mean recall?)"],
    [['verify', 'net.json', '--seed'], "engram: option '-s, --seed <n>' argument missing"],
  ])('%j', async (args, message) => {
    const { code, err, out } = await engram(...args)
    expect(err).toContain(message)
    expect(err).toContain('engram --help')
    expect(out).toBe('')
    expect(code).toBe(2)
  })
})

describe('help', () => {
  test.each([
    [['--help']],
    [['help']],
    [['recall', '--help']],
    [['help', 'verify']],
    [['graph', '--help']],
    [['schema', '-h']],
  ])('%j fits into the terminal', async (args) => {
    const { code, err, out } = await engram(...args)
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(out).toMatch(/^Usage: engram/)
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test.each(['recall', 'verify', 'graph', 'schema'])('of %s has examples', async (command) => {
    expect((await engram(command, '--help')).out).toMatch(/Examples?:\n[^]*\$ engram/)
  })

  test('is what no command at all gets', async () => {
    const { code, err } = await engram()
    expect(err).toMatch(/^Usage: engram/)
    expect(code).toBe(2)
  })

  test('knows the version', async () => {
    expect(await engram('--version')).toEqual({ out: '1.2.3\n', err: '', code: 0 })
  })
})
