/**
 * SVG as text.
 *
 * Convention: numbers with at most two digits after the point; what comes from outside is escaped.
 */

export type Point = readonly [x: number, y: number]

/** A part of a drawing, as high as it is. */
export interface Drawn {
  readonly height: number
  readonly svg: string
}

type Attributes = Readonly<Record<string, string | number>>

/** All control characters but white space, halves of characters, and what Unicode leaves out for good. */
const unspeakable = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu

/** Text as it may stand between tags and in attributes: without what XML has no word for. */
const escape = (text: string): string =>
  text
    .replaceAll(unspeakable, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const digits = 100

export const round = (value: number): number => Math.round(value * digits) / digits + 0

const written = (value: string | number): string => (typeof value === 'number' ? `${round(value)}` : escape(value))

/** An element with what is inside it, which is SVG already. */
export const el = (name: string, attributes: Attributes, ...inside: ReadonlyArray<string>): string => {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${written(value)}"`)
  return `<${name}${list.join('')}${inside.length === 0 ? '/>' : `>${inside.join('')}</${name}>`}`
}

/** An element with text inside it. */
export const worded = (name: string, attributes: Attributes, words: string): string =>
  el(name, attributes, escape(words))

export const text = (attributes: Attributes, words: string): string => worded('text', attributes, words)

export const group = (attributes: Attributes, ...inside: ReadonlyArray<string>): string =>
  inside.length === 0 ? '' : el('g', attributes, ...inside)

/** Points as the data of a closed path. */
export const polygon = (points: ReadonlyArray<Point>): string =>
  `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}z`

/** The largest font size up to `largest` at which so many letters, each so wide for its height, fit into a width. */
export const fontSize = (largest: number, width: number, letters: number, wide: number): number =>
  Math.min(largest, width / (wide * Math.max(1, letters)))
