/**
 * A pattern as a picture: on, off and missing cells, cells that are wrong, and a cursor for drawing.
 *
 * Space turns the cell under the cursor; a pointer draws.
 * Where cells may go missing, a turn takes them from on to off to missing, and +, − and 0 say which.
 */
import { LitElement, css, html, nothing } from 'lit'
import { tokens } from '../styles/tokens.js'
import { cellAt, cellGridStyle, cursorCell, moved, type Extent } from './cell-grid.js'
import { followLooks } from './looks.js'
import { lineBetween, paintGrid, paletteOf, type Cells, type Palette } from './pixels.js'

export interface PaintDetail {
  readonly cells: ReadonlyArray<number>
  readonly value: -1 | 1
  readonly stroke: number
}

/** From a grid whose cells may go missing. */
export interface MarkDetail extends Omit<PaintDetail, 'value'> {
  readonly value: -1 | 0 | 1
}

const typed: { readonly [key: string]: MarkDetail['value'] } = { '+': 1, '-': -1, '−': -1, '0': 0, Delete: 0 }

interface Stroke {
  readonly id: number
  readonly value: MarkDetail['value']
  readonly last: number
}

export class PixelGrid extends LitElement {
  static override properties = {
    width: { type: Number },
    height: { type: Number },
    cells: { attribute: false },
    target: { attribute: false },
    label: { type: String },
    editable: { type: Boolean },
    erasable: { type: Boolean },
    marked: { type: Number },
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
      .frame {
        position: relative;
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
        place-items: center;
        inline-size: 100%;
      }
      .stage[role='grid'] {
        cursor: crosshair;
        touch-action: none;
      }
      canvas {
        max-inline-size: 100%;
        image-rendering: pixelated;
      }
    `,
  ]

  declare width: number
  declare height: number
  declare cells: Cells
  declare target: Cells | undefined
  declare label: string
  declare editable: boolean
  /** Whether cells may go missing. */
  declare erasable: boolean
  declare marked: number
  declare cursor: number
  #stroke: Stroke | undefined
  #palette: Palette | undefined
  /** Room for the picture, known once the page has been laid out. */
  #available = 0

  constructor() {
    super()
    this.width = 1
    this.height = 1
    this.cells = [-1]
    this.target = undefined
    this.label = ''
    this.editable = false
    this.erasable = false
    this.marked = -1
    this.cursor = 0
    followLooks(this, {
      onRoom: (width) => {
        this.#available = width
        this.#paint()
      },
      onColours: () => {
        this.#palette = undefined
        this.#paint()
      },
    })
  }

  override willUpdate(): void {
    if (this.cursor >= this.width * this.height) this.cursor = 0
  }

  override updated(): void {
    this.#paint()
  }

  #paint(): void {
    const canvas = this.renderRoot.querySelector('canvas')
    if (canvas === null || this.#available === 0) return
    const { width, height, cells, target, marked } = this
    this.#palette ??= paletteOf(this)
    paintGrid(canvas, this.#palette, { width, height, cells, target, marked }, this.#available)
  }

  #extent(): Extent {
    return { columns: this.width, rows: this.height }
  }

  /** What a turn makes of a cell. */
  #turned(cell: number): MarkDetail['value'] {
    const value = this.cells[cell] ?? 0
    return value > 0 ? -1 : value < 0 && this.erasable ? 0 : 1
  }

  #paintCells(cells: ReadonlyArray<number>, value: MarkDetail['value'], stroke: number): void {
    this.dispatchEvent(
      new CustomEvent<MarkDetail>('paint', { detail: { cells, value, stroke }, bubbles: true, composed: true }),
    )
  }

  #cellAt(event: PointerEvent): number {
    const canvas = this.renderRoot.querySelector('canvas')
    return canvas === null ? 0 : cellAt(event, canvas, this.#extent())
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0) return
    const cell = this.#cellAt(event)
    const value = this.#turned(cell)
    this.#stroke = { id: event.timeStamp, value, last: cell }
    this.cursor = cell
    if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId)
    this.#paintCells([cell], value, event.timeStamp)
  }

  #onMove(event: PointerEvent): void {
    if (this.#stroke === undefined) return
    const cell = this.#cellAt(event)
    if (cell === this.#stroke.last) return
    this.#paintCells(lineBetween(this.width, this.#stroke.last, cell), this.#stroke.value, this.#stroke.id)
    this.#stroke = { ...this.#stroke, last: cell }
  }

  #onUp(): void {
    this.#stroke = undefined
  }

  #onKey(event: KeyboardEvent): void {
    const target = moved(event, this.cursor, this.#extent())
    const mark = this.erasable ? typed[event.key] : undefined
    if (target !== undefined) this.cursor = target
    else if (event.ctrlKey || event.metaKey) return
    else if (event.key === ' ' || event.key === 'Enter')
      this.#paintCells([this.cursor], this.#turned(this.cursor), event.timeStamp)
    else if (mark !== undefined) this.#paintCells([this.cursor], mark, event.timeStamp)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  #spoken(): string {
    const value = this.cells[this.cursor]
    const place = `row ${Math.floor(this.cursor / this.width) + 1}, column ${(this.cursor % this.width) + 1}`
    return `${place}, ${value === 1 ? 'on' : value === 0 ? 'missing' : 'off'}`
  }

  override render() {
    return html`<div class="frame" style=${`aspect-ratio:${Math.max(1, this.width / this.height)}`}>
      ${
        this.editable
          ? html`<div
              class="stage"
              role="grid"
              tabindex="0"
              aria-label=${this.label}
              aria-rowcount=${this.height}
              aria-colcount=${this.width}
              aria-activedescendant="cell"
              @pointerdown=${this.#onDown}
              @pointermove=${this.#onMove}
              @pointerup=${this.#onUp}
              @pointercancel=${this.#onUp}
              @keydown=${this.#onKey}
            >
              <canvas aria-hidden="true"></canvas>
              ${cursorCell(this.cursor, this.#extent(), this.#spoken())}
            </div>`
          : html`<div class="stage" role="img" aria-label=${this.label === '' ? nothing : this.label}>
              <canvas aria-hidden="true"></canvas>
            </div>`
      }
    </div>`
  }
}

customElements.define('engram-pixels', PixelGrid)

declare global {
  interface HTMLElementTagNameMap {
    'engram-pixels': PixelGrid
  }
}
