import { html, type TemplateResult } from 'lit'
import * as icons from '../components/icons.js'
import type { Ending, Judgement } from './judgement.js'

const marks: { readonly [ending in Ending]: TemplateResult } = {
  perfect: icons.check,
  rest: icons.check,
  reversed: icons.halfMoon,
  other: icons.warning,
  mixture: icons.warning,
  spurious: icons.warning,
  oscillating: icons.restart,
  exhausted: icons.warning,
}

/** What became of the run; until then, what there is to say. */
export const verdict = (judgement: Judgement | undefined, waiting: string): TemplateResult =>
  judgement === undefined
    ? html`<p class="verdict waiting" data-testid="verdict">${waiting}</p>`
    : html`<p class="verdict ${judgement.ending}" data-testid="verdict" data-ending=${judgement.ending}>
        ${marks[judgement.ending]}<span><strong>${judgement.title}.</strong> ${judgement.detail}</span>
      </p>`
