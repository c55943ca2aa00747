/**
 * The form controls of the lab as functions from data to templates.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'

export interface Choice<A extends string> {
  readonly id: A
  readonly label: string
  readonly hint?: string
}

interface Slider {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  /** The value as it is shown and read out. */
  readonly shown: string
  readonly name: string
  readonly on: (value: number, stroke: number) => void
}

const valueOf = (event: Event): string =>
  event.currentTarget instanceof HTMLInputElement ||
  event.currentTarget instanceof HTMLSelectElement ||
  event.currentTarget instanceof HTMLTextAreaElement
    ? event.currentTarget.value
    : ''

const fill = (value: number, min: number, max: number): string =>
  `--fill:${max > min ? (100 * (value - min)) / (max - min) : 0}%`

/** A slider; all its moves until the next pause count as one stroke. */
export const slider = ({ label, value, min, max, step = 1, shown, name, on }: Slider): TemplateResult =>
  html`<label class="field">
    <span class="label spread"><span>${label}</span><span class="number">${shown}</span></span>
    <input
      type="range"
      name=${name}
      min=${min}
      max=${max}
      step=${step}
      .value=${live(String(value))}
      style=${fill(value, min, max)}
      aria-valuetext=${shown}
      @input=${(event: Event) => on(Number(valueOf(event)), strokeOf(event))}
    />
  </label>`

/** Moves of one control in the same second or so belong together. */
const strokeOf = (event: Event): number => Math.floor(event.timeStamp / 1500)

interface NumberField {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly name: string
  readonly on: (value: number) => void
}

export const numberField = ({ label, value, min, max, name, on }: NumberField): TemplateResult =>
  html`<label class="field">
    <span class="label">${label}</span>
    <input
      class="input"
      type="number"
      name=${name}
      min=${min}
      max=${max}
      step="1"
      .value=${live(String(value))}
      @change=${(event: Event) => {
        const text = valueOf(event)
        if (text !== '') on(Number(text))
      }}
    />
  </label>`

interface Segmented<A extends string> {
  readonly legend: string
  readonly name: string
  readonly options: ReadonlyArray<Choice<A>>
  readonly value: A
  readonly on: (value: A) => void
  readonly hideLegend?: boolean
}

export const segmented = <A extends string>({
  legend,
  name,
  options,
  value,
  on,
  hideLegend = false,
}: Segmented<A>): TemplateResult =>
  html`<fieldset class="field">
    <legend class=${hideLegend ? 'visually-hidden' : 'label'}>${legend}</legend>
    <div class="segmented">
      ${options.map(
        ({ id, label, hint }) =>
          html`<label title=${hint ?? nothing}
            ><input type="radio" name=${name} value=${id} .checked=${live(id === value)} @change=${() => on(id)} /><span
              >${label}</span
            ></label
          >`,
      )}
    </div>
  </fieldset>`

interface Select<A extends string> {
  readonly label: string
  readonly name: string
  readonly options: ReadonlyArray<Choice<A>>
  readonly value: A
  readonly on: (value: A) => void
}

export const select = <A extends string>({ label, name, options, value, on }: Select<A>): TemplateResult =>
  html`<label class="field">
    <span class="label">${label}</span>
    <select
      class="select"
      name=${name}
      @change=${(event: Event) => {
        const chosen = options.find(({ id }) => id === valueOf(event))
        if (chosen !== undefined) on(chosen.id)
      }}
    >
      ${options.map(({ id, label: text }) => html`<option value=${id} ?selected=${id === value}>${text}</option>`)}
    </select>
  </label>`

interface Switch {
  readonly label: string | TemplateResult
  readonly name: string
  readonly checked: boolean
  readonly on: (checked: boolean) => void
  /** A switch that carries no warning when it is off. */
  readonly plain?: boolean
}

export const toggle = ({ label, name, checked, on, plain = false }: Switch): TemplateResult =>
  html`<label class=${plain ? 'switch plain' : 'switch'}>
    <input
      type="checkbox"
      role="switch"
      name=${name}
      .checked=${live(checked)}
      @change=${(event: Event) => on(event.currentTarget instanceof HTMLInputElement && event.currentTarget.checked)}
    />
    <span>${label}</span>
  </label>`
