import { fileURLToPath } from 'node:url'
import { either as E, state as S } from 'fp-ts'
import { format, resolveConfig } from 'prettier'
import { Random } from '@engram/linalg'
import { describe, expect, test } from 'vitest'
import { seed } from '../src/examples.js'
import * as faces from '../src/faces.js'
import * as identity from '../src/identity.js'
import * as letters from '../src/letters.js'
import { page } from '../src/Page.js'
import { figure } from '../src/PictureFigure.js'
import { pictures as pictureList } from '../src/PictureList.js'
import * as pictures from '../src/pictures.js'
import { wilson, type Tally } from '../src/Tally.js'
import { words as wordList } from '../src/WordList.js'
import * as words from '../src/words.js'

const right = <L, A>(either: E.Either<L, A>): A => {
  if (E.isLeft(either)) throw new Error(`expected a Right, got ${JSON.stringify(either.left)}`)
  return either.right
}

const share = ({ of, right: count }: Tally): number => count / of

const told = {
  letters: right(letters.run(seed)),
  identity: right(identity.run(seed)),
  pictures: right(pictures.run(pictureList)(seed)),
  faces: right(faces.run(seed)),
  words: right(words.run(wordList)(seed)),
}

test('the page of the documentation tells what the examples print', async () => {
  const path = fileURLToPath(new URL('../../../docs/examples.md', import.meta.url))
  const text = right(
    page([
      E.right(letters.report(told.letters)),
      E.right(identity.report(told.identity)),
      E.right(pictures.report(told.pictures)),
      E.right(faces.report(told.faces)),
      E.right(words.report(told.words)),
    ]),
  )
  const formatted = await format(text, { ...(await resolveConfig(path)), filepath: path, proseWrap: 'always' })
  await expect(formatted, 'run pnpm --filter @engram/examples docs:write').toMatchFileSnapshot(path)
})

describe('letters', () => {
  test('as many mistakes as theory allows are never too many', () => {
    const { rows, withstood } = told.letters
    expect(withstood.code).toBeGreaterThan(0)
    rows.forEach(({ code, flips, name, picture }) => {
      if (flips === undefined) return
      if (2 * flips <= withstood.code) expect(share(code), name).toBe(1)
      if (2 * flips <= withstood.picture) expect(share(picture), name).toBe(1)
    })
  })

  test('a third may be missing', () => {
    const row = told.letters.rows.find(({ name }) => name === 'a third missing')
    expect(row).toMatchObject({ code: { right: 1500, of: 1500 }, picture: { right: 1500, of: 1500 } })
  })

  test('no memory gets past the nearest neighbour', () => {
    told.letters.rows.forEach(({ code, nearest, picture }) => {
      expect(nearest.right).toBeGreaterThanOrEqual(Math.max(code.right, picture.right))
    })
  })

  test('the same seed tells the same, another seed something else', () => {
    expect(letters.run(seed)).toEqual(E.right(told.letters))
    expect(letters.run(seed + 1)).not.toEqual(E.right(told.letters))
  })
})

describe('identities', () => {
  test("with a unit each, Hebb's rule is the nearest neighbour", () => {
    told.identity.rows.forEach(({ nearest, unitEach }) => expect(unitEach).toEqual(nearest))
  })

  test('perceptrons that separate make no mistake without noise', () => {
    const { rows, separated } = told.identity
    const all = separated.filter(({ worlds }) => worlds.right === worlds.of).map(({ identities }) => identities)
    expect(all).toEqual(expect.arrayContaining([10, 20, 30]))
    rows
      .filter(({ identities, noise }) => noise === 0 && all.includes(identities))
      .forEach(({ perceptronExact }) => expect(share(perceptronExact)).toBe(1))
  })

  test("Hebb's rule does, when there are many", () => {
    const exact = told.identity.rows.filter(({ noise }) => noise === 0).map(({ hebbExact }) => hebbExact.right)
    expect(exact).toEqual(exact.toSorted((a, b) => b - a))
    expect(exact.at(-1)).toBeLessThan((exact[0] ?? 0) / 2)
  })
})

