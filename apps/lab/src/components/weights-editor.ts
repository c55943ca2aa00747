/**
 * The weights of a small net as a table that can be typed over.
 */
import { html, type TemplateResult } from 'lit'
import * as icons from './icons.js'
import { numberCell } from './number-cell.js'

type Rows = ReadonlyArray<ReadonlyArray<number>>

interface WeightsEditor {
  readonly weights: Rows
  /** Then changing a weight changes its mirror image too. */
  readonly isSymmetric: boolean
  readonly largest: number
  readonly on: (rows: Rows) => void
}

const cell = ({ weights, isSymmetric, largest, on }: WeightsEditor, i: number, j: number): TemplateResult => {
  const strongest = Math.max(1, ...weights.flat().map(Math.abs))
  const weight = weights[i]?.[j] ?? 0
  const tone = weight > 0 ? 'positive' : weight < 0 ? 'negative' : ''
  const isMirror = (a: number, b: number): boolean => isSymmetric && a === j && b === i
  return html`<td
    class="${tone} ${weight === weights[j]?.[i] ? '' : 'odd'}"
    style=${`--strength:${Math.round((100 * Math.abs(weight)) / strongest)}%`}
  >
    ${numberCell({
      label: `Weight from unit ${j + 1} to unit ${i + 1}`,
      name: `weight-${i + 1}-${j + 1}`,
      value: weight,
      largest,
      on: (value) =>
        on(weights.map((row, a) => row.map((each, b) => ((a === i && b === j) || isMirror(a, b) ? value : each)))),
    })}
  </td>`
}

export const weightsEditor = (editor: WeightsEditor): TemplateResult =>
  html`<div class="field">
    <span class="label">Weights, from column to row</span>
    <div class="matrix" dir="ltr">
      <table>
        <tbody>
          ${editor.weights.map(
            (row, i) =>
              html`<tr>
                ${row.map((_, j) => cell(editor, i, j))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="label">
      ${
        editor.isSymmetric
          ? 'Changing a weight changes its mirror image too.'
          : html`<span class="odd-note"
              >${icons.warning} not symmetric: framed weights differ from their mirror images</span
            >`
      }
    </p>
  </div>`

/** One number a unit in a row. */
export const rowEditor = (
  title: string,
  name: string,
  values: ReadonlyArray<number>,
  largest: number,
  on: (unit: number, value: number) => void,
): TemplateResult =>
  html`<div class="field">
    <span class="label">${title}s</span>
    <div class="matrix" dir="ltr">
      <table>
        <tbody>
          <tr>
            ${values.map(
              (value, unit) =>
                html`<td>
                  ${numberCell({
                    label: `${title} of unit ${unit + 1}`,
                    name: `${name}-${unit + 1}`,
                    value,
                    largest,
                    on: (next) => on(unit, next),
                  })}
                </td>`,
            )}
          </tr>
        </tbody>
      </table>
    </div>
  </div>`
