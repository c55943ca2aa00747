/**
 * The weights and thresholds of two layers, to be typed over: loaded when a memory is given by them.
 */
import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { numberCell } from '../../components/number-cell.js'
import { rowEditor } from '../../components/weights-editor.js'
import { largest, type Memory } from './document.js'

type Rows = ReadonlyArray<ReadonlyArray<number>>
export type Weights = Extract<Memory, { readonly _tag: 'Weights' }>

const matrix = (title: string, name: string, rows: Rows, on: (rows: Rows) => void): TemplateResult => {
  const strongest = Math.max(1, ...rows.flat().map(Math.abs))
  return html`<div class="field">
    <span class="label">${title}</span>
    <div class="matrix" dir="ltr">
      <table>
        <tbody>
          ${rows.map(
            (row, i) =>
              html`<tr>
                ${row.map(
                  (weight, j) =>
                    html`<td
                      class=${weight > 0 ? 'positive' : weight < 0 ? 'negative' : ''}
                      style=${`--strength:${Math.round((100 * Math.abs(weight)) / strongest)}%`}
                    >
                      ${numberCell({
                        label:
                          name === 'back' ? `Weight from y${j + 1} to x${i + 1}` : `Weight from x${i + 1} to y${j + 1}`,
                        name: `${name}-${i + 1}-${j + 1}`,
                        value: weight,
                        largest,
                        on: (value) => on(rows.with(i, row.with(j, value))),
                      })}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </div>`
}

/** Tells of a change by an event `weights`. It lives in the page of its scene, whose style sheets it shares. */
export class WeightsPanel extends LitElement {
  static override properties = { memory: { attribute: false } }

  declare memory: Weights | undefined

  override createRenderRoot(): this {
    return this
  }

  override render() {
    const { memory } = this
    if (memory === undefined) return nothing
    const { rows, back, thresholds } = memory
    const change = (part: Partial<Weights>): void => {
      this.dispatchEvent(new CustomEvent<Weights>('weights', { detail: { ...memory, ...part } }))
    }
    return html`${matrix(
      back === null ? 'Weights, from row x to column y and back' : 'Weights from row x to column y',
      'weight',
      rows,
      (next) => change({ rows: next }),
    )}
    ${back === null ? nothing : matrix('Weights from column y back to row x', 'back', back, (next) => change({ back: next }))}
    ${(['x', 'y'] as const).map((layer) =>
      rowEditor(`${layer} threshold`, `threshold-${layer}`, thresholds[layer], largest, (unit, value) =>
        change({ thresholds: { ...thresholds, [layer]: thresholds[layer].with(unit, value) } }),
      ),
    )}`
  }
}

customElements.define('engram-layer-weights', WeightsPanel)

declare global {
  interface HTMLElementTagNameMap {
    'engram-layer-weights': WeightsPanel
  }
}
