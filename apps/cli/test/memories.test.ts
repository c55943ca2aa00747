import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decode } from '../src/pictures/Png.js'
import { gray, machine, plain, right } from './support.js'

const folder = new URL('../examples/pictures/', import.meta.url)

/** The two dozen example pictures, two small ones of shades, and glyphs. */
const names = readdirSync(folder).toSorted()
const files = {
  ...Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder))])),
  'dark.png': gray([
    [0, 0],
    [255, 128],
  ]),
  'light.png': gray([
    [255, 0],
    [0, 255],
  ]),
  'letters.txt': readFileSync(new URL('../examples/letters.txt', import.meta.url)),
}

const { engram } = machine(files)

const owl = `${names.indexOf('owl.png') + 1}`

interface Answer {
  readonly recalled: boolean
  readonly verdict: unknown
  readonly sweeps: number
  readonly error: number
  readonly energies: ReadonlyArray<number>
  readonly probe: ReadonlyArray<number>
  readonly result: ReadonlyArray<number>
}

const answersOf = (out: string): ReadonlyArray<Answer> =>
  (JSON.parse(out) as { readonly answers: ReadonlyArray<Answer> }).answers

const grid = ['--grid', '32x32'] as const

describe('a modern memory', () => {
  test('draws shades, and tells the weights', async () => {
    const { code, err, out } = await engram('recall', 'letters.txt', '--model', 'modern', '--mask', 'left')
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toMatchInlineSnapshot(`
      "1            2            3            4            probe          result
      ┌──────────┐ ┌──────────┐ ┌──────────┐ ┌──────────┐ ┌──────────┐   ┌──────────┐
      │  ████████│ │    ██    │ │██      ██│ │██        │ │▒▒▒▒▒█████│   │  ████████│
      │      ██  │ │   ████   │ │ ▀█▄  ▄█▀ │ │██        │ │▒▒▒▒▒ ██  │   │      ██  │
      │      ██  │ │  ██  ██  │ │   ▀██▀   │ │██        │ │▒▒▒▒▒ ██  │ → │      ██  │
      │      ██  │ │ ██▄▄▄▄██ │ │   ▄██▄   │ │██        │ │▒▒▒▒▒ ██  │   │      ██  │
      │██    ██  │ │▄█▀▀▀▀▀▀█▄│ │ ▄█▀  ▀█▄ │ │██        │ │▒▒▒▒▒ ██  │   │██    ██  │
      │ ▀████▀   │ │██      ██│ │██      ██│ │██████████│ │▒▒▒▒▒█▀   │   │ ▀████▀   │
      └──────────┘ └──────────┘ └──────────┘ └──────────┘ └──────────┘   └──────────┘

      the probe is pattern 1 with its left half covered
      β = 8 for scores over the root of the number of cells
      ✓ recalled pattern 1, after 2 updates

      weight   probe  result      energy
      1       100.0%  100.0%      start     31.8983  ████████████████████████████████
      4         0.0%    0.0%      update 1  1.89826
      2         0.0%    0.0%      update 2  1.89826
      3         0.0%    0.0%
      "
    `)
  })

  test('fills in what is missing, in shades', async () => {
    const { code, out } = await engram(
      'recall',
      'dark.png',
      'light.png',
      '--grid',
      '2x2',
      '--model',
      'modern',
      '--mask',
      'top',
      '--json',
    )
    expect(code).toBe(0)
    const [answer] = answersOf(out)
    expect(answer).toMatchObject({ recalled: true, verdict: { _tag: 'Single', index: 0 }, target: 0 })
    expect(answer?.probe).toEqual([0.5, 0.5, 0, expect.closeTo(1 - 128 / 255, 12)])
    const stored = [1, 1, 0, 1 - 128 / 255]
    answer?.result.forEach((cell, k) => expect(Math.abs(cell - (stored[k] ?? NaN))).toBeLessThan(0.01))
    const energies = answer?.energies.map((each) => Number(each.toFixed(9)))
    expect(energies).toEqual(energies?.toSorted((a, b) => b - a))
  })

  test('flips shades into their opposite', async () => {
    const { out } = await engram(
      'recall',
      'dark.png',
      'light.png',
      '--grid',
      '2x2',
      '--model',
      'modern',
      '--corrupt',
      '100%',
      '--json',
    )
    expect(answersOf(out)[0]?.probe).toEqual([0, 0, 1, expect.closeTo(128 / 255, 12)])
  })

  test('blurs where β is small: the mean of all', async () => {
    const { code, out } = await engram(
      'recall',
      ...names,
      ...grid,
      '--model',
      'modern',
      '--beta',
      '0.001',
      '--mask',
      'half',
    )
    expect(code).toBe(1)
    expect(out).toContain('✗ global: at rest in the mean of all patterns')
  })

  test('mixes some where β is a little greater', async () => {
    const { code, out } = await engram(
      'recall',
      ...names,
      ...grid,
      '--model',
      'modern',
      '--beta',
      '0.25',
      '--mask',
      'half',
      '--pattern',
      owl,
    )
    expect(code).toBe(1)
    expect(out).toMatch(/✗ metastable: at rest in a mean of pattern \d+ \w+, /)
  })

  test('takes a picture of your own', async () => {
    const { code, out } = await engram('recall', ...names, ...grid, '--model', 'modern', '--probe', 'owl.png')
    expect(out).toContain('the probe is owl')
    expect(out).toContain(`✓ recalled pattern ${owl} owl, after`)
    expect(code).toBe(0)
  })

  test('gives up after as many updates as it may', async () => {
    const { code, out } = await engram('recall', ...names, ...grid, '--model', 'modern', '--max-sweeps', '0')
    expect(out).toContain('✗ restless: no fixed point was reached, after 0 updates')
    expect(code).toBe(1)
  })
})

