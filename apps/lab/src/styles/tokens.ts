/**
 * The look of the lab: colours, type and space as custom properties.
 *
 * Convention: blue and orange carry meaning and always come with a shape; nothing is told by colour alone.
 */
import { css } from 'lit'

export const tokens = css`
  :host {
    --page: light-dark(#f6f4ef, #101318);
    --surface: light-dark(#fffefb, #191d24);
    --sunken: light-dark(#f0ede6, #12161c);
    --line: light-dark(#ddd8cc, #2e343e);
    --line-strong: light-dark(#8d8778, #6c7686);
    --ink: light-dark(#1c2026, #ebe8e1);
    --soft: light-dark(#545b67, #a9b0bc);
    --blue: light-dark(#1d55a8, #86b6f6);
    --blue-fill: light-dark(#2462bd, #6ea6f2);
    --blue-wash: light-dark(#e6eefa, #1b2a40);
    --orange: light-dark(#a4470a, #ffb066);
    --orange-fill: light-dark(#e27a1a, #f59a3c);
    --orange-wash: light-dark(#fdeedd, #3a2815);
    --on-blue: light-dark(#ffffff, #0d1826);
    --cell-on: light-dark(#20304a, #dfe6f0);
    --cell-off: light-dark(#f1eee7, #252b34);
    --cell-gap: light-dark(#fffefb, #191d24);
    --cell-missing: light-dark(#b9b3a5, #59626f);
    --shadow: light-dark(rgb(60 50 30 / 0.07), rgb(0 0 0 / 0.35));

    --sans: 'Inter Variable', ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
    --serif: 'Source Serif 4 Variable', ui-serif, 'Iowan Old Style', Charter, Georgia, serif;
    --math: KaTeX_Main, 'Latin Modern Math', 'STIX Two Math', 'Cambria Math', serif;
    --mono: ui-monospace, 'SF Mono', 'Cascadia Code', 'JetBrains Mono', 'Liberation Mono', Menlo, monospace;

    --radius: 12px;
    --radius-small: 7px;

    color: var(--ink);
    font-family: var(--sans);
    font-size: 0.9375rem;
    line-height: 1.5;
    font-feature-settings: 'cv11', 'ss03';
  }
`

/** Colours that a canvas paints with: registered, so that their computed value is a plain colour. */
const painted = [
  '--cell-on',
  '--cell-off',
  '--cell-gap',
  '--cell-missing',
  '--blue-fill',
  '--orange-fill',
  '--line-strong',
]

/** Registers the painted colours; a second lab on the same page finds them registered already. */
export const registerColours = (): void =>
  painted.forEach((name) => {
    try {
      CSS.registerProperty({ name, syntax: '<color>', inherits: true, initialValue: 'transparent' })
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidModificationError')) throw error
    }
  })
