/**
 * The lab: a header, the scene that the address asks for, and a foot.
 */
import { LitElement, html, nothing, type PropertyValues } from 'lit'
import * as icons from './components/icons.js'
import './frame/scene-frame.js'
import { fromHash, fromSearch, sceneOf, toHash, type Part, type Presentation } from './link.js'
import type { AnyScene } from './scene.js'
import { entryOf, scenes, type Entry } from './scenes/index.js'
import { controls } from './styles/controls.js'
import { shell } from './styles/shell.js'
import { tokens } from './styles/tokens.js'
import { nextTheme, setTheme, storedTheme, type Theme } from './theme.js'

/** Browsers refuse an address that changes too often. */
const addressEvery = 400

const themes: { readonly [theme in Theme]: { readonly label: string; readonly icon: unknown } } = {
  auto: { label: 'as the system', icon: icons.halfMoon },
  light: { label: 'light', icon: icons.sun },
  dark: { label: 'dark', icon: icons.moon },
}

export class Lab extends LitElement {
  static override properties = {
    entry: { state: true },
    scene: { state: true },
    state: { state: true },
    theme: { state: true },
    problem: { state: true },
  }
  static override styles = [tokens, controls, shell]

  declare entry: Entry
  declare scene: AnyScene | undefined
  declare state: unknown
  declare theme: Theme
  declare problem: string
  #presentation: Presentation = fromSearch(location.search)
  #pending: ReturnType<typeof setTimeout> | undefined
  #address = location.hash

  constructor() {
    super()
    this.entry = entryOf(sceneOf(location.hash))
    this.theme = storedTheme()
    this.problem = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('hashchange', this.#onAddress)
    void this.#open()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('hashchange', this.#onAddress)
  }

  #onAddress = (): void => {
    if (location.hash === this.#address) return
    clearTimeout(this.#pending)
    this.#pending = undefined
    this.#address = location.hash
    void this.#open()
  }

  async #open(): Promise<void> {
    const { hash } = location
    const entry = entryOf(sceneOf(hash))
    try {
      const [route, scene] = await Promise.all([fromHash(hash), entry.load()])
      if (location.hash !== hash) return
      this.entry = entry
      this.scene = scene
      this.state =
        route.document === undefined
          ? (scene.presets.find(({ id }) => id === route.preset)?.state ?? scene.initial)
          : scene.repair(route.document)
      this.problem = ''
      document.title = `${entry.title} · Engram lab`
    } catch (error) {
      if (location.hash !== hash) return
      this.problem = `This scene could not be loaded: ${error instanceof Error ? error.message : String(error)}`
    }
  }

  #onState(event: CustomEvent<{ readonly scene: string; readonly state: unknown }>): void {
    const { scene, state } = event.detail
    // Another scene has been asked for, and this one is about to go.
    if (scene !== entryOf(sceneOf(location.hash)).id) return
    clearTimeout(this.#pending)
    this.#pending = setTimeout(() => void this.#write(scene, state), addressEvery)
  }

  async #write(scene: string, state: unknown): Promise<void> {
    const pending = this.#pending
    const hash = await toHash(scene, state)
    if (hash === undefined || pending !== this.#pending) return
    history.replaceState(null, '', hash)
    this.#address = location.hash
  }

  #shows(part: Part): boolean {
    return !this.#presentation.embed && !this.#presentation.hidden.has(part)
  }

  #header() {
    const { label, icon } = themes[this.theme]
    return html`<header class="head">
      <button class="button skip" @click=${this.#skip}>Skip to the scene</button>
      <div class="inner">
        <a class="brand" href="#/">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="7" fill="var(--blue-fill)" />
            <path
              d="M7 9c4 0 5 14 9 14s5-8 9-8"
              fill="none"
              stroke="var(--on-blue)"
              stroke-width="2.4"
              stroke-linecap="round"
            />
            <circle cx="16" cy="23" r="3" fill="var(--on-blue)" />
          </svg>
          Engram lab
        </a>
        <nav aria-label="Scenes">
          <ul>
            ${scenes.map(
              ({ id, title, short }) =>
                html`<li>
                  <a href=${`#/${id}`} title=${title} aria-current=${id === this.entry.id ? 'page' : nothing}
                    >${short}</a
                  >
                </li>`,
            )}
          </ul>
        </nav>
        <button
          class="button quiet icon"
          aria-label=${`Colours: ${label}`}
          title=${`Colours: ${label}`}
          data-testid="theme"
          @click=${() => {
            this.theme = nextTheme(this.theme)
            setTheme(this.theme)
          }}
        >
          ${icon}
        </button>
      </div>
    </header>`
  }

  override render() {
    const { embed, hidden } = this.#presentation
    return html`<div class=${embed ? 'embedded' : 'page'}>
      ${this.#shows('header') ? this.#header() : nothing}
      <main id="main" tabindex="-1" class="inner">
        ${this.problem === '' ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
        ${
          this.scene === undefined
            ? nothing
            : html`<engram-scene
                data-scene=${this.entry.id}
                .scene=${this.scene}
                .state=${this.state}
                .concealed=${hidden}
                @scene-state=${this.#onState}
              ></engram-scene>`
        }
      </main>
      ${
        this.#shows('footer')
          ? html`<footer class="foot">
              <div class="inner">
                Every number here is computed by the packages of Engram, in this page. Nothing is sent anywhere.
              </div>
            </footer>`
          : nothing
      }
    </div>`
  }

  /** The scene that is open is in sight, however narrow the header is. */
  override updated(changed: PropertyValues<this>): void {
    if (changed.has('entry'))
      this.renderRoot.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  #skip(): void {
    this.renderRoot.querySelector<HTMLElement>('main')?.focus()
  }
}

customElements.define('engram-lab', Lab)

declare global {
  interface HTMLElementTagNameMap {
    'engram-lab': Lab
  }
}
