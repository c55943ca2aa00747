import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Pattern } from '@engram/associative-memory'
import { otsu, resample, toPicture, type Gray } from '../src/pictures/Gray.js'
import { decode, isPng } from '../src/pictures/Png.js'
import { contentOf, picturesOf } from '../src/pictures/Pictures.js'
import { gray, png, right, type Image } from './support.js'

const darkness = (image: Image): ReadonlyArray<number> =>
  Array.from(right(decode(png(image))).darkness, (value) => Math.round(value * 1000) / 1000)

describe('every kind of PNG', () => {
  test.each<readonly [string, Image, ReadonlyArray<number>]>([
    ['gray, 8 bits', { width: 2, height: 1, depth: 8, colour: 0, rows: [[0, 255]] }, [1, 0]],
    ['gray, 1 bit', { width: 3, height: 1, depth: 1, colour: 0, rows: [[0b0100_0000]] }, [1, 0, 1]],
    ['gray, 4 bits', { width: 2, height: 1, depth: 4, colour: 0, rows: [[0x0f]] }, [1, 0]],
    ['gray, 16 bits', { width: 2, height: 1, depth: 16, colour: 0, rows: [[0, 0, 255, 255]] }, [1, 0]],
    ['colour', { width: 2, height: 1, depth: 8, colour: 2, rows: [[0, 0, 0, 0, 255, 0]] }, [1, 0.285]],
    [
      'palette',
      { width: 2, height: 1, depth: 2, colour: 3, rows: [[0b0001_0000]], extra: [['PLTE', [0, 0, 0, 255, 255, 255]]] },
      [1, 0],
    ],
    [
      'palette with a transparent colour: paper',
      {
        width: 2,
        height: 1,
        depth: 1,
        colour: 3,
        rows: [[0b0100_0000]],
        extra: [
          ['PLTE', [0, 0, 0, 0, 0, 0]],
          ['tRNS', [0]],
        ],
      },
      [0, 1],
    ],
    ['gray with alpha', { width: 2, height: 1, depth: 8, colour: 4, rows: [[0, 255, 0, 0]] }, [1, 0]],
    ['alpha of a half', { width: 1, height: 1, depth: 8, colour: 6, rows: [[0, 0, 0, 51]] }, [0.2]],
    [
      'colour with alpha, 16 bits',
      { width: 1, height: 1, depth: 16, colour: 6, rows: [[0, 0, 0, 0, 0, 0, 255, 255]] },
      [1],
    ],
  ])('%s', (_, image, expected) => {
    expect(darkness(image)).toEqual(expected)
  })

  const image = gray([[0, 255]])

  test.each([
    ['no PNG', new TextEncoder().encode('hello'), 'is not a PNG image'],
    ['nothing', new Uint8Array(0), 'is not a PNG image'],
    ['the signature alone', image.slice(0, 8), 'is a damaged PNG image, or only a part of one'],
    ['half of it', image.slice(0, 45), 'is a damaged PNG image, or only a part of one'],
    [
      'a flipped bit',
      image.map((byte, k) => (k === 45 ? byte ^ 1 : byte)),
      'is a damaged PNG image, or only a part of one',
    ],
    [
      'a billion pixels',
      png({ width: 65_536, height: 16_384, depth: 8, colour: 0, rows: [[0]] }),
      'is too large: at most 64 megapixels are read',
    ],
  ])('refuses %s', (_, bytes, reason) => {
    expect(decode(bytes)).toEqual(E.left(reason))
  })

  test('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (tail) => {
        const bytes = Uint8Array.from([...image.slice(0, 30), ...tail])
        expect(isPng(bytes)).toBe(true)
        expect(decode(bytes)._tag).toBe('Left')
      }),
    )
  })
})

const grays = (width: number, height: number): fc.Arbitrary<Gray> =>
  fc
    .array(fc.integer({ min: 0, max: 64 }), { minLength: width * height, maxLength: width * height })
    .map((cells) => ({ width, height, darkness: cells.map((cell) => cell / 64) }))

const mean = ({ darkness: cells }: Gray): number => Array.from(cells).reduce((a, b) => a + b, 0) / cells.length

