import { html, type TemplateResult } from 'lit'
import * as icons from '../components/icons.js'
import type { AnyScene, Export } from '../scene.js'

type Saving = typeof import('../save.js')

/** The figure as a picture, a drawing, a table, or data; made only when asked for. */
export const exportMenu = (scene: AnyScene, seen: () => Promise<unknown>): TemplateResult => {
  const name = `engram-${scene.id}`
  const choose = (save: (made: Export, saving: Saving) => unknown) => async (event: Event) => {
    if (event.currentTarget instanceof Element) event.currentTarget.closest('details')?.removeAttribute('open')
    await save(await scene.exported(await seen()), await import('../save.js'))
  }
  const item = (label: string, hint: string, save: (made: Export, saving: Saving) => unknown): TemplateResult =>
    html`<li>
      <button class="button quiet" @click=${choose(save)}><b>${label}</b><span>${hint}</span></button>
    </li>`
  return html`<details
    class="menu"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !(event.currentTarget instanceof HTMLDetailsElement)) return
      event.currentTarget.open = false
      event.currentTarget.querySelector('summary')?.focus()
    }}
  >
    <summary class="button quiet">${icons.download} Export</summary>
    <ul>
      ${item('PNG', 'picture', ({ svg }, { savePng }) => savePng(`${name}.png`, svg))}
      ${item('SVG', 'drawing', ({ svg }, { saveText }) => saveText(`${name}.svg`, 'image/svg+xml', svg))}
      ${item('CSV', 'the run as a table', ({ csv }, { saveText }) => saveText(`${name}.csv`, 'text/csv', csv))}
      ${item('JSON', 'the whole state', ({ json }, { saveText }) =>
        saveText(`${name}.json`, 'application/json', JSON.stringify(json, null, 2)),
      )}
    </ul>
  </details>`
}
