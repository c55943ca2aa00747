/**
 * Laws of patterns, of the distances between them, and of pictures as text (rows A7, A14).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Law } from '@engram/law'
import { Matrix } from '@engram/linalg'
import * as Glyph from '../Glyph.js'
import * as Overlap from '../Overlap.js'
import * as Pattern from '../Pattern.js'
import * as Reference from '../reference.js'
import { equalNumbers } from './adapters.js'
import { bipolar, patterns as somePatterns, size, values, type Numbers, type Rows } from './arbitraries.js'

/** From one alphabet to the other and back. */
export interface Conversions {
  readonly toBipolar: (binary: Numbers) => Numbers
  readonly toBinary: (bipolar: Numbers) => Numbers
  readonly negate: (bipolar: Numbers) => Numbers
}

const asBipolar = (components: Numbers): Pattern.Bipolar => Pattern.unsafePattern('Bipolar', Int8Array.from(components))

const asBinary = (components: Numbers): Pattern.Binary => Pattern.unsafePattern('Binary', Int8Array.from(components))

export const conversions: Conversions = {
  toBipolar: (components) => Pattern.toArray(Pattern.toBipolar(asBinary(components))),
  toBinary: (components) => Pattern.toArray(Pattern.toBinary(asBipolar(components))),
  negate: (components) => Pattern.toArray(Pattern.negate(asBipolar(components))),
}

export const patternConversions = Law.law<Conversions>({
  id: 'pattern_conversions',
  statement: 'binary and bipolar form are each other’s inverse, s ↦ 2s − 1; reversing twice changes nothing, once all',
  source: 'lecture K, "To store a set of binary patterns": 2s(p) − 1',
  hypotheses: [],
  property: ({ toBipolar, toBinary, negate }) =>
    fc.property(
      size(9).chain((n) => fc.tuple(values('binary')(n), bipolar(n))),
      ([bits, spins]) =>
        equalNumbers(toBinary(toBipolar(bits)), bits) &&
        equalNumbers(toBipolar(toBinary(spins)), spins) &&
        toBipolar(bits).every((spin, i) => spin === 2 * (bits[i] ?? 0) - 1) &&
        equalNumbers(negate(negate(spins)), spins) &&
        negate(spins).every((spin, i) => spin === -(spins[i] ?? 0)),
    ),
  countermodels: [
    {
      id: 'upside_down',
      description: 'turns −1 into 1 and 1 into 0',
      implementation: {
        ...conversions,
        toBinary: (spins) => spins.map((spin) => (1 - spin) / 2),
        toBipolar: (bits) => bits.map((bit) => 1 - 2 * bit),
      },
    },
  ],
})

/** How many components of two patterns differ. */
export type Distance = (a: Numbers, b: Numbers) => number

export const hamming: Distance = (a, b) =>
  F.pipe(
    Overlap.hamming(asBipolar(a))(asBipolar(b)),
    E.getOrElse(() => NaN),
  )

export const hammingEqOverlap = Law.law<Distance>({
  id: 'hamming_eq_overlap',
  statement: 'the Hamming distance of bipolar patterns is (n − s·y) / 2',
  source: 'Fausett (1994) §3.5, comparison of Hamming distances',
  rows: ['A14'],
  hypotheses: [],
  property: (distance) =>
    fc.property(
      size(9).chain((n) => fc.tuple(bipolar(n), bipolar(n))),
      ([a, b]) => 2 * distance(a, b) === a.length - Reference.dot(a, b),
    ),
  countermodels: [
    {
      id: 'agreements',
      description: 'counts the components that agree',
      implementation: (a, b) => a.length - hamming(a, b),
    },
    {
      id: 'squared',
      description: 'the squared Euclidean distance, four times too large',
      implementation: (a, b) => 4 * hamming(a, b),
    },
  ],
})

