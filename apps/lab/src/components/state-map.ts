/**
 * All states of a net as a map of marks: neighbours differ in one unit, and every mark says what a state leads to.
 *
 * The map is one tab stop. Arrows move the cursor, space or Enter chooses the state; a pointer chooses too.
 * Only the state under the cursor exists for assistive technology.
 */
import { LitElement, css, html } from 'lit'
import { tokens } from '../styles/tokens.js'
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
    css`
      :host {
        display: block;
        direction: ltr;
      }
      .stage {
        position: relative;
        line-height: 0;
        border-radius: 4px;
        cursor: pointer;
      }
      .stage:focus-visible {
        outline: 2px solid var(--blue-fill);
        outline-offset: 4px;
      }
      canvas {
        display: block;
        inline-size: 100%;
      }
      .cursor {
        position: absolute;
        box-sizing: border-box;
        border: 2px solid var(--orange-fill);
        border-radius: 2px;
        box-shadow: 0 0 0 1px var(--surface);
        pointer-events: none;
        opacity: 0;
      }
      .stage:focus-visible .cursor {
        opacity: 1;
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
  #observer: ResizeObserver | undefined
  #available = 0
  #repaint = (): void => this.#paint()

  constructor() {
    super()
    this.columns = 1
    this.cells = []
    this.chosen = 0
    this.trail = []
    this.label = ''
    this.describe = String
    this.cursor = 0
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#observer = new ResizeObserver(([entry]) => {
      this.#available = entry?.contentRect.width ?? 0
      this.#paint()
    })
    this.#observer.observe(this)
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', this.#repaint)
    window.addEventListener('engram-theme', this.#repaint)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#observer?.disconnect()
    matchMedia('(prefers-color-scheme: dark)').removeEventListener('change', this.#repaint)
    window.removeEventListener('engram-theme', this.#repaint)
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('chosen') || this.cursor >= this.cells.length) this.cursor = this.chosen
  }

  override updated(): void {
    this.#paint()
  }

  #rows(): number {
    return Math.ceil(this.cells.length / this.columns)
  }

  #paint(): void {
    const canvas = this.renderRoot.querySelector('canvas')
    const context = canvas?.getContext('2d') ?? null
    if (canvas === null || context === null || this.#available === 0) return
    const style = getComputedStyle(this)
    const colour = (name: string): string => style.getPropertyValue(name)
    const size = Math.max(4, Math.floor((this.#available * window.devicePixelRatio) / this.columns))
    canvas.width = size * this.columns
    canvas.height = size * this.#rows()
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
    const box = this.renderRoot.querySelector('canvas')?.getBoundingClientRect()
    if (box === undefined) return
    const along = (place: number, length: number, count: number): number =>
      Math.max(0, Math.min(count - 1, Math.floor((place / length) * count)))
    this.#choose(
      along(event.clientY - box.top, box.height, this.#rows()) * this.columns +
        along(event.clientX - box.left, box.width, this.columns),
    )
  }

  #onKey(event: KeyboardEvent): void {
    const { columns, cursor } = this
    const column = cursor % columns
    const moves: { readonly [key: string]: number } = {
      ArrowLeft: column > 0 ? cursor - 1 : cursor,
      ArrowRight: column < columns - 1 ? cursor + 1 : cursor,
      ArrowUp: cursor >= columns ? cursor - columns : cursor,
      ArrowDown: cursor + columns < this.cells.length ? cursor + columns : cursor,
      Home: cursor - column,
      End: cursor - column + columns - 1,
    }
    const target = moves[event.key]
    if (event.ctrlKey || event.metaKey) return
    if (target !== undefined) this.cursor = target
    else if (event.key === ' ' || event.key === 'Enter') this.#choose(cursor)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  override render() {
    const [row, column, rows] = [Math.floor(this.cursor / this.columns), this.cursor % this.columns, this.#rows()]
    const share = (place: number, count: number): string => `${((100 * place) / Math.max(1, count)).toFixed(3)}%`
    return html`<div
      class="stage"
      role="grid"
      tabindex="0"
      aria-label=${this.label}
      aria-rowcount=${rows}
      aria-colcount=${this.columns}
      aria-activedescendant="cell"
      @click=${this.#onClick}
      @keydown=${this.#onKey}
    >
      <canvas aria-hidden="true"></canvas>
      <div role="row" aria-rowindex=${row + 1}>
        <div
          id="cell"
          class="cursor"
          role="gridcell"
          aria-colindex=${column + 1}
          aria-selected=${this.cursor === this.chosen}
          aria-label=${this.describe(this.cursor)}
          style=${`left:${share(column, this.columns)};top:${share(row, rows)};width:${share(1, this.columns)};height:${share(1, rows)}`}
        ></div>
      </div>
    </div>`
  }
}

customElements.define('engram-map', StateMap)

declare global {
  interface HTMLElementTagNameMap {
    'engram-map': StateMap
  }
}
