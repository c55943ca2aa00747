import { describe, expect, expectTypeOf, test } from 'vitest'
import { Corruption, Glyph, Hebbian, MemoryError, Overlap, Pattern, Recall } from '../src/index.js'
import { Vector } from '@engram/linalg'
import { binary, bipolar, left, right } from './support.js'

const refusal = (either: Parameters<typeof left<MemoryError.MemoryError, unknown>>[0]): string =>
  MemoryError.render(left(either))

describe('what is refused, and in what words', () => {
  test('patterns', () => {
    expect(refusal(Pattern.bipolar([]))).toBe('Pattern.bipolar: expected at least one component, got none')
    expect(refusal(Pattern.bipolar([1, 0]))).toBe('Pattern.bipolar: component 1 must be one of -1, 1, got 0')
    expect(refusal(Pattern.binary([0, NaN]))).toBe('Pattern.binary: component 1 must be one of 0, 1, got NaN')
    expect(refusal(Pattern.cue([0.5]))).toBe('Pattern.cue: component 0 must be one of -1, 0, 1, got 0.5')
  })

  test('sizes that do not agree', () => {
    const long = bipolar([1, -1, 1])
    const short = bipolar([1, -1])
    expect(refusal(Overlap.dot(long)(short))).toBe('Overlap.dot: expected 3 components, got 2')
    expect(refusal(Overlap.hamming(long)(short))).toBe('Overlap.hamming: expected 3 components, got 2')
    expect(refusal(Hebbian.learnAuto([long, short]))).toBe('Hebbian.learn (inputs): expected 3 components, got 2')
    const memory = right(Hebbian.learn([{ input: long, target: short }]))
    expect(
      refusal(
        Hebbian.learn([
          { input: long, target: short },
          { input: long, target: long },
        ]),
      ),
    ).toBe('Hebbian.learn (targets): expected 2 components, got 3')
    expect(refusal(Hebbian.imprint({ input: short, target: short })(memory))).toBe(
      'Hebbian.imprint (input): expected 3 components, got 2',
    )
    expect(refusal(Hebbian.imprint({ input: long, target: long })(memory))).toBe(
      'Hebbian.imprint (target): expected 2 components, got 3',
    )
    expect(refusal(Recall.recall({ encoding: 'bipolar', tie: 'up' })(memory)(short))).toBe(
      'Recall.net: expected 3 components, got 2',
    )
    expect(refusal(Recall.recall({ encoding: 'bipolar', tie: 'up', thresholds: Vector.zeros(3) })(memory)(long))).toBe(
      'Recall.recall (thresholds): expected 2 components, got 3',
    )
    expect(refusal(Recall.recall({ encoding: 'bipolar', tie: 'keep', previous: long })(memory)(long))).toBe(
      'Recall.recall (previous): expected 2 components, got 3',
    )
  })

  test('nothing to learn', () =>
    expect(refusal(Hebbian.learn([]))).toBe('Hebbian.learn: expected at least one association, got none'))

  test.each([-0.1, 1.5, NaN, Infinity])('the fraction %d', (value) =>
    expect(refusal(Corruption.fraction(value))).toBe(
      `Corruption.fraction: expected a fraction from 0 to 1, got ${value}`,
    ),
  )

  test('pictures', () => {
    expect(refusal(Glyph.parse('\n \n'))).toBe('Glyph.parse: expected at least one picture, got none')
    expect(refusal(Glyph.parse('#.\n#'))).toBe('Glyph.parse: line 2: expected 2 cells as in the row above, got 1')
    expect(refusal(Glyph.parse('#.\n\n#?'))).toBe('Glyph.parse: line 3, column 2: expected # (on) or . (off), got "?"')
  })
})

test('a pattern learnt online gives the memory learnt at once', () => {
  const first = { input: binary([1, 0, 1]), target: binary([1, 1]) }
  const second = { input: binary([0, 1, 1]), target: binary([1, 0]) }
  const online = right(Hebbian.imprint(second)(right(Hebbian.learn([first]))))
  expect(online).toEqual(right(Hebbian.learn([first, second])))
})

test('a pattern cannot be written to, and its alphabet is part of its type', () => {
  const pattern = bipolar([1, -1])
  // @ts-expect-error the components are readonly
  const write = (): number => (pattern.data[0] = -1)
  expectTypeOf(write).returns.toBeNumber()
  expectTypeOf(pattern).not.toExtend<Pattern.Binary>()
})
