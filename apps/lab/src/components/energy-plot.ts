/**
 * Energy against updates: what has been seen of a run, where the run stands, and every rise marked.
 */
import { LitElement, css, html, nothing, svg } from 'lit'
import { tokens } from '../styles/tokens.js'
import { followLooks } from './looks.js'
import { linear } from './scale.js'
import { plotOf, type PlotInput } from './plot.js'

/** Energies of which there are so many are a long run. */
const longRun = 2000
const drawEvery = 80

export class EnergyPlot extends LitElement {
  static override properties = {
    energies: { attribute: false },
    at: { type: Number },
    reach: { type: Number },
    sweep: { type: Number },
    symbol: { type: String },
    steps: { type: String },
    bound: { attribute: false },
    label: { type: String },
    rounding: { type: Number },
    size: { state: true },
  }
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        direction: ltr;
        block-size: 13rem;
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        overflow: visible;
        font-size: 11px;
        font-variant-numeric: tabular-nums;
        cursor: ew-resize;
        touch-action: pan-y;
      }
      text {
        fill: var(--soft);
      }
      .grid {
        stroke: var(--line);
        stroke-width: 1;
      }
      .axis {
        stroke: var(--line-strong);
      }
      .past {
        fill: none;
        stroke: var(--blue-fill);
        stroke-width: 2;
        stroke-linejoin: round;
      }
      .future {
        fill: none;
        stroke: var(--line-strong);
        stroke-width: 1.25;
        stroke-dasharray: 3 3;
      }
      .area {
        fill: var(--blue-fill);
        opacity: 0.09;
      }
      .rise {
        fill: var(--orange-fill);
      }
      .rise-line {
        stroke: var(--orange-fill);
        stroke-width: 2.5;
      }
      .bound {
        stroke: var(--line-strong);
        stroke-width: 1.5;
        stroke-dasharray: 6 3;
      }
      .here {
        fill: var(--blue-fill);
        stroke: var(--surface);
        stroke-width: 2;
      }
      .here-line {
        stroke: var(--blue-fill);
        stroke-width: 1;
        stroke-dasharray: 2 3;
      }
      .value {
        fill: var(--ink);
        font-weight: 600;
        font-size: 12px;
        paint-order: stroke;
        stroke: var(--surface);
        stroke-width: 4px;
        stroke-linejoin: round;
      }
      .variable {
        font-family: var(--math);
        font-style: normal;
        font-size: 14px;
      }
      .variable tspan {
        font-family: KaTeX_Math, var(--math);
        font-style: italic;
      }
    `,
  ]

  declare energies: PlotInput['energies']
  declare at: number
  declare reach: number
  declare sweep: number
  declare symbol: PlotInput['symbol']
  declare steps: PlotInput['steps']
  declare bound: PlotInput['bound']
  declare label: string
  declare rounding: number
  declare size: { readonly width: number; readonly height: number }
  #stroke: number | undefined
  #drawnAt = -Infinity

  constructor() {
    super()
    this.energies = [0]
    this.at = 0
    this.reach = 0
    this.sweep = 1
    this.label = 'Energy'
    this.rounding = 0
    this.size = { width: 480, height: 208 }
    followLooks(this, {
      onRoom: (width, height) => {
        if (width > 0 && height > 0) this.size = { width, height }
      },
    })
  }

  #seek(event: PointerEvent): void {
    if (this.#stroke === undefined || !(event.currentTarget instanceof SVGElement)) return
    const box = event.currentTarget.getBoundingClientRect()
    const { left, right } = plotOf({ ...this.#input(), ...this.size }).box
    const place = linear([left, right], [0, Math.max(1, this.energies.length - 1)])(event.clientX - box.left)
    const at = Math.max(0, Math.min(this.reach, Math.round(place)))
    this.dispatchEvent(new CustomEvent('seek', { detail: { at, stroke: this.#stroke } }))
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0 || this.reach === 0) return
    this.#stroke = event.timeStamp
    if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId)
    this.#seek(event)
  }

  #onUp(): void {
    this.#stroke = undefined
  }

  /** A long run is drawn a dozen times a second, so that what runs beside it has the other frames. */
  protected override async scheduleUpdate(): Promise<void> {
    const wait = this.energies.length < longRun ? 0 : this.#drawnAt + drawEvery - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    this.#drawnAt = performance.now()
    await super.scheduleUpdate()
  }

  #input(): PlotInput {
    const { energies, at, reach, sweep, symbol, steps, bound, rounding } = this
    return { energies, at, reach, sweep, symbol, steps, bound, rounding, ...this.size }
  }

  override render() {
    const plot = plotOf(this.#input())
    const { box } = plot
    return html`<svg
      role="img"
      aria-label=${`${this.label}: ${plot.spoken}`}
      @pointerdown=${this.#onDown}
      @pointermove=${this.#seek}
      @pointerup=${this.#onUp}
      @pointercancel=${this.#onUp}
    >
      ${plot.levels.map(
        ({ y, text }) =>
          svg`<line class="grid" x1=${box.left} x2=${box.right} y1=${y} y2=${y} /><text x=${box.left - 8} y=${y} dy="0.32em" text-anchor="end">${text}</text>`,
      )}
      ${plot.marks.map(
        ({ x, text }) =>
          svg`<line class="axis" x1=${x} x2=${x} y1=${box.bottom} y2=${box.bottom + 4} /><text x=${x} y=${box.bottom + 16} text-anchor="middle">${text}</text>`,
      )}
      <line class="axis" x1=${box.left} x2=${box.right} y1=${box.bottom} y2=${box.bottom} />
      <text class="variable" x=${box.left - 8} y=${box.top - 14} text-anchor="end"><tspan>${plot.symbol}</tspan></text>
      <text x=${box.right} y=${box.bottom + 31} text-anchor="end">${plot.axis}</text>
      ${
        plot.bound === undefined
          ? nothing
          : svg`<line class="bound" x1=${box.left} x2=${box.right} y1=${plot.bound.y} y2=${plot.bound.y} /><text x=${box.right - 8} y=${plot.bound.textY} text-anchor="end">${plot.bound.text}</text>`
      }
      ${plot.area === '' ? nothing : svg`<path class="area" d=${plot.area} />`}
      ${plot.future === '' ? nothing : svg`<path class="future" d=${plot.future} />`}
      ${plot.past === '' ? nothing : svg`<path class="past" d=${plot.past} />`}
      ${plot.rises.map(
        ({ x, y0, y1 }) =>
          svg`<line class="rise-line" x1=${x} x2=${x} y1=${y0} y2=${y1} /><path class="rise" d=${`M${x} ${y1 - 9}l5 8h-10z`} />`,
      )}
      <line class="here-line" x1=${plot.here.x} x2=${plot.here.x} y1=${plot.here.y} y2=${box.bottom} />
      <circle class="here" cx=${plot.here.x} cy=${plot.here.y} r="5" />
      <text
        class="value"
        x=${plot.here.x}
        y=${plot.here.y - 11}
        text-anchor=${plot.here.x > box.right - 40 ? 'end' : plot.here.x < box.left + 30 ? 'start' : 'middle'}
      >
        ${plot.here.text}
      </text>
    </svg>`
  }
}

customElements.define('engram-energy', EnergyPlot)

declare global {
  interface HTMLElementTagNameMap {
    'engram-energy': EnergyPlot
  }
}
