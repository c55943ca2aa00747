import { html, type TemplateResult } from 'lit'
import * as icons from '../components/icons.js'
import { savePng, saveText } from '../save.js'
import type { AnyScene } from '../scene.js'

/** The figure as a picture, a drawing, a table, or data; made only when asked for. */
export const exportMenu = (scene: AnyScene, seen: () => unknown): TemplateResult => {
  const name = `engram-${scene.id}`
  const choose = (save: () => void) => (event: Event) => {
    save()
    if (event.currentTarget instanceof Element) event.currentTarget.closest('details')?.removeAttribute('open')
  }
  const item = (label: string, hint: string, save: () => void): TemplateResult =>
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
      ${item('PNG', 'picture', () => void savePng(`${name}.png`, scene.exported(seen()).svg))}
      ${item('SVG', 'drawing', () => saveText(`${name}.svg`, 'image/svg+xml', scene.exported(seen()).svg))}
      ${item('CSV', 'the run as a table', () => saveText(`${name}.csv`, 'text/csv', scene.exported(seen()).csv))}
      ${item('JSON', 'the whole state', () =>
        saveText(`${name}.json`, 'application/json', JSON.stringify(scene.exported(seen()).json, null, 2)),
      )}
    </ul>
  </details>`
}