describe('pictures', () => {
  test('the figure of the documentation shows what the memories answer', async () => {
    const path = fileURLToPath(new URL('../../../docs/pictures.svg', import.meta.url))
    await expect(
      right(figure(pictureList, 'owl')),
      'run pnpm --filter @engram/examples docs:write',
    ).toMatchFileSnapshot(path)
  })

  test('a memory of one picture recalls it, whatever its kind', () => {
    const [alone] = told.pictures.rows
    const all = { right: 96, of: 96 }
    expect(alone).toEqual({ stored: 1, atRest: all, classical: all, dense: all, once: all, modern: all })
  })

  test('classical networks fail where modern ones retrieve', () => {
    const [, , six, all] = told.pictures.rows
    expect(six?.classical.right).toBeLessThan(5)
    expect(six?.modern.right).toBeGreaterThan(85)
    expect(all?.atRest.right).toBe(0)
    expect(all?.classical.right).toBe(0)
    expect(all?.modern.right).toBeGreaterThan(80)
  })

  test('the more pictures, the harder', () => {
    ;(['classical', 'dense', 'once', 'modern'] as const).forEach((memory) => {
      const counts = told.pictures.rows.map((row) => row[memory].right)
      expect(counts, memory).toEqual(counts.toSorted((a, b) => b - a))
    })
  })

  test('the greater β, the fewer pictures an answer is made of, and the sooner it comes', () => {
    const falling = (values: ReadonlyArray<number>): void => expect(values).toEqual(values.toSorted((a, b) => b - a))
    falling(told.pictures.strip.map(({ effective }) => effective))
    falling(told.pictures.strip.map(({ updates }) => updates))
    falling(told.pictures.strip.map(({ metastable }) => metastable.right))
    falling(told.pictures.strip.map(({ right: count }) => -count.right))
  })

  test('two dozen pictures, all different, of 32 by 32 cells', () => {
    expect(pictureList).toHaveLength(24)
    expect(new Set(pictureList.map(({ values }) => values.join())).size).toBe(24)
    pictureList.forEach(({ values }) => expect(values).toHaveLength(32 * 32))
  })
})

describe('names and faces', () => {
  const at = (row: faces.Row | undefined, rule: number): number => share(row?.right[rule] ?? { right: 0, of: 1 })
  const whole = told.faces.damaged.filter(({ name }) => name === 'the name' || name === 'the face')

  test('stronger training holds what Hebb’s rule does not, in both directions', () => {
    expect(whole).toHaveLength(2)
    whole.forEach((row) => {
      expect(at(row, 0)).toBeLessThan(0.1)
      ;[1, 2, 3].forEach((rule) => expect(at(row, rule)).toBe(1))
    })
  })

  test('the more people, the fewer are right by Hebb’s rule', () => {
    const right = told.faces.loaded.map(({ right: [hebb] }) => share(hebb?.[0] ?? { right: 0, of: 1 }))
    expect(right).toEqual(right.toSorted((a, b) => b - a))
  })
})

describe('scrambled words', () => {
  test('the list is of at least 500 words, each once', () => {
    expect(wordList.length).toBeGreaterThanOrEqual(500)
    expect(new Set(wordList).size).toBe(wordList.length)
    expect(wordList.filter((word) => !/^[a-z]{1,12}$/.test(word))).toEqual([])
  })

  test('a scrambled word has its ends and letters, in another order where there is one', () => {
    const sorted = (word: string): string => [...word].toSorted().join('')
    const scrambled = S.evaluate(Random.fromSeed(1))(S.traverseArray(words.scramble)(wordList))
    scrambled.forEach((other, k) => {
      const word = wordList[k] ?? ''
      expect(sorted(other)).toBe(sorted(word))
      expect(other.charAt(0) + other.slice(-1)).toBe(word.charAt(0) + word.slice(-1))
      expect(other === word).toBe(/^.?(.?)\1*.?$/.test(word))
    })
  })

  test('an encoding that forgets the order is as good for a scrambled word, the others are not', () => {
    const [positions, bigrams, unordered] = told.words.encodings
    expect(share(unordered?.scrambled.nearest ?? { right: 0, of: 1 })).toBeGreaterThan(0.95)
    expect(share(unordered?.scrambled.willshaw ?? { right: 0, of: 1 })).toBeGreaterThan(0.8)
    expect(share(positions?.scrambled.nearest ?? { right: 1, of: 1 })).toBeLessThan(0.2)
    expect(share(bigrams?.scrambled.nearest ?? { right: 1, of: 1 })).toBeLessThan(0.2)
  })

  test("Hebb's rule reads almost nothing", () => {
    told.words.encodings.forEach(({ scrambled, stored }) => {
      expect(share(stored.hebb)).toBeLessThan(0.05)
      expect(share(scrambled.hebb)).toBeLessThan(0.05)
    })
  })

  test('the sentence of the lecture', () => {
    expect(told.words.sentence.nearest).toBe(
      'Humans remember important events in their lives. Human memory works with associations. In this lecture, we ' +
        'present models of neural networks that describe the recall of previously stored items form/from memory.',
    )
  })
})

test.each([
  [{ right: 81, of: 263 }, 0.2553, 0.3662],
  [{ right: 15, of: 148 }, 0.0624, 0.1605],
  [{ right: 0, of: 20 }, 0, 0.1611],
  [{ right: 1, of: 29 }, 0.0061, 0.1718],
])('Wilson’s interval of %j, as Newcombe (1998) has it', (tally, low, high) => {
  expect(wilson(tally).low).toBeCloseTo(low, 4)
  expect(wilson(tally).high).toBeCloseTo(high, 4)
})
