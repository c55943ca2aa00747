import { html, nothing, type TemplateResult } from 'lit'
import { toggle } from '../components/controls.js'
import * as icons from '../components/icons.js'
import type { AnyScene, Dispatch } from '../scene.js'
import type { SceneEvent } from '../session.js'

/** The claim with its hypotheses; what is dropped stands out in words and shape. */
export const claimSection = (
  scene: AnyScene,
  seen: unknown,
  formula: TemplateResult,
  send: Dispatch<SceneEvent>,
): TemplateResult => {
  const dropped = scene.hypotheses.filter(({ isKept }) => !isKept(seen))
  return html`<section class="claim card ${dropped.length > 0 ? 'broken' : ''}" aria-label="Claim">
    <div class="statement">
      <p class="equation">${formula}</p>
      <p class="words">${scene.claim.words}</p>
    </div>
    <fieldset class="hypotheses">
      <legend>if</legend>
      ${scene.hypotheses.map(({ id, label, isKept, set }) =>
        toggle({ label, name: id, checked: isKept(seen), on: (kept) => send(set(kept, seen)) }),
      )}
      ${scene.granted.map((text) => html`<p class="granted">${icons.check}<span>${text}</span></p>`)}
    </fieldset>
    <p class="status" role="status">
      ${
        dropped.length === 0
          ? nothing
          : html`${icons.warning}<span
                >Without ${dropped.length === 1 ? 'this hypothesis' : 'these hypotheses'} the claim can fail: hunt for a
                case below.</span
              >`
      }
    </p>
  </section>`
}
