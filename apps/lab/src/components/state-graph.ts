/**
 * The states of a small network as a graph: where updates lead, which fixed point a state belongs to, and the way taken.
 *
 * The graph is one tab stop. Arrow keys go to the nearest state in that direction, a digit flips that unit,
 * and each state so reached becomes the start.
 */
import { LitElement, css, html, nothing, svg, type SVGTemplateResult } from 'lit'
import { tokens } from '../styles/tokens.js'
import { followLooks } from './looks.js'
import { fillOf, shade, wedges, type Shade } from './shades.js'

export interface GraphNode {
  readonly index: number
  readonly name: string
  readonly detail: string
  /** What is read out. */
  readonly spoken: string
  readonly x: number
  readonly y: number
  readonly isAttractor: boolean
  /** The attractors it can lead to. */
  readonly shades: ReadonlyArray<Shade>
}

export interface GraphArrow {
  readonly from: number
  readonly to: number
  readonly kind: 'possible' | 'taken' | 'rise'
  readonly isBent: boolean
}

interface Place {
  readonly x: number
  readonly y: number
}

export class StateGraph extends LitElement {
  static override properties = {
    nodes: { attribute: false },
    arrows: { attribute: false },
    edges: { attribute: false },
    current: { type: Number },
    start: { type: Number },
    units: { type: Number },
    shape: { type: Number },
    label: { type: String },
    levels: { attribute: false },
    width: { state: true },
  }
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        direction: ltr;
        user-select: none;
      }
      svg {
        display: block;
        inline-size: 100%;
        overflow: visible;
        font-variant-numeric: tabular-nums;
      }
      svg:focus {
        outline: none;
      }
      .edge {
        stroke: var(--line);
        stroke-width: 1;
      }
      .level {
        stroke: var(--line);
        stroke-dasharray: 2 4;
      }
      .level-text {
        fill: var(--soft);
        font-size: 11px;
      }
      .arrow {
        fill: none;
        stroke: var(--line-strong);
        stroke-width: 1.1;
        opacity: 0.75;
      }
      .arrow.taken {
        stroke: var(--blue-fill);
        stroke-width: 3.5;
        opacity: 1;
      }
      .arrow.rise {
        stroke: var(--orange-fill);
        stroke-width: 3.5;
        stroke-dasharray: 7 4;
        opacity: 1;
      }
      .tip {
        fill: var(--line-strong);
      }
      .tip.taken {
        fill: var(--blue-fill);
      }
      .tip.rise {
        fill: var(--orange-fill);
      }
      .node {
        cursor: pointer;
      }
      .disc {
        stroke: var(--surface);
        stroke-width: 2;
      }
      .rim {
        fill: none;
        stroke: var(--ink);
        stroke-width: 1.25;
      }
      .rim.attractor {
        stroke-width: 2.5;
      }
      .ring {
        fill: none;
        stroke: var(--ink);
        stroke-width: 1.5;
      }
      .here {
        fill: none;
        stroke: var(--blue-fill);
        stroke-width: 3.5;
      }
      .name {
        fill: var(--ink);
        font-weight: 650;
        paint-order: stroke;
        stroke: var(--surface);
        stroke-width: 3px;
        stroke-linejoin: round;
      }
      .detail {
        fill: var(--ink);
        font-weight: 500;
        paint-order: stroke;
        stroke: var(--surface);
        stroke-width: 4px;
        stroke-linejoin: round;
      }
      .flag {
        fill: var(--soft);
        font-size: 11px;
        font-weight: 600;
        paint-order: stroke;
        stroke: var(--surface);
        stroke-width: 3px;
      }
      .focus {
        display: none;
        fill: none;
        stroke: var(--blue-fill);
        stroke-width: 2;
        stroke-dasharray: 3 2;
      }
      .node:focus {
        outline: none;
      }
      .node:focus-visible .focus {
        display: inline;
      }
      g.node,
      .name,
      .detail {
        transition: transform 0.35s;
      }
      @media (prefers-reduced-motion: reduce) {
        g.node {
          transition: none;
        }
      }
    `,
  ]

  declare nodes: ReadonlyArray<GraphNode>
  declare arrows: ReadonlyArray<GraphArrow>
  /** Pairs of states that differ in one unit; drawn faintly. */
  declare edges: ReadonlyArray<readonly [number, number]>
  declare current: number
  declare start: number
  declare units: number
  declare shape: number
  declare label: string
  declare levels: ReadonlyArray<{ readonly y: number; readonly text: string }>
  declare width: number

  constructor() {
    super()
    this.nodes = []
    this.arrows = []
    this.edges = []
    this.current = 0
    this.start = 0
    this.units = 1
    this.shape = 1.25
    this.label = 'States'
    this.levels = []
    this.width = 560
    followLooks(this, {
      onRoom: (width) => {
        if (width > 0) this.width = width
      },
    })
  }

  #radius(): number {
    const base = this.units <= 3 ? 28 : this.units === 4 ? 21 : this.units === 5 ? 15 : 13
    return Math.max(7, Math.min(base, (base * this.width) / 520))
  }

  #height(): number {
    return Math.max(240, Math.min(620, this.width / this.shape))
  }

  #place({ x, y }: Pick<GraphNode, 'x' | 'y'>): Place {
    const radius = this.#radius()
    const [side, top] = [radius + (this.levels.length > 0 ? 34 : 14), radius + 22]
    return {
      x: side + x * (this.width - 2 * side),
      y: top + y * (this.#height() - 2 * top),
    }
  }

  #choose(index: number): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { index } }))
  }

  /** The nearest state in a direction, preferring those straight ahead. */
  #toward(dx: number, dy: number): number | undefined {
    const here = this.nodes[this.start]
    if (here === undefined) return undefined
    const from = this.#place(here)
    const ranked = this.nodes
      .filter(({ index }) => index !== this.start)
      .map((node) => {
        const to = this.#place(node)
        const ahead = (to.x - from.x) * dx + (to.y - from.y) * dy
        const aside = Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx)
        return { index: node.index, ahead, cost: ahead + 2.5 * aside }
      })
      .filter(({ ahead }) => ahead > 1)
      .toSorted((a, b) => a.cost - b.cost)
    return ranked[0]?.index
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const digit = /^[1-6]$/.test(event.key) ? Number(event.key) : 0
    const next =
      digit > 0 && digit <= this.units
        ? this.start ^ (1 << (this.units - digit))
        : event.key === 'ArrowLeft'
          ? this.#toward(-1, 0)
          : event.key === 'ArrowRight'
            ? this.#toward(1, 0)
            : event.key === 'ArrowUp'
              ? this.#toward(0, -1)
              : event.key === 'ArrowDown'
                ? this.#toward(0, 1)
                : undefined
    if (next === undefined) {
      if (!event.key.startsWith('Arrow')) return
    } else {
      this.#choose(next)
      void this.updateComplete.then(() => this.renderRoot.querySelector<SVGElement>('[tabindex="0"]')?.focus())
    }
    event.preventDefault()
    event.stopPropagation()
  }

  #arrow({ from, to, kind, isBent }: GraphArrow): SVGTemplateResult | typeof nothing {
    const [a, b] = [this.nodes[from], this.nodes[to]]
    if (a === undefined || b === undefined) return nothing
    const [p, q] = [this.#place(a), this.#place(b)]
    const [dx, dy] = [q.x - p.x, q.y - p.y]
    const length = Math.max(1, Math.hypot(dx, dy))
    const bend = isBent ? Math.min(42, length * 0.22) : 0
    const control = { x: (p.x + q.x) / 2 + (bend * dy) / length, y: (p.y + q.y) / 2 - (bend * dx) / length }
    const leave = this.#edgePoint(p, control)
    const size = kind === 'possible' ? 5 : 9
    const arrive = this.#edgePoint(q, control, size)
    const [tx, ty] = [q.x - control.x, q.y - control.y]
    const angle = (Math.atan2(ty, tx) * 180) / Math.PI
    return svg`<path class=${`arrow ${kind}`} d=${`M${leave.x} ${leave.y}Q${control.x} ${control.y} ${arrive.x} ${arrive.y}`} />
      <path class=${`tip ${kind}`} d=${`M${size} 0L${-size * 0.35} ${size * 0.6}V${-size * 0.6}z`} transform=${`translate(${arrive.x} ${arrive.y}) rotate(${angle})`} />`
  }

  /** Where a line towards a point leaves the disc around another. */
  #edgePoint(center: Place, toward: Place, extra = 0): Place {
    const [dx, dy] = [toward.x - center.x, toward.y - center.y]
    const length = Math.max(1, Math.hypot(dx, dy))
    const reach = this.#radius() + 3 + extra
    return { x: center.x + (dx / length) * reach, y: center.y + (dy / length) * reach }
  }

  #node(node: GraphNode): SVGTemplateResult {
    const radius = this.#radius()
    const { x, y } = this.#place(node)
    const isStart = node.index === this.start
    const isLarge = this.units <= 4
    return svg`<g
      class="node"
      role="radio"
      aria-checked=${isStart ? 'true' : 'false'}
      aria-label=${node.spoken}
      tabindex=${isStart ? '0' : '-1'}
      data-state=${node.name}
      style=${`transform:translate(${x}px,${y}px)`}
      @click=${() => this.#choose(node.index)}
    >
      <circle class="disc" r=${radius + 2} fill="var(--surface)" />
      ${wedges(node.shades, radius).map(({ path, shade: wedge }) => svg`<path d=${path} fill=${fillOf(wedge)} />`)}
      <circle class=${node.isAttractor ? 'rim attractor' : 'rim'} r=${radius} />
      ${node.isAttractor ? svg`<circle class="ring" r=${radius + 4.5} />` : nothing}
      ${node.index === this.current ? svg`<circle class="here" r=${radius + (node.isAttractor ? 9 : 5)} data-testid="here" />` : nothing}
      <circle class="focus" r=${radius + 12} />
      <title>${node.spoken}</title>
      ${
        isLarge
          ? svg`<text class="name" text-anchor="middle" y="-1" font-size=${radius * (this.units === 4 ? 0.82 : 0.62)}>${node.name}</text>
            <text class="detail" text-anchor="middle" y=${radius * 0.62} font-size=${Math.max(8, radius * 0.56)}>${node.detail}</text>`
          : svg`<text class="detail" text-anchor="middle" dy="0.35em" font-size=${radius * 0.78}>${node.detail}</text>`
      }
      ${isStart ? svg`<text class="flag" text-anchor="middle" y=${radius + (node.isAttractor ? 21 : 15)}>start</text>` : nothing}
    </g>`
  }

  override render() {
    const order = ['possible', 'taken', 'rise']
    return html`<svg
      width=${this.width}
      height=${this.#height()}
      style=${`block-size:${this.#height()}px`}
      role="radiogroup"
      aria-label=${this.label}
      @keydown=${this.#onKey}
    >
      <defs>${shade.patterns}</defs>
      <g aria-hidden="true">
        ${this.levels.map(({ y, text }) => {
          const place = this.#place({ x: 0, y })
          return svg`<line class="level" x1="34" x2=${this.width} y1=${place.y} y2=${place.y} /><text class="level-text" x="0" y=${place.y} dy="0.32em">${text}</text>`
        })}
        ${this.edges.map(([from, to]) => {
          const [a, b] = [this.nodes[from], this.nodes[to]]
          if (a === undefined || b === undefined) return nothing
          const [p, q] = [this.#place(a), this.#place(b)]
          return svg`<line class="edge" x1=${p.x} y1=${p.y} x2=${q.x} y2=${q.y} />`
        })}
        ${this.arrows.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)).map((arrow) => this.#arrow(arrow))}
      </g>
      ${this.nodes.map((node) => this.#node(node))}
    </svg>`
  }
}

customElements.define('engram-graph', StateGraph)

declare global {
  interface HTMLElementTagNameMap {
    'engram-graph': StateGraph
  }
}
