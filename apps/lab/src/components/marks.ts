/**
 * Marks that can be told apart without colour: what a state is called up to, in a map of all states.
 */
import { html, type TemplateResult } from 'lit'

/** A shape of its own for each memory; hollow for its negative. */
export interface Mark {
  readonly shape: 'disc' | 'square' | 'triangle' | 'diamond' | 'bar' | 'plus' | 'cross' | 'ring' | 'dot'
  readonly tone: 'blue' | 'orange' | 'ink' | 'soft'
  readonly isHollow: boolean
}

/** In a box from −1 to 1. */
export const paths: { readonly [shape in Mark['shape']]: string } = {
  disc: 'M-.8 0A.8 .8 0 1 1 .8 0A.8 .8 0 1 1-.8 0z',
  square: 'M-.7-.7H.7V.7H-.7z',
  triangle: 'M0-.8L.85 .7H-.85z',
  diamond: 'M0-.95L.9 0L0 .95L-.9 0z',
  bar: 'M-.85-.35H.85V.35H-.85z',
  plus: 'M-.28-.85H.28V-.28H.85V.28H.28V.85H-.28V.28H-.85V-.28H-.28z',
  cross: 'M-.8-.5L-.5-.8L0-.3L.5-.8L.8-.5L.3 0L.8 .5L.5 .8L0 .3L-.5 .8L-.8 .5L-.3 0z',
  ring: 'M-.85 0A.85 .85 0 1 1 .85 0A.85 .85 0 1 1-.85 0zM-.4 0A.4 .4 0 1 0 .4 0A.4 .4 0 1 0-.4 0z',
  dot: 'M-.35 0A.35 .35 0 1 1 .35 0A.35 .35 0 1 1-.35 0z',
}

export const variables: { readonly [tone in Mark['tone']]: string } = {
  blue: '--blue-fill',
  orange: '--orange-fill',
  ink: '--cell-on',
  soft: '--line-strong',
}

const memories: ReadonlyArray<Mark> = [
  { shape: 'disc', tone: 'blue', isHollow: false },
  { shape: 'square', tone: 'orange', isHollow: false },
  { shape: 'triangle', tone: 'ink', isHollow: false },
  { shape: 'diamond', tone: 'blue', isHollow: false },
  { shape: 'bar', tone: 'orange', isHollow: false },
  { shape: 'plus', tone: 'ink', isHollow: false },
]

const fallback: Mark = { shape: 'disc', tone: 'blue', isHollow: false }

export const memoryMark = (index: number): Mark => memories[index % memories.length] ?? fallback

export const negativeMark = (index: number): Mark => ({ ...memoryMark(index), isHollow: true })

/** Ends in what nobody stored, never ends, or is undecided. */
export const spuriousMark: Mark = { shape: 'cross', tone: 'soft', isHollow: false }
export const cycleMark: Mark = { shape: 'ring', tone: 'soft', isHollow: false }
export const tieMark: Mark = { shape: 'dot', tone: 'soft', isHollow: false }

/** The mark beside its name. */
export const markIcon = ({ shape, tone, isHollow }: Mark): TemplateResult =>
  html`<svg class="mark-icon" viewBox="-1.2 -1.2 2.4 2.4" aria-hidden="true">
    <path
      d=${paths[shape]}
      fill=${isHollow ? 'none' : `var(${variables[tone]})`}
      stroke=${`var(${variables[tone]})`}
      stroke-width=${isHollow ? 0.28 : 0}
    />
  </svg>`
