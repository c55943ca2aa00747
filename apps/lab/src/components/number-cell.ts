import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { number } from '../numbers.js'

/** Reads a number that somebody typed, or puts the old one back. */
const typed =
  (old: number, largest: number, on: (value: number) => void) =>
  (event: Event): void => {
    const field = event.currentTarget
    if (!(field instanceof HTMLInputElement)) return
    const value = Number(field.value.replace('−', '-'))
    if (field.value.trim() === '' || !Number.isFinite(value)) field.value = number(old)
    else on(Math.max(-largest, Math.min(largest, value)))
  }

interface NumberCell {
  readonly label: string
  /** What tests and style sheets call it. */
  readonly name: string
  readonly value: number
  readonly largest: number
  readonly on: (value: number) => void
}

/** One number of a table that can be typed over. */
export const numberCell = ({ label, name, value, largest, on }: NumberCell): TemplateResult =>
  html`<input
    class="weight number"
    inputmode="decimal"
    autocomplete="off"
    aria-label=${label}
    data-cell=${name}
    .value=${live(number(value))}
    @change=${typed(value, largest, on)}
  />`
