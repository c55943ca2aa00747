/**
 * All states of a net as a map of marks: neighbours differ in one unit, and every mark says what a state leads to.
 *
 * The map is one tab stop. Arrows move the cursor, space or Enter chooses the state; a pointer chooses too.
 * Only the state under the cursor exists for assistive technology.
 */
import { LitElement, css, html } from 'lit'
import { tokens } from '../styles/tokens.js'
import { cellAt, cellGridStyle, cursorCell, moved, type Extent } from './cell-grid.js'
import { followLooks } from './looks.js'
import { paths, variables, type Mark } from './marks.js'

export interface MapCell {
  readonly mark: Mark
  /** Stands out from those around it. */
  readonly isShaded: boolean
}

export class StateMap extends LitElement {
  static override properties = {
    columns: { type: Number },
    cells: { attribute: false },
    chosen: { type: Number },
    trail: { attribute: false },
    label: { type: String },
    describe: { attribute: false },
    cursor: { state: true },
  }
  static override styles = [
    tokens,
    cellGridStyle,
    css`
      :host {
        display: block;
        direction: ltr;
      }
      .stage {
        cursor: pointer;
      }
      canvas {
        inline-size: 100%;
      }
    `,
  ]

  declare columns: number
  declare cells: ReadonlyArray<MapCell>
  declare chosen: number
  declare trail: ReadonlyArray<number>
  declare label: string
  declare describe: (cell: number) => string
  declare cursor: number
  #available = 0

  constructor() {
    super()
    this.columns = 1
    this.cells = []
    this.chosen = 0
    this.trail = []
    this.label = ''
    this.describe = String
    this.cursor = 0
    followLooks(this, {
      onRoom: (width) => {
        this.#available = width
        this.#paint()
      },
      onColours: () => this.#paint(),
    })
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('chosen') || this.cursor >= this.cells.length) this.cursor = this.chosen
  }

  override updated(): void {
    this.#paint()
  }

  #extent(): Extent {
    return { columns: this.columns, rows: Math.max(1, Math.ceil(this.cells.length / this.columns)) }
  }

  #paint(): void {
    const canvas = this.renderRoot.querySelector('canvas')
    const context = canvas?.getContext('2d') ?? null
    if (canvas === null || context === null || this.#available === 0) return
    const style = getComputedStyle(this)
    const colour = (name: string): string => style.getPropertyValue(name)
    const size = Math.max(4, Math.floor((this.#available * window.devicePixelRatio) / this.columns))
    canvas.width = size * this.columns
    canvas.height = size * this.#extent().rows
    const corner = (cell: number): readonly [number, number] => [
      (cell % this.columns) * size,
      Math.floor(cell / this.columns) * size,
    ]
    const shapes = new Map(Object.entries(paths).map(([shape, path]) => [shape, new Path2D(path)]))
    const radius = size * 0.4
    const pale = colour('--cell-off')
    const shade = colour('--orange-fill')
    this.cells.forEach(({ mark, isShaded }, cell) => {
      const [x, y] = corner(cell)
      context.fillStyle = pale
      context.fillRect(x, y, size - 1, size - 1)
      if (isShaded) {
        context.globalAlpha = 0.24
        context.fillStyle = shade
        context.fillRect(x, y, size - 1, size - 1)
        context.globalAlpha = 1
      }
      context.setTransform(radius, 0, 0, radius, x + (size - 1) / 2, y + (size - 1) / 2)
      const tone = colour(variables[mark.tone])
      const shape = shapes.get(mark.shape)
      if (shape !== undefined && mark.isHollow) {
        context.strokeStyle = tone
        context.lineWidth = Math.max(0.28, 1 / radius)
        context.stroke(shape)
      } else if (shape !== undefined) {
        context.fillStyle = tone
        context.fill(shape)
      }
      context.setTransform(1, 0, 0, 1, 0, 0)
    })
    const middle = (cell: number): readonly [number, number] => {
      const [x, y] = corner(cell)
      return [x + size / 2, y + size / 2]
    }
    context.lineJoin = 'round'
    context.beginPath()
    this.trail.forEach((cell, k) => (k === 0 ? context.moveTo(...middle(cell)) : context.lineTo(...middle(cell))))
    context.strokeStyle = colour('--cell-gap')
    context.lineWidth = Math.max(4, size / 3.5)
    context.stroke()
    context.strokeStyle = colour('--cell-on')
    context.lineWidth = Math.max(1.5, size / 8)
    context.stroke()
    const [x, y] = corner(this.chosen)
    context.strokeStyle = colour('--cell-on')
    context.lineWidth = Math.max(2, size / 7)
    context.strokeRect(x - 1, y - 1, size + 1, size + 1)
  }

  #choose(cell: number): void {
    if (cell >= 0 && cell < this.cells.length) this.dispatchEvent(new CustomEvent('choose', { detail: { cell } }))
  }

  #onClick(event: MouseEvent): void {
    const canvas = this.renderRoot.querySelector('canvas')
    if (canvas !== null) this.#choose(cellAt(event, canvas, this.#extent()))
  }

  #onKey(event: KeyboardEvent): void {
    const target = moved(event, this.cursor, this.#extent())
    if (target !== undefined) this.cursor = Math.min(target, this.cells.length - 1)
    else if ((event.key === ' ' || event.key === 'Enter') && !event.ctrlKey && !event.metaKey) this.#choose(this.cursor)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  override render() {
    const extent = this.#extent()
    return html`<div
      class="stage"
      role="grid"
      tabindex="0"
      aria-label=${this.label}
      aria-rowcount=${extent.rows}
      aria-colcount=${this.columns}
      aria-activedescendant="cell"
      @click=${this.#onClick}
      @keydown=${this.#onKey}
    >
      <canvas aria-hidden="true"></canvas>
      ${cursorCell(this.cursor, extent, this.describe(this.cursor), this.cursor === this.chosen)}
    </div>`
  }
}

customElements.define('engram-map', StateMap)

declare global {
  interface HTMLElementTagNameMap {
    'engram-map': StateMap
  }
}
