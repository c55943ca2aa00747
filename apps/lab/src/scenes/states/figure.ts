/**
 * The states scene drawn: the graph of all states, the units of the current one, the sums, the table.
 */
import { html, nothing, type TemplateResult } from 'lit'
import '../../components/energy-plot.js'
import '../../components/state-graph.js'
import type { GraphArrow, GraphNode } from '../../components/state-graph.js'
import { fillOf, shade as shades, type Shade } from '../../components/shades.js'
import { number, signed } from '../../numbers.js'
import type { Dispatch } from '../../scene.js'
import { verdict } from '../verdict.js'
import { cubeShape } from './layout.js'
import { listing, nameOf, valuesOf } from './names.js'
import type { Seen } from './observe.js'
import type { StatesEvent } from './update.js'
import { attractorName, energyAt, judge, lastMove, terms } from './words.js'

type Send = Dispatch<StatesEvent>

const key = (a: number, b: number): string => `${a}>${b}`

const shadesOf = ({ attractors }: Seen, state: number): ReadonlyArray<Shade> => {
  const reached = attractors.flatMap(({ basin }, index) => (basin.has(state) ? [index] : []))
  return reached.length === 0 ? ['none'] : reached
}

const basinText = (seen: Seen, state: number): string => {
  const names = seen.attractors.filter(({ basin }) => basin.has(state)).map((each) => attractorName(seen, each))
  return names.length === 0 ? '' : `, can end in ${names.join(' or ')}`
}

const nodesOf = (seen: Seen): ReadonlyArray<GraphNode> => {
  const { places, units, attractors } = seen
  return places.map(([x, y], index): GraphNode => {
    const isAttractor = attractors.some(({ states }) => states.includes(index))
    return {
      index,
      name: nameOf(index, units),
      detail: energyAt(seen, index),
      spoken: `state ${nameOf(index, units)}, ${valuesOf(index, units, seen.encoding).map(number).join(' ')}, energy ${energyAt(seen, index)}${isAttractor ? ', attractor' : basinText(seen, index)}`,
      x,
      y,
      isAttractor,
      shades: shadesOf(seen, index),
    }
  })
}

export const arrowsOf = (seen: Seen): ReadonlyArray<GraphArrow> => {
  const { arrows, moves, document, energies } = seen
  const taken = new Map(
    moves
      .slice(0, document.at)
      .filter(({ from, to }) => from !== to)
      .map(({ from, to }) => [key(from, to), { from, to }]),
  )
  const both = new Set(arrows.map(({ from, to }) => key(to, from)))
  const isSynchronous = document.schedule === 'synchronous'
  return [...arrows.filter(({ from, to }) => !taken.has(key(from, to))), ...taken.values()].map(({ from, to }) => ({
    from,
    to,
    kind: !taken.has(key(from, to)) ? 'possible' : (energies[to] ?? 0) > (energies[from] ?? 0) ? 'rise' : 'taken',
    isBent: isSynchronous || both.has(key(from, to)),
  }))
}

const cubeEdges = (units: number): ReadonlyArray<readonly [number, number]> =>
  Array.from({ length: 2 ** units }, (_, state) => state).flatMap((state) =>
    Array.from({ length: units }, (__, unit) => state ^ (1 << unit))
      .filter((other) => other > state)
      .map((other) => [state, other] as const),
  )

const levelsOf = ({
  document,
  energies,
  places,
}: Seen): ReadonlyArray<{ readonly y: number; readonly text: string }> =>
  document.layout === 'energy'
    ? [...new Map(Array.from(energies, (energy, state) => [energy, places[state]?.[1] ?? 0] as const))]
        .toSorted((a, b) => a[0] - b[0])
        .filter((_, index, all) => all.length <= 12 || index % Math.ceil(all.length / 12) === 0)
        .map(([energy, y]) => ({ y, text: number(energy) }))
    : []

const graph = (seen: Seen, send: Send): TemplateResult => {
  const { document, units } = seen
  const isCube = document.layout === 'cube'
  return html`<engram-graph
    .nodes=${nodesOf(seen)}
    .arrows=${arrowsOf(seen)}
    .edges=${isCube ? cubeEdges(units) : []}
    .levels=${levelsOf(seen)}
    .current=${seen.current}
    .start=${document.start}
    .units=${units}
    .shape=${isCube ? cubeShape(units) : units >= 5 ? 1.15 : 1.3}
    .label=${`The ${2 ** units} states; the chosen one is the start`}
    @choose=${(event: CustomEvent<{ readonly index: number }>) => send({ type: 'start', index: event.detail.index })}
  ></engram-graph>`
}

