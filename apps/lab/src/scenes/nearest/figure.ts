/**
 * The nearest scene drawn: patterns, probe and current state; two maps of all states; how each distance fares.
 */
import { html, nothing, type TemplateResult } from 'lit'
import {
  cycleMark,
  markIcon,
  memoryMark,
  negativeMark,
  spuriousMark,
  tieMark,
  type Mark,
} from '../../components/marks.js'
import '../../components/pixel-grid.js'
import type { PaintDetail } from '../../components/pixel-grid.js'
import '../../components/state-map.js'
import type { MapCell } from '../../components/state-map.js'
import { number, plural } from '../../numbers.js'
import type { Dispatch } from '../../scene.js'
import { verdict } from '../verdict.js'
import type { Fate, Seen, Shell } from './observe.js'
import type { NearestEvent } from './update.js'
import { endText, failures, guarantee, judge, nearestText, patternName } from './words.js'

type Send = Dispatch<NearestEvent>

const picture = (
  seen: Seen,
  cells: ReadonlyArray<number>,
  label: string,
  paint?: (detail: PaintDetail) => void,
  marked = -1,
): TemplateResult => {
  const { width } = seen.document
  const height = Math.ceil(cells.length / width)
  // A last line that is not full is filled up with cells that mean nothing.
  const padded = Array.from({ length: width * height }, (_, k) => cells[k] ?? 0)
  return html`<engram-pixels
    .width=${width}
    .height=${height}
    .cells=${padded}
    .marked=${marked}
    .label=${label}
    .editable=${paint !== undefined}
    @paint=${(event: CustomEvent<PaintDetail>) =>
      paint?.({ ...event.detail, cells: event.detail.cells.filter((cell) => cell < cells.length) })}
  ></engram-pixels>`
}

const radiusNote = (radius: number | undefined, index: number): TemplateResult | string =>
  radius === undefined
    ? 'not a fixed point'
    : html`radius <b data-testid=${`radius-${index + 1}`}>${number(radius)}</b>`

const memories = (seen: Seen, send: Send): TemplateResult => {
  const { document, probe, current, unit, distances, radii } = seen
  return html`<div class="memories">
    ${document.rows.map(
      (row, index) =>
        html`<figure>
          <figcaption>${markIcon(memoryMark(index))} ${index + 1}</figcaption>
          ${picture(seen, row, `Stored ${patternName(index)}: arrows move, space turns`, (detail) =>
            send({ type: 'paint', index, ...detail }),
          )}
          <p class="panel-note number">
            distance <b data-testid=${`distance-${index + 1}`}>${number(distances[index] ?? 0)}</b><br />${radiusNote(
              radii[index],
              index,
            )}
          </p>
        </figure>`,
    )}
    <figure class="apart">
      <figcaption>Probe</figcaption>
      ${picture(seen, probe, 'Probe: arrows move, space turns', (detail) => send({ type: 'paint', ...detail }))}
    </figure>
    <figure class="apart">
      <figcaption>Now</figcaption>
      ${picture(seen, current, `Current state: ${current.map(number).join(' ')}`, undefined, unit)}
    </figure>
  </div>`
}

const nearestMark = ({ nearest: { indices } }: Fate): Mark => (indices.length > 1 ? tieMark : memoryMark(indices[0]))

const endMark = ({ verdict }: Fate): Mark => {
  switch (verdict._tag) {
    case 'Stored':
      return memoryMark(verdict.index)
    case 'Reversed':
      return negativeMark(verdict.index)
    case 'Mixture':
    case 'Spurious':
      return spuriousMark
    case 'Cycle':
    case 'Exhausted':
      return cycleMark
  }
}

const signs = (seen: Seen, state: number): string =>
  Array.from({ length: seen.units }, (_, unit) => ((state >> (seen.units - 1 - unit)) & 1 ? '+' : '−')).join('')

const map = (
  seen: Seen,
  send: Send,
  id: string,
  label: string,
  cellOf: (fate: Fate) => MapCell,
  trail: ReadonlyArray<number>,
): TemplateResult => {
  const { layout, fates, document } = seen
  const cells = layout.states.flatMap((state) => {
    const fate = fates[state]
    return fate === undefined ? [] : [cellOf(fate)]
  })
  return html`<engram-map
    data-testid=${id}
    .columns=${layout.columns}
    .cells=${cells}
    .chosen=${layout.cells[document.start] ?? 0}
    .trail=${trail.map((state) => layout.cells[state] ?? 0)}
    .label=${label}
    .describe=${(cell: number) => {
      const state = layout.states[cell] ?? 0
      const fate = fates[state]
      return fate === undefined ? '' : `${signs(seen, state)}: nearest is ${nearestText(fate)}; it ${endText(fate)}`
    }}
    @choose=${(event: CustomEvent<{ readonly cell: number }>) =>
      send({ type: 'change', settings: { start: layout.states[event.detail.cell] ?? 0 } })}
  ></engram-map>`
}

