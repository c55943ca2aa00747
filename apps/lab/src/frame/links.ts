import { html, type TemplateResult } from 'lit'
import type { AnyScene, Link } from '../scene.js'

const kinds: { readonly [kind in Link['kind']]: string } = {
  formula: 'Formula',
  code: 'Code',
  law: 'Law',
  lecture: 'Lecture',
}

export const linksSection = (scene: AnyScene): TemplateResult =>
  html`<section class="links card" aria-label="Read on">
    <h2>Read on</h2>
    <dl>
      ${scene.links.map(
        ({ kind, label, source }) =>
          html`<div>
            <dt>${kinds[kind]}</dt>
            <dd>
              ${
                source === undefined
                  ? label
                  : html`<a href=${`./sources/${source}.txt`} target="_blank" rel="noopener">${label}</a>`
              }
            </dd>
          </div>`,
      )}
    </dl>
  </section>`
