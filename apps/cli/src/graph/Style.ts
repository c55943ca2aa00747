/**
 * Colours and marks.
 *
 * Convention: what a state leads to is told by colour and by shape or filling alike: blue for what was stored, hollow for
 *             its negative; orange for what was not, hollow for what never comes to rest; grey for a choice.
 *             Every colour is given by a class, so that the style sheet can turn them over in the dark.
 */
import type { Kind } from './Landscape.js'
import { el, polygon } from './Svg.js'

/** What becomes of a state: it leads to one well of some kind, or may end in several. */
export type Fate = Kind | 'open'

interface Palette {
  readonly page: string
  readonly ink: string
  readonly soft: string
  readonly line: string
  readonly faint: string
  readonly blue: string
  readonly blueWash: string
  readonly orange: string
  readonly orangeWash: string
  readonly grey: string
}

const light: Palette = {
  page: '#fffefb',
  ink: '#1c2026',
  soft: '#545b67',
  line: '#8d8778',
  faint: '#e4dfd3',
  blue: '#2462bd',
  blueWash: '#d9e5f7',
  orange: '#d2650c',
  orangeWash: '#fbe3cb',
  grey: '#8a8475',
}

const dark: Palette = {
  page: '#14181e',
  ink: '#ebe8e1',
  soft: '#a9b0bc',
  line: '#6c7686',
  faint: '#2b313b',
  blue: '#6ea6f2',
  blueWash: '#1c3050',
  orange: '#f59a3c',
  orangeWash: '#46301a',
  grey: '#838c9a',
}

const rules = ({ blue, blueWash, faint, grey, ink, line, orange, orangeWash, page, soft }: Palette): string =>
  [
    `.page,.bare{fill:${page}}.ink{fill:${ink}}.soft{fill:${soft}}.off{fill:${faint}}`,
    `.line{stroke:${line}}.faint{stroke:${faint}}.frame{stroke:${line}}`,
    `.blue{fill:${blue}}.orange{fill:${orange}}.grey{fill:${grey}}`,
    `.blue-wash{fill:${blueWash}}.orange-wash{fill:${orangeWash}}`,
    `.blue-line{stroke:${blue}}.orange-line{stroke:${orange}}.grey-line{stroke:${grey}}`,
  ].join('')

/** The style sheet: light, and dark where that is preferred. */
export const styleSheet = [
  'text{font-family:Inter,ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:13px}',
  '.title{font-weight:650}.strong{font-weight:600}.small{font-size:11.5px}',
  '.sign{font-family:ui-monospace,"SF Mono","Cascadia Code",Menlo,"DejaVu Sans Mono",monospace}',
  '.number{font-variant-numeric:tabular-nums}.middle{text-anchor:middle}.end{text-anchor:end}',
  '.line,.faint,.frame,.blue-line,.orange-line,.grey-line{fill:none}',
  rules(light),
  `@media(prefers-color-scheme:dark){${rules(dark)}}`,
].join('')

const hatching = (id: string, wash: string, line: string): string =>
  el(
    'pattern',
    { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    el('rect', { width: 6, height: 6, class: wash }),
    el('path', { d: 'M0 0V6', class: line, 'stroke-width': 2.2, opacity: 0.3 }),
  )

export const definitions = el(
  'defs',
  {},
  hatching('engram-hatched-blue', 'blue-wash', 'blue-line'),
  hatching('engram-hatched-orange', 'orange-wash', 'orange-line'),
)

/** How a fate is filled where there is room for a filling. */
export const filling: { readonly [F in Fate]: Readonly<Record<string, string>> } = {
  stored: { class: 'blue-wash' },
  resting: { class: 'blue-wash' },
  reversed: { fill: 'url(#engram-hatched-blue)' },
  spurious: { class: 'orange-wash' },
  wandering: { fill: 'url(#engram-hatched-orange)' },
  open: { class: 'bare' },
}

/** The colour of its lines. */
export const stroke: { readonly [F in Fate]: string } = {
  stored: 'blue-line',
  resting: 'blue-line',
  reversed: 'blue-line',
  spurious: 'orange-line',
  wandering: 'orange-line',
  open: 'grey-line',
}

/** What it is called in the legend, after the word `leads`. */
export const legend: { readonly [F in Fate]: string } = {
  stored: 'to a stored pattern',
  resting: 'to one fixed point',
  reversed: 'to the negative of a pattern',
  spurious: 'to what was never stored',
  wandering: 'nowhere: no rest',
  open: 'to several places',
}

const isHollow = (fate: Fate): boolean => fate === 'reversed' || fate === 'wandering'

/** The sign of a fate at a point: discs for what was stored, diamonds for what was not. */
export const mark = (fate: Fate, x: number, y: number, r: number): string => {
  const width = Math.min(2, r / 2)
  const inner = isHollow(fate) ? r - width / 2 : r
  const look = isHollow(fate)
    ? { class: `bare ${stroke[fate]}`, 'stroke-width': width }
    : { class: fate === 'open' ? 'grey' : fate === 'spurious' ? 'orange' : 'blue' }
  return fate === 'spurious' || fate === 'wandering'
    ? el('path', {
        d: polygon([
          [x, y - 1.25 * inner],
          [x + 1.25 * inner, y],
          [x, y + 1.25 * inner],
          [x - 1.25 * inner, y],
        ]),
        ...look,
      })
    : el('circle', { cx: x, cy: y, r: inner, ...look })
}
