import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit'

const icon = (content: SVGTemplateResult): TemplateResult =>
  html`<svg
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.7"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${content}
  </svg>`

export const play = icon(svg`<path d="M6 4.2v11.6l9.5-5.8z" fill="currentColor"/>`)
export const pause = icon(svg`<path d="M7 4.5v11M13 4.5v11" stroke-width="2.6"/>`)
export const stepForward = icon(svg`<path d="M5 4.5v11l7.5-5.5z" fill="currentColor"/><path d="M15.5 4.5v11"/>`)
export const stepBack = icon(svg`<path d="M15 4.5v11L7.5 10z" fill="currentColor"/><path d="M4.5 4.5v11"/>`)
export const restart = icon(svg`<path d="M4.5 10a5.7 5.7 0 1 0 1.9-4.2M4.3 3.3l.4 3.8 3.7-.5"/>`)
export const undo = icon(svg`<path d="M4 8h8a4 4 0 0 1 0 8H8M7 4.5 3.5 8 7 11.5"/>`)
export const redo = icon(svg`<path d="M16 8H8a4 4 0 0 0 0 8h4M13 4.5 16.5 8 13 11.5"/>`)
export const link = icon(
  svg`<path d="M8.5 11.5a3.2 3.2 0 0 0 4.6 0l2.7-2.7a3.250 3.250 0 0 0-4.6-4.6l-.9.9M11.5 8.5a3.2 3.2 0 0 0-4.6 0l-2.7 2.7a3.250 3.250 0 0 0 4.6 4.6l.9-.9"/>`,
)
export const download = icon(svg`<path d="M10 3.5v9M6.3 9.2 10 12.9l3.7-3.7M4 16.3h12"/>`)
export const sun = icon(
  svg`<circle cx="10" cy="10" r="3.3"/><path d="M10 2.5v1.7M10 15.8v1.7M2.5 10h1.7M15.8 10h1.7M4.7 4.7l1.2 1.2M14.1 14.1l1.2 1.2M15.3 4.7l-1.2 1.2M5.9 14.1l-1.2 1.2"/>`,
)
export const moon = icon(svg`<path d="M16 11.7A6.5 6.5 0 0 1 8.3 4a6.5 6.5 0 1 0 7.7 7.7z"/>`)
export const halfMoon = icon(
  svg`<circle cx="10" cy="10" r="6.5"/><path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"/>`,
)
export const plus = icon(svg`<path d="M10 4.5v11M4.5 10h11"/>`)
export const cross = icon(svg`<path d="m5.5 5.5 9 9M14.5 5.5l-9 9"/>`)
export const check = icon(svg`<path d="m4.5 10.5 3.7 3.7 7.3-8"/>`)
export const warning = icon(svg`<path d="M10 3.5 17.3 16H2.7zM10 8.3v3.4M10 13.9v.1"/>`)
export const search = icon(svg`<circle cx="8.8" cy="8.8" r="4.8"/><path d="m12.5 12.5 4 4"/>`)
export const dice = icon(
  svg`<rect x="3.5" y="3.5" width="13" height="13" rx="2.5"/><circle cx="7.3" cy="7.3" r=".9" fill="currentColor"/><circle cx="12.7" cy="12.7" r=".9" fill="currentColor"/><circle cx="10" cy="10" r=".9" fill="currentColor"/>`,
)
export const picture = icon(
  svg`<rect x="3" y="4" width="14" height="12" rx="2"/><path d="m3.5 14 4-4 3 3 2.5-2.5 3.5 3.5"/><circle cx="12.8" cy="7.6" r="1.1"/>`,
)
export const before = icon(svg`<path d="M12 5 7 10l5 5"/>`)
export const after = icon(svg`<path d="m8 5 5 5-5 5"/>`)
