import { html, nothing, type TemplateResult } from 'lit'
import * as icons from '../components/icons.js'
import type { Prediction } from '../scene.js'

/** Asked before the run; told after it whether it came true. */
export const predictSection = (
  { question, options, chosen, answer }: Prediction,
  choose: (id: string) => void,
): TemplateResult => {
  const isRight = answer !== undefined && answer === chosen
  return html`<fieldset class="predict">
    <legend><span class="eyebrow">Predict first</span> ${question}</legend>
    <div class="segmented">
      ${options.map(
        ({ id, label }) =>
          html`<label
            ><input
              type="radio"
              name="prediction"
              value=${id}
              .checked=${id === chosen}
              ?disabled=${answer !== undefined}
              @change=${() => choose(id)}
            /><span>${label}</span></label
          >`,
      )}
    </div>
    ${
      answer === undefined || chosen === ''
        ? nothing
        : html`<p class="outcome ${isRight ? 'right' : 'wrong'}" data-testid="outcome">
            ${isRight ? icons.check : icons.cross} ${isRight ? 'As you predicted.' : 'Not as you predicted.'}
          </p>`
    }
  </fieldset>`
}
