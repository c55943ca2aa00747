/**
 * A pattern as a picture: on, off and missing cells, cells that are wrong, and a cursor for drawing.
 *
 * The grid is one tab stop. Arrows move the cursor, space turns the cell; a pointer draws.
 * Where cells may go missing, a turn takes them from on to off to missing, and +, − and 0 say which.
 * Only the cell under the cursor exists for assistive technology, with its row and column.
 */
import { LitElement, css, html, nothing } from 'lit'
import { tokens } from '../styles/tokens.js'
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
      .stage {
        position: relative;
        line-height: 0;
        border-radius: 4px;
      }
      .stage[role='grid'] {
        cursor: crosshair;
        touch-action: none;
      }
      .stage:focus-visible {
        outline: 2px solid var(--blue-fill);
        outline-offset: 4px;
      }
      canvas {
        display: block;
        image-rendering: pixelated;
      }
      .cursor {
        position: absolute;
        box-sizing: border-box;
        border: 2px solid var(--orange-fill);
        border-radius: 2px;
        box-shadow: 0 0 0 1px var(--surface);
        pointer-events: none;
        opacity: 0;
        min-inline-size: 6px;
        min-block-size: 6px;
      }
      .stage:focus-visible .cursor {
        opacity: 1;
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
  #observer: ResizeObserver | undefined
  #palette: Palette | undefined
  #recolour = (): void => {
    this.#palette = undefined
    this.#paint()
  }
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
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#observer = new ResizeObserver(([entry]) => {
      this.#available = entry?.contentRect.width ?? 0
      this.#paint()
    })
    this.#observer.observe(this)
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', this.#recolour)
    window.addEventListener('engram-theme', this.#recolour)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#observer?.disconnect()
    matchMedia('(prefers-color-scheme: dark)').removeEventListener('change', this.#recolour)
    window.removeEventListener('engram-theme', this.#recolour)
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
    const cell = paintGrid(canvas, this.#palette, { width, height, cells, target, marked }, this.#available)
    this.renderRoot.querySelector<HTMLElement>('.stage')?.style.setProperty('--cell', `${cell}px`)
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
    const box = this.renderRoot.querySelector('canvas')?.getBoundingClientRect()
    if (box === undefined) return 0
    const inside = (value: number, size: number): number => Math.max(0, Math.min(size - 1, Math.floor(value * size)))
    return (
      inside((event.clientY - box.top) / box.height, this.height) * this.width +
      inside((event.clientX - box.left) / box.width, this.width)
    )
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
    const { width, height, cursor } = this
    const column = cursor % width
    const row = Math.floor(cursor / width)
    const moves: { readonly [key: string]: number } = {
      ArrowLeft: column > 0 ? cursor - 1 : cursor,
      ArrowRight: column < width - 1 ? cursor + 1 : cursor,
      ArrowUp: row > 0 ? cursor - width : cursor,
      ArrowDown: row < height - 1 ? cursor + width : cursor,
      Home: event.ctrlKey ? 0 : row * width,
      End: event.ctrlKey ? width * height - 1 : row * width + width - 1,
      PageUp: column,
      PageDown: (height - 1) * width + column,
    }
    const target = moves[event.key]
    const mark = this.erasable ? typed[event.key] : undefined
    if (event.ctrlKey && event.key !== 'Home' && event.key !== 'End') return
    if (target !== undefined) this.cursor = target
    else if (event.key === ' ' || event.key === 'Enter')
      this.#paintCells([cursor], this.#turned(cursor), event.timeStamp)
    else if (mark !== undefined) this.#paintCells([cursor], mark, event.timeStamp)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  #cellTemplate(): unknown {
    const column = this.cursor % this.width
    const row = Math.floor(this.cursor / this.width)
    const state = this.cells[this.cursor] === 1 ? 'on' : this.cells[this.cursor] === 0 ? 'missing' : 'off'
    return html`<div role="row" aria-rowindex=${row + 1}>
      <div
        class="cursor"
        role="gridcell"
        id="cell"
        aria-colindex=${column + 1}
        aria-label=${`row ${row + 1}, column ${column + 1}, ${state}`}
        style=${`left:calc(${column} * var(--cell));top:calc(${row} * var(--cell));width:var(--cell);height:var(--cell)`}
      ></div>
    </div>`
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
              ${this.#cellTemplate()}
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