const maxNamed = 8

const legend = (seen: Seen): TemplateResult => {
  const { attractors } = seen
  const shown = attractors.slice(0, maxNamed)
  return html`<ul class="basins" aria-label="Attractors">
    ${shown.map(
      (attractor, index) =>
        html`<li>
          <svg viewBox="-9 -9 18 18" aria-hidden="true">
            <defs>${shades.patterns}</defs>
            <circle r="8" fill=${fillOf(index)} stroke="currentColor" />
          </svg>
          <span
            >${attractor.states.length === 1 ? 'ends in' : 'goes round in'}
            <b>${attractorName(seen, attractor)}</b></span
          >
        </li>`,
    )}
    ${
      seen.places.some((_, state) => shadesOf(seen, state).length > 1)
        ? html`<li>
            <svg viewBox="-9 -9 18 18" aria-hidden="true">
              <circle r="8" fill="none" stroke="currentColor" />
              <path d="M0-8V8" stroke="currentColor" />
            </svg>
            <span>split: the order decides</span>
          </li>`
        : nothing
    }
    ${attractors.length > shown.length ? html`<li>+ ${attractors.length - shown.length} more</li>` : nothing}
  </ul>`
}

const wish = (seen: Seen, unit: number): 'up' | 'down' | 'tie' => {
  const excess = (seen.nets[unit] ?? 0) - (seen.thresholds[unit] ?? 0)
  return excess > 0 ? 'up' : excess < 0 ? 'down' : 'tie'
}

const unitButtons = (seen: Seen, send: Send): TemplateResult => {
  const { units, current, encoding, document, moves } = seen
  const values = valuesOf(current, units, encoding)
  const before = moves.slice(0, document.at).flatMap(({ unit }) => (unit === undefined ? [] : [unit]))
  const isSynchronous = document.schedule === 'synchronous'
  const last = lastMove(seen)
  return html`<ul class="units ${units > 4 ? 'many' : ''}" dir="ltr" style=${`--units:${units}`}>
    ${values.map(
      (value, unit) =>
        html`<li>
          <button
            class="unit ${value > 0 ? 'up' : 'down'} ${last?.unit === unit ? 'asked' : ''}"
            ?disabled=${isSynchronous}
            title=${isSynchronous ? 'All units are updated at once' : `Ask unit ${unit + 1} now`}
            aria-label=${`Ask unit ${unit + 1}: it is ${number(value)}, its net input is ${number(seen.nets[unit] ?? 0)}`}
            @click=${() => send({ type: 'ask', unit, before })}
          >
            <span class="unit-name">y<sub>${unit + 1}</sub></span>
            <span class="unit-value number">${signed(value)}</span>
            <span class="unit-net number ${wish(seen, unit)}"
              ><span class="unit-word">net </span
              ><b data-testid=${`net-${unit + 1}`}>${signed(seen.nets[unit] ?? 0)}</b></span
            >
          </button>
        </li>`,
    )}
  </ul>`
}

/** The last update written out as in the lecture. */
const working = (seen: Seen): TemplateResult => {
  const move = lastMove(seen)
  const { units, encoding } = seen
  if (move === undefined)
    return html`<p class="working idle">Run, step, or ask a unit yourself: each update is written out here.</p>`
  const step = html`<p class="transition" data-testid="transition">
    <b>${nameOf(move.from, units)}</b> (${energyAt(seen, move.from)}) → <b>${nameOf(move.to, units)}</b>
    (${energyAt(seen, move.to)})
  </p>`
  if (move.unit === undefined)
    return html`<div class="working">
      <p class="sum" dir="ltr">All units at once: net (${move.nets.map((net) => signed(net)).join(', ')})</p>
      ${step}
    </div>`
  const { unit } = move
  const net = move.nets[unit] ?? 0
  const threshold = seen.thresholds[unit] ?? 0
  const after = valuesOf(move.to, units, encoding)[unit] ?? 0
  const relation = net > threshold ? '>' : net < threshold ? '<' : '='
  return html`<div class="working">
    <p class="sum" dir="ltr">
      <span class="math">y_in<sub>${unit + 1}</sub></span> = ${terms(seen, unit, move.from)} =
      <b class="number" data-testid="net">${signed(net)}</b>
    </p>
    <p class="sum" dir="ltr">
      ${signed(net)} ${relation} ${number(threshold)}, so
      <span class="math">y<sub>${unit + 1}</sub></span>
      ${move.from === move.to ? 'stays' : 'becomes'} <b class="number">${signed(after)}</b>
    </p>
    ${step}
  </div>`
}