describe('scaling', () => {
  test('averages over the area of each cell', () => {
    const image: Gray = { width: 4, height: 2, darkness: [1, 0, 0, 0, 1, 0, 1, 1] }
    expect(resample({ width: 2, height: 1 })(image)).toEqual({ width: 2, height: 1, darkness: [0.5, 0.5] })
  })

  test('shares a source cell between the cells that it lies in', () => {
    const image: Gray = { width: 3, height: 1, darkness: [0, 1, 0] }
    const { darkness: cells } = resample({ width: 2, height: 1 })(image)
    expect(Array.from(cells)).toEqual([expect.closeTo(1 / 3, 12), expect.closeTo(1 / 3, 12)])
  })

  test('keeps the average darkness, down and up', () => {
    const sizes = fc.integer({ min: 1, max: 7 })
    fc.assert(
      fc.property(
        fc.tuple(sizes, sizes).chain(([width, height]) => grays(width, height)),
        sizes,
        sizes,
        (image, width, height) => {
          expect(mean(resample({ width, height })(image))).toBeCloseTo(mean(image), 12)
        },
      ),
    )
  })

  test('to its own size changes nothing', () => {
    fc.assert(
      fc.property(grays(4, 3), (image) => {
        expect(resample(image)(image)).toEqual(image)
      }),
    )
  })
})

describe("Otsu's threshold", () => {
  test('lies half-way between ink and paper', () => {
    expect(otsu({ width: 4, height: 1, darkness: [0.1, 0.1, 0.7, 0.9] })).toBeCloseTo(0.4, 12)
  })

  test('parts the cells so that what is left of their variance is the smallest', () => {
    const within = (cells: ReadonlyArray<number>): number => {
      const middle = cells.reduce((a, b) => a + b, 0) / cells.length
      return cells.reduce((sum, cell) => sum + (cell - middle) ** 2, 0)
    }
    const left = (cells: ReadonlyArray<number>, cut: number): number =>
      within(cells.filter((cell) => cell > cut)) + within(cells.filter((cell) => cell <= cut))
    fc.assert(
      fc.property(grays(3, 3), ({ darkness: values, ...grid }) => {
        const cells = Array.from(values)
        fc.pre(new Set(cells).size > 1)
        const best = Math.min(...cells.filter((cell) => cell < Math.max(...cells)).map((cut) => left(cells, cut)))
        expect(left(cells, otsu({ ...grid, darkness: cells }))).toBeCloseTo(best, 9)
      }),
    )
  })
})

describe('files', () => {
  const settings = { grid: { width: 2, height: 1 }, invert: false }
  const bytes = (text: string) => new TextEncoder().encode(text)
  const patterns = (file: string, content: Uint8Array, options: Partial<Parameters<typeof picturesOf>[0]> = {}) =>
    E.map((pictures: ReadonlyArray<{ name: string; pattern: Pattern.Bipolar }>) =>
      pictures.map(({ name, pattern }) => [name, Pattern.toArray(pattern)]),
    )(E.chain(picturesOf({ ...settings, ...options }))(contentOf({ file, bytes: content })))

  test('with glyphs are numbered if there are several', () => {
    expect(patterns('a/letters.txt', bytes('#.'))).toEqual(E.right([['letters', [1, -1]]]))
    expect(patterns('letters.txt', bytes('#.\n\n.#'))).toEqual(
      E.right([
        ['letters 1', [1, -1]],
        ['letters 2', [-1, 1]],
      ]),
    )
  })

  test('with images are told by their first bytes, whatever their name', () => {
    const image = gray([[0, 0, 255, 255]])
    expect(patterns('drawing', image)).toEqual(E.right([['drawing', [1, -1]]]))
    expect(patterns('drawing.png', image, { invert: true })).toEqual(E.right([['drawing', [-1, 1]]]))
  })

  test('with images take a threshold', () => {
    const image = gray([[100, 200]])
    expect(patterns('d.png', image, { threshold: 0.7 })).toEqual(E.right([['d', [-1, -1]]]))
    expect(patterns('d.png', image, { threshold: 0.1 })).toEqual(E.right([['d', [1, 1]]]))
  })

  test('that are blank hold no picture', () => {
    expect(patterns('d.png', gray([[200, 201]]))).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'BadImage', file: 'd.png' },
    })
  })

  test('named .png that are none say so', () => {
    expect(patterns('d.png', bytes('#.'))).toEqual(
      E.left({ _tag: 'BadImage', file: 'd.png', reason: 'is not a PNG image' }),
    )
  })

  test('a cell is on when it is darker than the threshold, not when it is as dark', () => {
    expect(Pattern.toArray(toPicture(0.5)({ width: 2, height: 1, darkness: [0.5, 0.51] }).pattern)).toEqual([-1, 1])
  })
})