describe('a dense memory', () => {
  test.each(['3', '8', 'exp'])('of degree %s recalls letters', async (degree) => {
    const { code, out } = await engram('recall', 'letters.txt', '--model', 'dense', '--degree', degree, '--seed', '7')
    expect(out).toContain('✓ recalled pattern 1, after')
    expect(code).toBe(0)
  })

  test('refuses an order that is none', async () => {
    expect(await engram('recall', 'letters.txt', '--model', 'dense', '--order', '1,2')).toMatchObject({
      code: 2,
      err: 'engram: --order: expected each unit from 1 to 120 exactly once, got "1,2"\n',
    })
  })
})

describe('a comparison', () => {
  const compare = ['recall', ...names, ...grid, '--pattern', owl, '--mask', 'bottom', '--compare'] as const

  test('classical networks fail where modern ones retrieve', async () => {
    const { code, out } = await engram(...compare)
    expect(code).toBe(1)
    expect(out.split('\n').slice(-11).join('\n')).toMatchInlineSnapshot(`
      "24 pictures are stored
      the probe is pattern 17 owl with its bottom half covered
      ✗ classical: spurious: at rest in a state that was never stored, after 6 sweeps and 564 flips
      ✗ dense, degree 3: spurious: at rest in a state that was never stored, after 6 sweeps and 697 flips
      ✓ modern, β = 8: recalled pattern 17 owl, after 2 updates

      memory           off by  sweeps  recalled
      classical         20.9%       6  no
      dense, degree 3   73.1%       6  no
      modern, β = 8      0.0%       2  yes
      "
    `)
  })

  test('tells everything as JSON', async () => {
    const { out } = await engram(...compare, '--json')
    expect(JSON.parse(out)).toMatchObject({
      kind: 'answers',
      version: 1,
      recalled: false,
      corruption: { pattern: Number(owl) - 1, kind: 'cover', half: 'bottom' },
      answers: [
        { memory: { kind: 'classical' }, recalled: false },
        { memory: { kind: 'dense', degree: 3 } },
        { memory: { kind: 'modern', beta: 8 }, recalled: true, error: expect.closeTo(0, 3) as number },
      ],
    })
  })

  test('writes the pictures side by side', async () => {
    const { engram: writing, images } = machine(files)
    await writing(...compare, '--out', 'owl-compared.png')
    const image = right(decode(images.get('owl-compared.png') ?? new Uint8Array()))
    expect([image.width, image.height]).toEqual([5 * (256 + 8) + 8, 256 + 16])
    const original = right(decode(readFileSync(new URL('owl.png', folder))))
    const at = (picture: number, row: number, column: number): number =>
      image.darkness[(8 + 8 * row + 4) * image.width + 8 + picture * 264 + 8 * column + 4] ?? NaN
    // What was stored and what the modern memory answered; the probe only in its upper half.
    ;[0, 5, 12, 20, 31].forEach((row) => {
      const shade = original.darkness[row * 32 + 15] ?? NaN
      expect(at(0, row, 15)).toBeCloseTo(shade, 2)
      expect(at(1, row, 15)).toBeCloseTo(row < 16 ? shade : 0.5, 2)
      expect(at(4, row, 15)).toBeCloseTo(shade, 2)
    })
  })

  test('the same for a classical network alone', async () => {
    const { engram: writing, images } = machine(files)
    await writing('recall', 'letters.txt', '--mask', 'top', '--out', 'letter.png')
    const image = right(decode(images.get('letter.png') ?? new Uint8Array()))
    expect([image.width, image.height]).toEqual([3 * (210 + 8) + 8, 252 + 16])
    expect(new Set(Array.from(image.darkness, (cell) => Math.round(10 * cell)))).toEqual(new Set([0, 4, 10]))
  })

  test('fits into the terminal, with and without colours and blocks', async () => {
    const coloured = await machine(files, { ...plain, colours: true }).engram(...compare)
    expect(coloured.out).toContain('\u001b[38;5;')
    const { out } = await engram(...compare, '--ascii')
    expect([...out].every((character) => character <= '~')).toBe(true)
  })

  test.each([
    [['--pattern', '25'], '--pattern: expected a pattern from 1 to 24, got "25"'],
    [['--beta', '0'], '--beta: expected a positive number, such as 8 or 0.25, got "0"'],
    [['--degree', '1'], '--degree: expected a whole number from 2 to 100, or exp, got "1"'],
    [['--mask', 'middle'], '--mask: expected top, bottom, left, right or half, got "middle"'],
  ])('%j', async (args, message) => {
    expect(await engram('recall', ...names, ...grid, '--compare', ...args)).toEqual({
      out: '',
      err: `engram: ${message}\n`,
      code: 2,
    })
  })
})
