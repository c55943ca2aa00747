/**
 * What can be set in the modern scene.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { segmented, select, slider } from '../../components/controls.js'
import { number } from '../../numbers.js'
import type { Dispatch } from '../../scene.js'
import { delaySlider } from '../fields.js'
import { betas, counts, delays } from './document.js'
import type { Seen } from './observe.js'
import type { ModernEvent, Settings } from './update.js'

const degrees = [2, 3, 4, 6, 0] as const

export const controls = (seen: Seen, send: Dispatch<ModernEvent>): TemplateResult => {
  const { document } = seen
  const change = (settings: Settings): void => send({ type: 'change', settings })
  const { source } = document
  return html`<section class="group">
      <h2 class="group-title">Pictures</h2>
      ${segmented({
        legend: 'Stored',
        name: 'count',
        value: source._tag === 'Pictures' ? String(source.count) : '',
        options: counts.map((count) => ({ id: String(count), label: String(count) })),
        on: (id) => change({ source: { _tag: 'Pictures', count: counts.find((each) => String(each) === id) ?? 24 } }),
      })}
      ${
        source._tag === 'Given'
          ? html`<p class="label">These patterns came with the counterexample.</p>`
          : html`${slider({
              label: 'Covered',
              name: 'share',
              value: document.share,
              min: 0,
              max: 100,
              shown: `${number(document.share)} %`,
              on: (share, stroke) => send({ type: 'change', settings: { share }, stroke }),
            })}
            ${segmented({
              legend: 'From',
              name: 'cover',
              value: document.cover,
              options: [
                { id: 'bottom', label: 'below' },
                { id: 'top', label: 'above' },
                { id: 'left', label: 'left' },
                { id: 'right', label: 'right' },
              ],
              on: (cover) => change({ cover }),
            })}`
      }
    </section>
    <section class="group">
      <h2 class="group-title">Memories</h2>
      ${slider({
        label: 'Modern: β',
        name: 'beta',
        value: Math.max(
          0,
          betas.findLastIndex((beta) => beta <= document.beta),
        ),
        min: 0,
        max: betas.length - 1,
        shown: number(document.beta),
        on: (index, stroke) => send({ type: 'change', settings: { beta: betas[index] ?? 8 }, stroke }),
      })}
      ${
        source._tag === 'Given'
          ? nothing
          : html`<p class="label">Scores are divided by the root of the number of cells.</p>
              ${select({
                label: 'Dense: F(z) =',
                name: 'degree',
                value: String(document.degree),
                options: degrees.map((degree) => ({
                  id: String(degree),
                  label: degree === 0 ? 'eᶻ' : degree === 2 ? 'z², as the classical' : `z to the ${number(degree)}`,
                })),
                on: (id) => change({ degree: Number(id) }),
              })}`
      }
    </section>
    <section class="group">
      <h2 class="group-title">Pace</h2>
      ${delaySlider({
        label: 'Delay of an update',
        delays,
        delay: document.delay,
        on: (delay, stroke) => send({ type: 'change', settings: { delay }, stroke }),
      })}
    </section>`
}
