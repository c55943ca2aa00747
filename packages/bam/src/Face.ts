/**
 * Faces of 16 × 16 cells, drawn from what one would say of them: pictures to put names to.
 *
 * Definitions: `Traits` are what a face is like; `draw` makes the picture, stencil by stencil. In a stencil `#` paints a
 *              cell, `.` clears it, and a blank leaves it as it is.
 * Convention:  two faces that differ in a trait differ in a cell. Faces are much alike, as faces are: outlines agree, so
 *              that the pictures of different people overlap strongly.
 * Laws:        face_injective
 */
import { apply, function as F, ord, readonlyRecord as R, state as S } from 'fp-ts'
import { Pattern, type Glyph } from '@engram/associative-memory'
import { Random } from '@engram/linalg'

/** A row of the picture, and what to do with its cells. */
type Stencil = ReadonlyArray<readonly [row: number, cells: string]>

const head: Stencil = [
  [2, '     ######     '],
  [3, '   ##......##   '],
  [4, '  #..........#  '],
  [5, '  #..........#  '],
  [6, ' ##..........## '],
  [7, '#.#..........#.#'],
  [8, '#.#..........#.#'],
  [9, ' ##..........## '],
  [10, '  #..........#  '],
  [11, '  #..........#  '],
  [12, '   #........#   '],
  [13, '    #......#    '],
  [14, '     ######     '],
  [15, '      #..#      '],
]

