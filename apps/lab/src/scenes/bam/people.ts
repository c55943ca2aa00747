/**
 * Four people who do not look alike, and names as cells.
 *
 * Their faces are here as `Face` draws them, so that it is loaded for other faces only.
 */
import { Name } from '@engram/bam'
import { either as E, function as F } from 'fp-ts'
import { toText } from './cells.js'
import { letterWidth, maxPairs, type Document, type StoredPair } from './document.js'

/** Of a name: four rows of bits. */
export const letters = 4

const side = 16

export const shapes: Pick<Document, 'x' | 'y' | 'spells'> = {
  x: { width: side, height: side },
  y: { width: letterWidth, height: letters },
  spells: true,
}

/** A name as cells of Y, or what is wrong with it. */
export const spell = (name: string): E.Either<string, string> =>
  F.pipe(
    Name.spell(letters)(name),
    E.bimap(
      () => `${name}: up to ${letters} letters from A to Z`,
      ({ data }) => toText(data),
    ),
  )

/** Nothing is written for what cannot be spelt. */
export const spelt = (name: string): string => E.getOrElse(() => '')(spell(name))

/** Names in a text, between blanks or commas; or what is wrong with one. */
export const readNames = (text: string): E.Either<string, ReadonlyArray<string>> => {
  const names = [...new Set(text.toUpperCase().split(/[\s,;]+/))].filter((name) => name !== '')
  return names.length === 0
    ? E.left('at least one name')
    : names.length > maxPairs
      ? E.left(`at most ${maxPairs} names`)
      : F.pipe(
          names,
          E.traverseArray(spell),
          E.map(() => names),
        )
}

const faces = {
  ADA: `
    ..##.##..##.##..
    .##############.
    ################
    ####.##..##.####
    .##..........##.
    ###..##..##..###
    .##.###..###.##.
    #.###..###..##.#
    #.#.###..###.#.#
    .##....##....##.
    ..#..........#..
    ..#..#....#..#..
    ...#..####..#...
    ....#......#....
    .....######.....
    ......#..#......
  `,
  OTTO: `
    .....######.....
    ...##########...
    ..############..
    .#####....#####.
    .###........###.
    .##..##..##..##.
    ###..........###
    ###..#....#..###
    ###..........###
    ###...####...###
    ######....######
    #####.####.#####
    ####.#....#.####
    ###.########.###
    .....######.....
    ......####......
  `,
  KURT: `
    ................
    ................
    .....######.....
    ...##......##...
    ..#..........#..
    ..#..........#..
    .##..........##.
    #.#..#....#..#.#
    #.#..........#.#
    .##...####...##.
    ..#..######..#..
    ..#..######..#..
    ...#........#...
    ....#......#....
    .....######.....
    ......#..#......
  `,
  MAX: `
    ................
    ....########....
    ...##########...
    ..############..
    ################
    ..#.###..###.#..
    .##############.
    #.###.####.###.#
    #.#####..#####.#
    .##...####...##.
    ..####....####..
    ..###.####.###..
    ...#.#....#.#...
    ....########....
    .....######.....
    ......####......
  `,
} as const

export const people: ReadonlyArray<StoredPair> = Object.entries(faces).map(([name, face]) => ({
  name,
  x: face.replaceAll(/\s/g, ''),
  y: spelt(name),
}))
