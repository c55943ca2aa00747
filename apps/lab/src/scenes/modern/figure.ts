/**
 * The modern scene drawn: what is stored and shown, three memories side by side, the strip of β, what counts.
 */
import { html, nothing, type TemplateResult } from 'lit'
import '../../components/energy-plot.js'
import '../../components/gray-picture.js'
import { number } from '../../numbers.js'
import type { Dispatch } from '../../scene.js'
import { verdict } from '../verdict.js'
import type { Discrete, Seen } from './observe.js'
import type { ModernEvent } from './update.js'
import { discreteText, energyNow, judge, nameOf, verdictText } from './words.js'

type Send = Dispatch<ModernEvent>

const picture = ({ width }: Seen, cells: ArrayLike<number>, label: string): TemplateResult =>
  html`<engram-gray .width=${width} .cells=${cells} .label=${label}></engram-gray>`

const panel = (id: string, title: string, content: TemplateResult, note: TemplateResult | string): TemplateResult =>
  html`<figure class="panel" data-panel=${id}>
    <figcaption class="panel-title">${title}</figcaption>
    ${content}
    <p class="panel-note number">${note}</p>
  </figure>`

const discretePanel = (seen: Seen, id: string, title: string, memory: Discrete | undefined) =>
  memory === undefined
    ? nothing
    : panel(
        id,
        title,
        picture(seen, memory.now, `${title}: ${memory.wrong} cells wrong`),
        html`<b data-testid=${`${id}-wrong`}>${number(memory.wrong)}</b> of ${number(memory.now.length)}
          wrong${
            seen.document.at < memory.sweeps
              ? nothing
              : html`<br /><span data-testid=${id}>${discreteText(seen, memory)}</span>`
          }`,
      )

export const denseName = ({ document: { degree } }: Seen): string =>
  degree === 0 ? 'Dense, eᶻ' : `Dense, degree ${number(degree)}`

const gallery = (seen: Seen): TemplateResult => {
  const { document, stored, probe, now, distance } = seen
  const shown = stored[document.target]
  return html`<div class="gallery">
    ${panel('stored', 'Stored', picture(seen, shown?.cells ?? [], `Stored: ${shown?.name ?? ''}`), shown?.name ?? '')}
    ${panel(
      'probe',
      'Shown',
      picture(seen, probe, 'What the memories are shown'),
      document.source._tag === 'Given' ? 'the whole pattern' : `${number(document.share)} % covered`,
    )}
    ${discretePanel(seen, 'classical', 'Classical', seen.classical)}
    ${discretePanel(seen, 'dense', denseName(seen), seen.dense)}
    ${panel(
      'modern',
      `Modern, β = ${number(document.beta)}`,
      picture(seen, now, `Modern memory: ${number(distance)} away from the picture`),
      html`<b data-testid="distance">${number(distance)}</b> away${
          document.at === 0 ? nothing : html`<br /><span data-testid="modern">${verdictText(seen, seen.verdict)}</span>`
        }`,
    )}
  </div>`
}

const choice = (seen: Seen, send: Send): TemplateResult =>
  html`<fieldset class="thumbnails">
    <legend class="visually-hidden">Picture to show</legend>
    ${seen.stored.map(
      ({ name, cells }, index) =>
        html`<label title=${name}
          ><input
            type="radio"
            name="target"
            value=${index}
            .checked=${index === seen.document.target}
            @change=${() => send({ type: 'change', settings: { target: index } })} /><span class="visually-hidden"
            >${name}</span
          ><engram-gray aria-hidden="true" .width=${seen.width} .cells=${cells}></engram-gray
        ></label>`,
    )}
  </fieldset>`

export const figure = (seen: Seen, send: Send): TemplateResult => html`${gallery(seen)} ${choice(seen, send)}`

const strip = (seen: Seen, send: Send): TemplateResult =>
  html`<section aria-label="Ends for other β">
    <h2 class="plot-title">Where the modern memory ends for each β</h2>
    <ul class="strip" dir="ltr">
      ${seen.strip.map(
        ({ beta, cells, verdict }) =>
          html`<li>
            <button
              aria-pressed=${beta === seen.document.beta}
              data-testid=${`beta-${beta}`}
              @click=${() => send({ type: 'change', settings: { beta } })}
            >
              ${picture(seen, cells, '')}
              <b>β = ${number(beta)}</b>
              <span>${verdictText(seen, verdict)}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`

const maxBars = 6

const bars = (seen: Seen): TemplateResult => {
  const heaviest = seen.weights
    .map((weight, index) => ({ weight, index }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, maxBars)
  return html`<section class="overlaps" aria-label="Weights">
    <h2 class="plot-title">How much each picture counts</h2>
    <ol dir="ltr">
      ${heaviest.map(
        ({ weight, index }) =>
          html`<li class=${index === seen.document.target ? 'aim' : ''}>
            <span class="name">${nameOf(seen, index)}</span>
            <span class="bar from-left" aria-hidden="true"><span style=${`--length:${100 * weight}%`}></span></span>
            <span class="number" data-testid=${`weight-${index}`}>${weight.toFixed(2)}</span>
          </li>`,
      )}
    </ol>
  </section>`
}

const waiting = (seen: Seen): string =>
  `The picture is ${seen.isSeparated ? '' : 'not '}well separated from the others at this β.`

export const readout = (seen: Seen, send: Send): TemplateResult =>
  html`${verdict(judge(seen), waiting(seen))} ${strip(seen, send)}
    <div class="plots">
      <section aria-label="Energy">
        <h2 class="plot-title">
          Energy of the modern memory <span class="number" data-testid="energy">${number(energyNow(seen))}</span>
        </h2>
        <engram-energy
          .energies=${seen.document.reach === 0 ? seen.energies.slice(0, 1) : seen.energies}
          .at=${Math.min(seen.document.at, seen.energies.length - 1)}
          .reach=${Math.min(seen.document.reach, seen.energies.length - 1)}
          .sweep=${Infinity}
          .rounding=${1e-9}
          label="Energy of the modern memory"
          @seek=${(event: CustomEvent<{ readonly at: number; readonly stroke: number }>) =>
            send({ type: 'seek', ...event.detail })}
        ></engram-energy>
      </section>
      ${bars(seen)}
    </div>`