export const hammingMetric = Law.law<Distance>({
  id: 'hamming_metric',
  statement: 'd(a, b) = 0 exactly when a = b, d(a, b) = d(b, a), d(a, c) ≤ d(a, b) + d(b, c)',
  source: 'Hamming (1950)',
  rows: ['A14'],
  hypotheses: [],
  property: (distance) =>
    fc.property(
      size(6).chain((n) => fc.tuple(bipolar(n), bipolar(n), bipolar(n))),
      ([a, b, c]) =>
        (distance(a, b) === 0) === equalNumbers(a, b) &&
        distance(a, b) === distance(b, a) &&
        distance(a, c) <= distance(a, b) + distance(b, c),
    ),
  countermodels: [
    {
      id: 'quadratic',
      description: 'the square of the number of differences breaks the triangle inequality',
      implementation: (a, b) => hamming(a, b) ** 2,
    },
    {
      id: 'mistakes_only',
      description: 'counts a +1 that became −1, but not a −1 that became +1',
      implementation: (a, b) => a.filter((component, i) => component > (b[i] ?? 0)).length,
    },
  ],
})

/** From patterns to the overlaps of each with each. */
export type Correlations = (patterns: Rows) => Rows

export const correlations: Correlations = (patterns) =>
  E.match(
    () => [],
    (matrix: Matrix.Matrix) => Matrix.toRows(matrix),
  )(Overlap.correlations(patterns.map(asBipolar)))

export const correlationsGram = Law.law<Correlations>({
  id: 'correlations_gram',
  statement:
    'n times the correlations are the dot products of the patterns: whole numbers, symmetric, n on the diagonal',
  source: 'Amit, Gutfreund and Sompolinsky (1985); lecture V, "correlation matrix"',
  rows: ['A14'],
  hypotheses: [],
  property: (correlate) =>
    fc.property(
      size(8).chain((n) => somePatterns('bipolar')(n, 5)),
      (stored) => {
        const c = correlate(stored)
        const n = stored[0]?.length ?? 0
        // One division by n and one multiplication round far less than the distance to the next whole number.
        return stored.every((a, p) =>
          stored.every((b, q) => Math.round(n * (c[p]?.[q] ?? NaN)) === Reference.dot(a, b)),
        )
      },
    ),
  countermodels: [
    {
      id: 'of_components',
      description: 'correlates the components instead of the patterns',
      implementation: (stored) => Reference.hebbian(stored.map((s) => [s, s])),
    },
  ],
})

/** From a picture to text and back. */
export interface PictureText {
  readonly render: (picture: Glyph.Picture) => string
  readonly parse: (text: string) => ReadonlyArray<Glyph.Picture>
}

export const pictureText: PictureText = {
  render: Glyph.render,
  parse: (text) =>
    F.pipe(
      Glyph.parse(text),
      E.getOrElse((): ReadonlyArray<Glyph.Picture> => []),
    ),
}

const picture: fc.Arbitrary<Glyph.Picture> = fc
  .tuple(size(6), size(6))
  .chain(([width, height]) => bipolar(width * height).map((cells) => ({ width, height, pattern: asBipolar(cells) })))

const samePicture = (a: Glyph.Picture, b: Glyph.Picture | undefined): boolean =>
  b !== undefined && a.width === b.width && a.height === b.height && Pattern.Eq.equals(a.pattern, b.pattern)

export const glyphParseRender = Law.law<PictureText>({
  id: 'glyph_parse_render',
  statement: 'pictures survive being written as text and read again',
  source: 'the letters of lecture M, example 3.23, drawn with # and .',
  hypotheses: [],
  property: ({ render, parse }) =>
    fc.property(fc.array(picture, { minLength: 1, maxLength: 3 }), (pictures) => {
      const read = parse(pictures.map(render).join('\n\n'))
      return read.length === pictures.length && pictures.every((each, k) => samePicture(each, read[k]))
    }),
  countermodels: [
    {
      id: 'column_by_column',
      description: 'writes the components column by column',
      implementation: {
        ...pictureText,
        render: ({ width, height, pattern }) => Glyph.render({ width: height, height: width, pattern }),
      },
    },
    {
      id: 'one_picture',
      description: 'does not see the blank lines between pictures',
      implementation: { ...pictureText, parse: (text) => pictureText.parse(text.replaceAll('\n\n', '\n')) },
    },
  ],
})