const legend = (seen: Seen): TemplateResult => {
  const { fates, document } = seen
  const has = (tag: Fate['verdict']['_tag']): boolean => fates.some(({ verdict }) => verdict._tag === tag)
  const item = (mark: Mark, text: string): TemplateResult => html`<li class="marked">${markIcon(mark)} ${text}</li>`
  return html`<ul class="legend" aria-label="Marks">
    ${document.rows.map((_, index) => item(memoryMark(index), patternName(index)))}
    ${has('Reversed') ? item(negativeMark(0), 'hollow: a negative') : nothing}
    ${has('Mixture') || has('Spurious') ? item(spuriousMark, 'nobody stored it') : nothing}
    ${has('Cycle') || has('Exhausted') ? item(cycleMark, 'never rests') : nothing}
    ${fates.some(({ nearest }) => nearest.indices.length > 1) ? item(tieMark, 'several are nearest') : nothing}
    <li class="marked"><span class="shade" aria-hidden="true"></span> not the nearest</li>
  </ul>`
}

const maps = (seen: Seen, send: Send): TemplateResult =>
  html`<div class="maps">
      <section aria-label="Nearest pattern of every state">
        <h2 class="plot-title">The nearest stored pattern</h2>
        ${map(
          seen,
          send,
          'nearest-map',
          'All states by their nearest pattern; choose the probe',
          (fate) => ({ mark: nearestMark(fate), isShaded: false }),
          [],
        )}
      </section>
      <section aria-label="End of every state">
        <h2 class="plot-title">Where the net ends</h2>
        ${map(
          seen,
          send,
          'end-map',
          'All states by where they end; choose the probe',
          (fate) => ({ mark: endMark(fate), isShaded: fate.kind !== 'nearest' }),
          seen.path,
        )}
        <p class="panel-note number" data-testid="failures">elsewhere from ${failures(seen)}</p>
      </section>
    </div>
    ${legend(seen)}`

const shellRow = ({ distance, states, counts }: Shell, isHere: boolean): TemplateResult =>
  html`<tr class=${isHere ? 'current' : ''}>
    <th scope="row">${number(distance)}</th>
    <td>${number(states)}</td>
    <td data-testid=${`recalled-${distance}`}><b>${number(counts.nearest)}</b></td>
    <td>${number(counts.other)}</td>
    <td>${number(counts.reversed)}</td>
    <td>${number(counts.spurious)}</td>
    <td>${number(counts.cycle)}</td>
    <td class="share">
      <div class="stack" aria-hidden="true">
        <i class="nearest" style=${`--share:${(100 * counts.nearest) / states}%`}></i>
        <i style=${`--share:${100 - (100 * counts.nearest) / states}%`}></i>
      </div>
    </td>
  </tr>`

const certainty = (seen: Seen): TemplateResult =>
  html`<section aria-label="Guaranteed radius" class="certainty">
    <h2 class="plot-title">How far recall is certain</h2>
    <p data-testid="guarantee">${guarantee(seen)}</p>
    <p>
      The radius of a fixed point: whichever cells are wrong, up to so many, the field of every unit still points to it.
      So each unit goes there when it is asked, in any order. Further out it depends on which cells are wrong.
    </p>
  </section>`

const shells = (seen: Seen): TemplateResult =>
  html`<section aria-label="States by their distance" class="wide" tabindex="0">
    <h2 class="plot-title">How the states at each distance from their nearest pattern fare</h2>
    <table class="states shells">
      <thead>
        <tr>
          <th scope="col">Distance</th>
          <th scope="col">States</th>
          <th scope="col">Nearest</th>
          <th scope="col">Other</th>
          <th scope="col">Negative</th>
          <th scope="col">Spurious</th>
          <th scope="col">No rest</th>
          <th scope="col"><span class="visually-hidden">Share that ends in the nearest</span></th>
        </tr>
      </thead>
      <tbody>
        ${seen.shells.map((shell) => shellRow(shell, shell.distance === seen.fate.nearest.distance))}
      </tbody>
    </table>
  </section>`

export const figure = (seen: Seen, send: Send): TemplateResult => html`${memories(seen, send)} ${maps(seen, send)}`

export const readout = (seen: Seen): TemplateResult =>
  html`${verdict(judge(seen), `Nearest to the probe is ${nearestText(seen.fate)}.`)} ${certainty(seen)} ${shells(seen)}`

/** For the caption of a drawing. */
export const summary = (seen: Seen): string =>
  `${plural(seen.document.rows.length, 'pattern')} in ${plural(seen.units, 'unit')}: the net ends elsewhere than in the nearest from ${failures(seen)}`

export { endMark, nearestMark }
