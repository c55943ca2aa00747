import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Pattern } from '@engram/associative-memory'
import { beside, block, flow } from '../src/draw/Block.js'
import { picture } from '../src/draw/Picture.js'
import { bars } from '../src/draw/Plot.js'
import { number, signed, table, widthOf } from '../src/draw/Text.js'
import { unitName } from '../src/draw/Unit.js'
import { plain, right } from './support.js'

const pattern = (...rows: ReadonlyArray<string>): Pattern.Bipolar =>
  right(Pattern.bipolar([...rows.join('')].map((cell) => (cell === '#' ? 1 : -1))))

const ascii = { ...plain, unicode: false }
const colourful = { ...plain, colours: true }

describe('a picture', () => {
  const grid = { width: 4, height: 3 }
  const cells = pattern('##..', '#.#.', '...#')

  test('has two cells in a character', () => {
    expect(picture(plain, grid)('1', cells).lines).toEqual(['1     ', '┌────┐', '│█▀▄ │', '│   ▀│', '└────┘'])
  })

  test('has two characters for a cell without block characters', () => {
    expect(picture(ascii, grid)('1', cells).lines).toEqual([
      '1         ',
      '+--------+',
      '|####....|',
      '|##..##..|',
      '|......##|',
      '+--------+',
    ])
  })

  test('marks cells that are on or off against the reference, in colours only', () => {
    const one = { width: 3, height: 2 }
    const [actual, wanted] = [pattern('##.', '.#.'), pattern('#..', '..#')]
    expect(picture(plain, one)('', actual, wanted).lines[2]).toBe('│▀█ │')
    const line = picture(colourful, one)('', actual, wanted).lines[2] ?? ''
    expect(line).toContain('▀\u001b[33m█\u001b[39m\u001b[34m▄\u001b[39m')
    expect(widthOf(line)).toBe(5)
  })

  test('draws two marks in one character as foreground and background', () => {
    const column = { width: 1, height: 2 }
    const line = (actual: string, wanted: string) =>
      picture(colourful, column)('', pattern(actual), pattern(wanted)).lines[2]
    const side = '\u001b[2m│\u001b[22m'
    expect(line('#.', '.#')).toBe(`${side}\u001b[44m\u001b[33m▀\u001b[39m\u001b[49m${side}`)
    expect(line('##', '.#')).toBe(`${side}\u001b[43m▄\u001b[49m${side}`)
    expect(line('##', '#.')).toBe(`${side}\u001b[43m▀\u001b[49m${side}`)
  })

  test('of any size has lines of one width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        fc.infiniteStream(fc.boolean()),
        (width, height, unicode, bits) => {
          const state = pattern(Array.from(bits.take(width * height), (bit) => (bit ? '#' : '.')).join(''))
          const { lines, width: total } = picture({ ...plain, unicode }, { width, height })('t', state)
          expect(new Set(lines.map(widthOf))).toEqual(new Set([total]))
          expect(lines).toHaveLength(3 + (unicode ? Math.ceil(height / 2) : height))
        },
      ),
    )
  })
})

describe('side by side', () => {
  const [a, b, c] = [block(['aa', 'aa']), block(['bbb']), block(['c'])]

  test('blocks keep their columns', () => {
    expect(beside(1)([a, b, c]).lines).toEqual(['aa bbb c', 'aa      '])
  })

  test('blocks go into a new row when they do not fit', () => {
    expect(flow(1, 6)([a, b, c])).toEqual(['aa bbb', 'aa', '', 'c'])
    expect(flow(1, 8)([a, b, c])).toEqual(['aa bbb c', 'aa'])
    expect(flow(1, 1)([a, b])).toEqual(['aa', 'aa', '', 'bbb'])
  })
})

describe('numbers', () => {
  test('are told without needless digits', () => {
    expect([0, -0, 3, -2.5, 1 / 3, 0.1 + 0.2].map(number)).toEqual(['0', '0', '3', '-2.5', '0.333333', '0.3'])
    expect([2, 0, -1].map(signed)).toEqual(['+2', '0', '-1'])
  })

  test('stand in columns', () => {
    expect(
      table(
        [
          ['x', '1'],
          ['long', '10'],
        ],
        (column) => column === 1,
      ),
    ).toEqual(['x      1', 'long  10'])
  })

  test('are bars as long as they are above the least', () => {
    const items = [4, 2, 0].map((value, k) => ({ label: `${k}`, value }))
    expect(bars(plain, items)).toEqual([`0  4  ${'█'.repeat(32)}`, `1  2  ${'█'.repeat(16)}`, '2  0'])
    expect(bars(ascii, items)[1]).toBe(`1  2  ${'='.repeat(16)}`)
    expect(bars(plain, [{ label: 'a', value: 7 }])).toEqual(['a  7'])
  })

  test('are a dozen bars at most', () => {
    const many = bars(
      plain,
      Array.from({ length: 30 }, (_, k) => ({ label: `sweep ${k}`, value: -k })),
    )
    expect(many).toHaveLength(13)
    expect(many[11]).toContain('18 more')
    expect(many[12]).toContain('sweep 29')
  })
})

test('units are counted from 1, in pictures by row and column', () => {
  expect(unitName(undefined)(4)).toBe('unit 5')
  expect(unitName({ width: 9, height: 1 })(4)).toBe('unit 5')
  expect(unitName({ width: 3, height: 3 })(5)).toBe('unit 6 (row 2, column 3)')
})
