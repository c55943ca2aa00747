/**
 * Fills that can be told apart without colour: a hue and a pattern for each attractor.
 */
import { svg, type SVGTemplateResult } from 'lit'

/** The number of an attractor, or `none` for a state that belongs to no fixed point. */
export type Shade = number | 'none'

type Pattern = 'plain' | 'stripes' | 'dots' | 'checks'

const blueFill = 'color-mix(in oklab, var(--blue-fill) 55%, var(--surface))'
const orangeFill = 'color-mix(in oklab, var(--orange-fill) 60%, var(--surface))'
const greyFill = 'color-mix(in oklab, var(--line-strong) 45%, var(--surface))'

/** In this order attractors take their looks: the two opposite ones first. */
const looks: ReadonlyArray<{ readonly colour: string; readonly pattern: Pattern }> = [
  { colour: orangeFill, pattern: 'stripes' },
  { colour: blueFill, pattern: 'plain' },
  { colour: greyFill, pattern: 'dots' },
  { colour: blueFill, pattern: 'checks' },
  { colour: orangeFill, pattern: 'plain' },
  { colour: blueFill, pattern: 'stripes' },
  { colour: orangeFill, pattern: 'dots' },
  { colour: greyFill, pattern: 'plain' },
]

const id = (index: number): string => `shade-${index % looks.length}`

export const fillOf = (which: Shade): string => (which === 'none' ? 'var(--sunken)' : `url(#${id(which)})`)

const content = (pattern: Pattern): SVGTemplateResult => {
  switch (pattern) {
    case 'plain':
      return svg``
    case 'stripes':
      return svg`<path d="M-2 2l4-4M0 8l8-8M6 10l4-4" stroke="var(--surface)" stroke-width="2" />`
    case 'dots':
      return svg`<circle cx="2" cy="2" r="1.3" fill="var(--surface)" /><circle cx="6" cy="6" r="1.3" fill="var(--surface)" />`
    case 'checks':
      return svg`<path d="M0 4h8M4 0v8" stroke="var(--surface)" stroke-width="1.6" />`
  }
}

export const shade = {
  patterns: looks.map(
    ({ colour, pattern }, index) =>
      svg`<pattern id=${id(index)} width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill=${colour} />${content(pattern)}</pattern>`,
  ),
}

/** A disc cut into as many equal parts as there are shades; from the top, clockwise. */
export const wedges = (
  shades: ReadonlyArray<Shade>,
  radius: number,
): ReadonlyArray<{ readonly path: string; readonly shade: Shade }> => {
  const full = `M0 ${-radius}A${radius} ${radius} 0 1 1 0 ${radius}A${radius} ${radius} 0 1 1 0 ${-radius}z`
  if (shades.length <= 1) return [{ path: full, shade: shades[0] ?? 'none' }]
  const shown = shades.slice(0, 4)
  const point = (share: number): string => {
    const angle = 2 * Math.PI * share
    return `${(radius * Math.sin(angle)).toFixed(2)} ${(-radius * Math.cos(angle)).toFixed(2)}`
  }
  return shown.map((each, index) => ({
    path: `M0 0L${point(index / shown.length)}A${radius} ${radius} 0 0 1 ${point((index + 1) / shown.length)}z`,
    shade: each,
  }))
}
