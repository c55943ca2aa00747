/**
 * A picture in shades, from −1 for paper to 1 for ink, one pixel a cell, scaled by the browser.
 */
import { LitElement, css, html } from 'lit'
import { tokens } from '../styles/tokens.js'
import { channelsOf, type Channels } from './colour.js'
import { followLooks } from './looks.js'

export class GrayPicture extends LitElement {
  static override properties = {
    width: { type: Number },
    cells: { attribute: false },
    label: { type: String },
  }
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        direction: ltr;
        line-height: 0;
      }
      canvas {
        inline-size: 100%;
        border-radius: 4px;
        image-rendering: pixelated;
      }
    `,
  ]

  declare width: number
  declare cells: ArrayLike<number>
  declare label: string

  constructor() {
    super()
    this.width = 1
    this.cells = []
    this.label = ''
    followLooks(this, { onColours: () => this.#paint() })
  }

  override updated(): void {
    this.#paint()
  }

  #paint(): void {
    const canvas = this.renderRoot.querySelector('canvas')
    const context = canvas?.getContext('2d') ?? null
    if (canvas === null || context === null) return
    canvas.width = this.width
    canvas.height = Math.max(1, Math.ceil(this.cells.length / this.width))
    const style = getComputedStyle(this)
    const channels = (name: string): Channels => channelsOf(context, style.getPropertyValue(name))
    const [paper, ink] = [channels('--cell-off'), channels('--cell-on')]
    const image = context.createImageData(canvas.width, canvas.height)
    for (let k = 0; k < this.cells.length; k += 1) {
      const share = Math.max(0, Math.min(1, ((this.cells[k] ?? 0) + 1) / 2))
      paper.forEach((low, c) => {
        image.data[4 * k + c] = low + share * ((ink[c] ?? 0) - low)
      })
      image.data[4 * k + 3] = 255
    }
    context.putImageData(image, 0, 0)
  }

  override render() {
    return this.label === ''
      ? html`<canvas aria-hidden="true"></canvas>`
      : html`<div role="img" aria-label=${this.label}><canvas aria-hidden="true"></canvas></div>`
  }
}

customElements.define('engram-gray', GrayPicture)

declare global {
  interface HTMLElementTagNameMap {
    'engram-gray': GrayPicture
  }
}