const pathStrip = (seen: Seen): TemplateResult => {
  const { path, units } = seen
  const distinct = path.filter((state, index) => index === 0 || state !== path[index - 1])
  const shown = distinct.slice(-9)
  return html`<p class="path" dir="ltr" data-testid="path">
    ${distinct.length > shown.length ? html`<span class="more">…</span>` : nothing}
    ${shown.map(
      (state, index) =>
        html`${index > 0 ? html`<span class="arrow" aria-hidden="true">→</span>` : nothing}<span class="stop"
            ><b>${nameOf(state, units)}</b><span class="number">${energyAt(seen, state)}</span></span
          >`,
    )}
  </p>`
}

const row = (seen: Seen, state: number, send: Send): TemplateResult => {
  const { units, document, current, encoding, attractors } = seen
  const isFixed = attractors.some(({ states }) => states.includes(state))
  return html`<tr class=${state === current ? 'current' : ''}>
    <th scope="row">
      <button
        class="state-link"
        aria-pressed=${state === document.start}
        aria-label=${`Start from ${nameOf(state, units)}`}
        @click=${() => send({ type: 'start', index: state })}
      >
        ${nameOf(state, units)}
      </button>
    </th>
    ${valuesOf(state, units, encoding).map((value) => html`<td>${number(value)}</td>`)}
    <td class="energy" data-testid=${`energy-${nameOf(state, units)}`}>${energyAt(seen, state)}</td>
    <td class="mark">
      ${isFixed ? html`<span title="attractor">◉<span class="visually-hidden">attractor</span></span>` : nothing}
    </td>
  </tr>`
}

const table = (seen: Seen, states: ReadonlyArray<number>, send: Send): TemplateResult =>
  html`<table class="states number">
    <thead>
      <tr>
        <th scope="col">State</th>
        ${Array.from({ length: seen.units }, (_, unit) => html`<th scope="col">y<sub>${unit + 1}</sub></th>`)}
        <th scope="col">Energy</th>
        <th><span class="visually-hidden">Attractor</span></th>
      </tr>
    </thead>
    <tbody>
      ${states.map((state) => row(seen, state, send))}
    </tbody>
  </table>`

const allStates = (seen: Seen, send: Send): TemplateResult => {
  const states = listing(seen.units)
  const columns = seen.units >= 4 ? 2 : 1
  const each = Math.ceil(states.length / columns)
  return html`<details class="all" ?open=${seen.units <= 4}>
    <summary><h2 class="plot-title">All ${2 ** seen.units} states</h2></summary>
    <div class="tables" dir="ltr">
      ${Array.from({ length: columns }, (_, column) =>
        table(seen, states.slice(column * each, (column + 1) * each), send),
      )}
    </div>
  </details>`
}

export const figure = (seen: Seen, send: Send): TemplateResult =>
  html`<div class="space">
    <div class="space-graph">${graph(seen, send)} ${legend(seen)}</div>
    <section class="space-now" aria-label="Current state">
      <h2 class="now-name">
        State <b data-testid="current">${nameOf(seen.current, seen.units)}</b>
        <span class="number">E = <span data-testid="energy">${energyAt(seen, seen.current)}</span></span>
      </h2>
      ${unitButtons(seen, send)} ${working(seen)} ${pathStrip(seen)}
    </section>
  </div>`

const waiting = (seen: Seen): string =>
  seen.document.reach === 0 ? 'Nothing has been updated yet.' : `In state ${nameOf(seen.current, seen.units)}.`

export const readout = (seen: Seen, send: Send): TemplateResult =>
  html`${verdict(judge(seen), waiting(seen))}
    <section aria-label="Energy">
      <h2 class="plot-title">Energy of each state passed</h2>
      <engram-energy
        .energies=${seen.document.reach === 0 ? seen.course.slice(0, 1) : seen.course}
        .at=${seen.document.at}
        .reach=${seen.document.reach}
        .sweep=${seen.document.schedule === 'synchronous' ? 1 : seen.units}
        label="Energy"
        @seek=${(event: CustomEvent<{ readonly at: number; readonly stroke: number }>) =>
          send({ type: 'seek', ...event.detail })}
      ></engram-energy>
    </section>
    ${allStates(seen, send)}`