const stencils = {
  hair: {
    none: [],
    short: [
      [0, '     ######     '],
      [1, '   ##########   '],
      [2, '  ############  '],
      [3, '  ####....####  '],
      [4, '  ##        ##  '],
    ],
    long: [
      [0, '     ######     '],
      [1, '   ##########   '],
      [2, '  ############  '],
      [3, ' #####....##### '],
      [4, ' ###        ### '],
      [5, ' ##          ## '],
      [6, '##            ##'],
      [7, '##            ##'],
      [8, '##            ##'],
      [9, '##            ##'],
      [10, '###          ###'],
      [11, '###          ###'],
      [12, '###          ###'],
      [13, '###          ###'],
    ],
    curls: [
      [0, '  ##.##..##.##  '],
      [1, ' ##############.'],
      [2, '################'],
      [3, '####.##..##.####'],
      [4, '.##          ##.'],
      [5, '##            ##'],
    ],
    fringe: [
      [1, '   ##########   '],
      [2, '  ############  '],
      [3, '  ############  '],
      [4, '  ##.##..##.##  '],
    ],
    crest: [
      [0, '      ####      '],
      [1, '      ####      '],
      [2, '      ####      '],
      [3, '      ####      '],
    ],
    cap: [
      [1, '    ########    '],
      [2, '   ##########   '],
      [3, '  ############  '],
      [4, '################'],
    ],
  },
  brows: {
    none: [],
    straight: [[5, '    ###  ###    ']],
    stern: [[5, '     ##  ##     ']],
    raised: [[5, '     #    #     ']],
  },
  eyes: {
    dots: [[7, '     #    #     ']],
    wide: [
      [6, '    ###  ###    '],
      [7, '    #.#  #.#    '],
      [8, '    ###  ###    '],
    ],
    narrow: [[7, '    ###  ###    ']],
    aside: [[7, '    #    #      ']],
  },
  glasses: {
    none: [],
    round: [
      [6, '    ###  ###    '],
      [7, '   #   ##   #   '],
      [8, '    ###  ###    '],
    ],
    square: [
      [6, '   ##########   '],
      [7, '   #   ##   #   '],
      [8, '   ####..####   '],
    ],
  },
  nose: {
    small: [[9, '       ##       ']],
    broad: [[9, '      ####      ']],
  },
  beard: {
    none: [],
    moustache: [[10, '     ######     ']],
    goatee: [
      [13, '      ####      '],
      [14, '      ####      '],
      [15, '       ##       '],
    ],
    full: [
      [10, '  ####    ####  '],
      [11, '  ############  '],
      [12, '   ##########   '],
      [13, '    ########    '],
      [14, '     ######     '],
      [15, '      ####      '],
    ],
  },
  mouth: {
    smile: [
      [11, '    .#....#.    '],
      [12, '     .####.     '],
    ],
    flat: [
      [11, '    .######.    '],
      [12, '     ......     '],
    ],
    frown: [
      [11, '     .####.     '],
      [12, '    .#....#.    '],
    ],
    open: [
      [11, '     .####.     '],
      [12, '     .####.     '],
    ],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Stencil>>>>

type Stencils = typeof stencils

/** What a face is like: one choice of each kind. */
export type Traits = { readonly [K in keyof Stencils]: keyof Stencils[K] }

/** What a record names, in its own order. */
const names: <K extends string>(each: Readonly<Record<K, unknown>>) => ReadonlyArray<K> = R.collect(ord.trivial)(
  F.identity,
)

/** The kinds of traits with the choices of each, in the order in which they are drawn. */
export const choices: { readonly [K in keyof Stencils]: ReadonlyArray<Traits[K]> } = {
  hair: names(stencils.hair),
  brows: names(stencils.brows),
  eyes: names(stencils.eyes),
  glasses: names(stencils.glasses),
  nose: names(stencils.nose),
  beard: names(stencils.beard),
  mouth: names(stencils.mouth),
}

const kinds = names(choices)

/** Cells to a side. */
export const side = 16

const layersOf = (traits: Traits): ReadonlyArray<Stencil> => [
  head,
  ...kinds.flatMap((kind) => {
    const each: Readonly<Record<string, Stencil>> = stencils[kind]
    const chosen = each[traits[kind]]
    return chosen === undefined ? [] : [chosen]
  }),
]

/**
 * The picture of a face.
 *
 * Laws: face_injective
 *
 * ```ts runnable
 * import { Glyph } from '@engram/associative-memory'
 * import { Face } from '@engram/bam'
 *
 * const face = Face.draw({ hair: 'short', brows: 'none', eyes: 'dots', glasses: 'round', nose: 'small', beard: 'none', mouth: 'smile' })
 * Glyph.render(face).split('\n').slice(6, 9) // => ['.##.###..###.##.', '#.##.#.##.#.##.#', '#.#.###..###.#.#']
 * ```
 */
export const draw = (traits: Traits): Glyph.Picture => {
  const layers = layersOf(traits)
  const cells = Int8Array.from({ length: side * side }, (_, cell) => {
    const [row, column] = [Math.floor(cell / side), cell % side]
    const paint = layers
      .flatMap((stencil) => stencil.flatMap(([at, marks]) => (at === row ? [marks[column] ?? ' '] : [])))
      .findLast((mark) => mark !== ' ')
    return paint === '#' ? 1 : -1
  })
  return { width: side, height: side, pattern: Pattern.unsafePattern('Bipolar', cells) }
}

/** Requires: a choice at least */
const oneOf = <A>(each: ReadonlyArray<A>): S.State<Random.Random, A> =>
  S.map((lot: number) => each.reduce((chosen, choice, k) => (k <= lot * each.length ? choice : chosen)))(Random.uniform)

/** A face drawn by lot, each choice of a kind equally likely. */
export const random: S.State<Random.Random, Traits> = apply.sequenceS(S.Apply)({
  hair: oneOf(choices.hair),
  brows: oneOf(choices.brows),
  eyes: oneOf(choices.eyes),
  glasses: oneOf(choices.glasses),
  nose: oneOf(choices.nose),
  beard: oneOf(choices.beard),
  mouth: oneOf(choices.mouth),
})

const same = (a: Traits, b: Traits): boolean => kinds.every((kind) => a[kind] === b[kind])

/** So many different faces, drawn by lot. Requires: at most a few hundred; there are 10 752 in all */
export const crowd = (count: number): S.State<Random.Random, ReadonlyArray<Traits>> =>
  Array.from({ length: Math.max(0, count) }).reduce<S.State<Random.Random, ReadonlyArray<Traits>>>(
    (drawn) =>
      S.chain((faces: ReadonlyArray<Traits>) => S.map((face: Traits) => [...faces, face])(unlike(faces)))(drawn),
    S.of([]),
  )

/** A face unlike those that there are. */
const unlike =
  (faces: ReadonlyArray<Traits>): S.State<Random.Random, Traits> =>
  (lot) => {
    const [face, next] = random(lot)
    return faces.some((each) => same(each, face)) ? unlike(faces)(next) : [face, next]
  }
