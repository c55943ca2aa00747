/**
 * The frame around any scene: claim, figure, transport, prediction, hunt, links, and the live region.
 * It holds the session and moves it on; everything that is shown comes from the scene.
 */
import { LitElement, adoptStyles, html, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit'
import { style as formulaStyle } from 'virtual:formula-style'
import * as icons from '../components/icons.js'
import { formula } from '../formula.js'
import { latest } from '../latest.js'
import { maxLength, toHash, type Part } from '../link.js'
import type { AnyScene, CommonEvent, Transport } from '../scene.js'
import { begin, dispatch, redo, undo, type SceneEvent, type Session } from '../session.js'
import { controls as controlStyle } from '../styles/controls.js'
import { tokens } from '../styles/tokens.js'
import { claimSection } from './claim.js'
import { exportMenu } from './export-menu.js'
import './hunt-panel.js'
import { linksSection } from './links.js'
import { Player } from './player.js'
import { predictSection } from './predict.js'
import { frameStyle } from './style.js'
import { transportBar } from './transport-bar.js'

/** A session stands at a preset right after it was loaded. */
const isPreset = (events: ReadonlyArray<SceneEvent>, present: unknown, preset: unknown): boolean => {
  const last = events[events.length - 1]
  return last === undefined ? present === preset : 'state' in last && last.state === preset
}

const announceEvery = 1500

export class SceneFrame extends LitElement {
  static override properties = {
    scene: { attribute: false },
    state: { attribute: false },
    concealed: { attribute: false },
    session: { state: true },
    isPlaying: { state: true },
    isWaiting: { state: true },
    said: { state: true },
    notice: { state: true },
  }
  static override styles = [tokens, controlStyle, unsafeCSS(formulaStyle), ...frameStyle]

  declare scene: AnyScene
  /** Where to begin; setting it begins anew. */
  declare state: unknown
  /** Parts that a link hides. */
  declare concealed: ReadonlySet<Part>
  declare session: Session<unknown, SceneEvent>
  declare isPlaying: boolean
  /** Something was pressed that goes on once the run is known. */
  declare isWaiting: boolean
  declare said: string
  declare notice: string
  #saidAt = 0
  #player = new Player((strides) => this.#advance(strides))
  #runStroke = 0
  #coming: Promise<void> | undefined
  /** How often more came to be seen. */
  #arrivals = 0
  #presses = 0

  constructor() {
    super()
    this.concealed = new Set()
    this.isPlaying = false
    this.isWaiting = false
    this.said = ''
    this.notice = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.addEventListener('keydown', this.#onKey)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.removeEventListener('keydown', this.#onKey)
    this.#stop()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('scene') || changed.has('state')) {
      this.#stop()
      this.session = begin<unknown>(this.state ?? this.scene.initial)
      this.said = ''
    }
  }

  override updated(changed: PropertyValues<this>): void {
    const { style } = this.scene
    if (changed.has('scene') && this.renderRoot instanceof ShadowRoot)
      adoptStyles(this.renderRoot, [...SceneFrame.elementStyles, ...(style === undefined ? [] : [style])])
    this.#await()
  }

  /** Looks again when there is more to see. */
  #await(): void {
    const coming = this.scene.coming?.(this.#seen())
    if (coming === this.#coming) return
    this.#coming = coming
    void coming?.then(() => {
      if (this.#coming !== coming) return
      this.#arrivals += 1
      this.requestUpdate()
      if (this.said !== '') this.#announce()
    })
  }

  #send = (event: SceneEvent | CommonEvent): void => {
    if (event.type !== 'seek') this.#stop()
    this.#move(dispatch<unknown, SceneEvent>(this.scene)(this.session, event))
  }

  #move(session: Session<unknown, SceneEvent>): void {
    if (session === this.session) return
    this.session = session
    this.#announce()
    this.dispatchEvent(new CustomEvent('scene-state', { detail: { scene: this.scene.id, state: session.present } }))
  }

  #announce(): void {
    const now = performance.now()
    if (this.isPlaying && now - this.#saidAt < announceEvery) return
    this.#saidAt = now
    this.said = this.scene.tell(this.#seen())
  }

  #observe = latest((scene: AnyScene, state: unknown, _arrivals: number) => scene.observe(state))

  #seen(): unknown {
    return this.#observe(this.scene, this.session.present, this.#arrivals)
  }

  /** What is seen when nothing more is coming. */
  async #settled(): Promise<unknown> {
    const seen = this.#seen()
    const coming = this.scene.coming?.(seen)
    if (coming === undefined) return seen
    await coming
    return this.#settled()
  }

  #transport(): Transport {
    return this.scene.transport(this.#seen())
  }

  #seek(at: number, stroke?: number): void {
    const event = stroke === undefined ? { type: 'seek', at } : { type: 'seek', at, stroke }
    this.#move(dispatch<unknown, SceneEvent>(this.scene)(this.session, event))
  }

  /** Goes on when the run is known, unless something else is pressed first. */
  async #whenReady(goOn: () => void): Promise<void> {
    this.#stop()
    const ready = this.#transport().ready?.()
    if (ready !== undefined) {
      const press = this.#presses
      this.isWaiting = true
      await ready
      if (press !== this.#presses) return
      this.isWaiting = false
    }
    goOn()
  }

  #step(): void {
    void this.#whenReady(() => this.#seek(this.#transport().ahead(1)))
  }

  #back(): void {
    this.#stop()
    this.#seek(this.#transport().back)
  }

  #restart(): void {
    this.#stop()
    this.#seek(0)
  }

  #run(): void {
    if (this.isPlaying || this.isWaiting) {
      this.#stop()
      this.#announce()
      return
    }
    void this.#whenReady(() => this.#play())
  }

  /** A run counts as one event, however many strides it has. */
  #play(): void {
    const transport = this.#transport()
    this.#runStroke = performance.now()
    if (transport.at > 0 && transport.at >= transport.end && transport.loop === undefined)
      this.#seek(0, this.#runStroke)
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (transport.delay === 0 || isStill) {
      this.#seek(this.#transport().ahead(Infinity), this.#runStroke)
      return
    }
    this.isPlaying = true
    this.#player.start(transport.delay)
  }

  #advance(strides: number): void {
    const transport = this.#transport()
    const { at, end, loop } = transport
    if (end > 0 && at >= end) {
      if (loop === undefined) {
        this.#stop()
        this.#announce()
        return
      }
      this.#seek(loop, this.#runStroke)
      this.#seek(this.#transport().ahead(1), this.#runStroke)
      return
    }
    this.#player.pace(transport.delay)
    this.#seek(transport.ahead(strides), this.#runStroke)
    const next = this.#transport()
    if (next.at >= next.end && next.loop === undefined) {
      this.#stop()
      this.#announce()
    }
  }

  #stop(): void {
    this.#player.stop()
    this.isPlaying = false
    this.isWaiting = false
    this.#presses += 1
  }

  #undo(): void {
    this.#stop()
    this.#move(undo(this.scene)(this.session))
  }

  #redo(): void {
    this.#stop()
    this.#move(redo(this.scene)(this.session))
  }

  #onKey = (event: KeyboardEvent): void => {
    const [target] = event.composedPath()
    const isText =
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && ['text', 'number'].includes(target.type))
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || isText) return
    event.preventDefault()
    if (event.shiftKey) this.#redo()
    else this.#undo()
  }

  async #copyLink(): Promise<void> {
    const hash = await toHash(this.scene.id, this.session.present)
    if (hash === undefined) {
      this.notice = `This state is too long for a link (more than ${maxLength} characters). Save it as JSON instead.`
      return
    }
    const { origin, pathname } = location
    try {
      await navigator.clipboard.writeText(`${origin}${pathname}${hash}`)
      this.notice = 'Link copied.'
    } catch {
      this.notice = 'The link is in the address bar.'
    }
  }

  #shows(part: Part): boolean {
    return !this.concealed.has(part)
  }

  #header(): TemplateResult {
    const { title, lead } = this.scene
    return html`<header class="top">
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
      ${this.#shows('presets') ? this.#presets() : nothing}
    </header>`
  }

  #presets(): TemplateResult {
    const { events, present } = this.session
    return html`<nav class="presets" aria-label="Ready-made states">
      ${this.scene.presets.map(
        ({ id, label, hint, state }) =>
          html`<button
            class="chip"
            title=${hint}
            data-preset=${id}
            aria-pressed=${isPreset(events, present, state)}
            @click=${() => this.#send({ type: 'load', state })}
          >
            ${label}
          </button>`,
      )}
    </nav>`
  }

  #tools(): TemplateResult {
    const { events, undone } = this.session
    return html`<div class="tools">
      <button
        class="button icon quiet"
        aria-label="Undo"
        title="Undo (Ctrl Z)"
        ?disabled=${events.length === 0}
        @click=${this.#undo}
      >
        ${icons.undo}
      </button>
      <button
        class="button icon quiet"
        aria-label="Redo"
        title="Redo (Ctrl Shift Z)"
        ?disabled=${undone.length === 0}
        @click=${this.#redo}
      >
        ${icons.redo}
      </button>
      <span class="divider"></span>
      <button class="button quiet" @click=${this.#copyLink}>${icons.link} Copy link</button>
      ${exportMenu(this.scene, () => this.#settled())}
    </div>`
  }

  #figure(seen: unknown): TemplateResult {
    const { scene } = this
    const isComputing = this.isWaiting || scene.coming?.(seen) !== undefined
    return html`<section class="figure card" aria-label="Figure" aria-busy=${isComputing}>
      ${isComputing ? html`<div class="computing" role="progressbar" aria-label="Computing"></div>` : nothing}
      ${this.#shows('tools') ? this.#tools() : nothing}
      <p class="notice" role="status">${this.notice}</p>
      ${scene.figure(seen, this.#send)}
      ${
        this.#shows('predict')
          ? predictSection(scene.prediction(seen), (id) => this.#send({ type: 'predict', id }))
          : nothing
      }
      ${transportBar(this.#transport(), this.isWaiting ? 'waiting' : this.isPlaying ? 'playing' : 'still', {
        step: () => this.#step(),
        back: () => this.#back(),
        restart: () => this.#restart(),
        run: () => this.#run(),
        seek: (at, stroke) => {
          this.#stop()
          this.#seek(at, stroke)
        },
      })}
      ${scene.readout(seen, this.#send)}
    </section>`
  }

  override render() {
    const { scene } = this
    const seen = this.#seen()
    const dropped = scene.hypotheses.filter(({ isKept }) => !isKept(seen)).map(({ id }) => id)
    const showsHeader = this.#shows('header')
    const showsClaim = this.#shows('claim')
    return html`<article>
      ${
        showsHeader || showsClaim
          ? html`<div class=${showsHeader && showsClaim ? 'opening' : 'opening alone'}>
              ${showsHeader ? this.#header() : nothing}
              ${showsClaim ? claimSection(scene, seen, formula(scene.claim.formula), this.#send) : nothing}
            </div>`
          : nothing
      }
      <div class=${this.#shows('controls') || this.#shows('links') ? 'bench' : 'bench alone'}>
        <div class="column">
          ${this.#figure(seen)}
          ${
            this.#shows('hunt')
              ? html`<engram-hunt
                  class="card"
                  .scene=${scene}
                  .dropped=${dropped}
                  @counterexample=${(event: CustomEvent<{ readonly state: unknown }>) =>
                    this.#send({ type: 'load', state: event.detail.state })}
                ></engram-hunt>`
              : nothing
          }
        </div>
        <div class="column">
          ${
            this.#shows('controls')
              ? html`<section class="controls card" aria-label="Settings">${scene.controls(seen, this.#send)}</section>`
              : nothing
          }
          ${this.#shows('links') ? linksSection(scene) : nothing}
        </div>
      </div>
      <div class="visually-hidden" aria-live="polite" data-testid="live">${this.said}</div>
    </article>`
  }
}

customElements.define('engram-scene', SceneFrame)

declare global {
  interface HTMLElementTagNameMap {
    'engram-scene': SceneFrame
  }
}
