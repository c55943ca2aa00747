/**
 * The pictures in files: glyphs in text, or images scaled to a grid.
 */
import { either as E, function as F } from 'fp-ts'
import { Glyph } from '@engram/associative-memory'
import type { Failure } from '../Failure.js'
import { showGrid, type Grid } from '../Options.js'
import { contrast, fromPattern, otsu, resample, toPicture, type Gray } from './Gray.js'
import { decode, isPng } from './Png.js'

/** A picture and what to call it. */
export interface Named extends Glyph.Picture {
  /** After its file, with its number there if it is not the only one. */
  readonly name: string
  /** A name of its own, which a picture among others in a file does not have. */
  readonly title: string
  /** The shades of its cells, of which the pattern keeps on and off. */
  readonly gray: Gray
}

/** A file that has been read. */
export interface File {
  readonly file: string
  readonly bytes: Uint8Array
}

/** What a file holds before the size of pictures is settled. */
export type Content =
  | { readonly _tag: 'Glyphs'; readonly file: string; readonly pictures: ReadonlyArray<Glyph.Picture> }
  | { readonly _tag: 'Image'; readonly file: string; readonly image: Gray }

/** How images become pictures. */
export interface Settings {
  readonly grid: Grid
  /** Darkness above which a cell is on; found by Otsu's method when absent. */
  readonly threshold?: number
  /** Light on dark. */
  readonly invert: boolean
}

const baseName = (file: string): string => (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[^.]*$/, '')

const badImage = (file: string, reason: string): Failure => ({ _tag: 'BadImage', file, reason })

/** The content of a file: an image if it says so by its first bytes or by its name, else glyphs. */
export const contentOf = ({ bytes, file }: File): E.Either<Failure, Content> => {
  if (isPng(bytes) || /\.png$/i.test(file))
    return F.pipe(
      decode(bytes),
      E.bimap(
        (reason) => badImage(file, reason),
        (image): Content => ({ _tag: 'Image', file, image }),
      ),
    )
  const text = new TextDecoder().decode(bytes)
  return F.pipe(
    Glyph.parse(text),
    E.bimap(
      (error): Failure => ({ _tag: 'BadGlyphs', file, text, error }),
      (pictures): Content => ({ _tag: 'Glyphs', file, pictures }),
    ),
  )
}

/** The size of the first glyphs among the contents. */
export const glyphGrid = (contents: ReadonlyArray<Content>): Grid | undefined => {
  const glyphs = contents.find((content) => content._tag === 'Glyphs')
  return glyphs?._tag === 'Glyphs' ? glyphs.pictures[0] : undefined
}

type Shaded = Glyph.Picture & Pick<Named, 'gray'>

const shaded = (picture: Glyph.Picture): Shaded => ({ ...picture, gray: fromPattern(picture, picture.pattern) })

/** A picture without contrast has no ink that could be told from the paper. */
const leastContrast = 1 / 16

const pictureOf =
  ({ grid, invert, threshold }: Settings) =>
  (file: string, image: Gray): E.Either<Failure, Shaded> => {
    const scaled = resample(grid)(image)
    const cells: Gray = invert ? { ...scaled, darkness: Array.from(scaled.darkness, (cell) => 1 - cell) } : scaled
    return threshold === undefined && contrast(cells) < leastContrast
      ? E.left(badImage(file, 'is blank: no ink can be told from the paper'))
      : E.right({ ...toPicture(threshold ?? otsu(cells))(cells), gray: cells })
  }

/** The pictures of a content, images scaled to the grid; named after their files. */
export const picturesOf =
  (settings: Settings) =>
  (content: Content): E.Either<Failure, ReadonlyArray<Named>> => {
    const name = baseName(content.file)
    if (content._tag === 'Image')
      return E.map((picture: Shaded) => [{ name, title: name, ...picture }])(
        pictureOf(settings)(content.file, content.image),
      )
    const { pictures } = content
    return E.right(
      pictures.length === 1
        ? pictures.map((picture) => ({ name, title: name, ...shaded(picture) }))
        : pictures.map((picture, k) => ({ name: `${name} ${k + 1}`, title: '', ...shaded(picture) })),
    )
  }

/** The pictures, if all are of one size. */
export const ofSize =
  (grid: Grid, as: string) =>
  (pictures: ReadonlyArray<Named>): E.Either<Failure, ReadonlyArray<Named>> => {
    const odd = pictures.find(({ height, width }) => width !== grid.width || height !== grid.height)
    return odd === undefined
      ? E.right(pictures)
      : E.left({ _tag: 'OtherSize', picture: odd.name, expected: showGrid(grid), actual: showGrid(odd), as })
  }
