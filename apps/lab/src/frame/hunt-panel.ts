/**
 * The hunt: the law of the scene, run in a worker without the hypotheses that were dropped.
 */
import { LitElement, css, html, nothing, type PropertyValues } from 'lit'
import { select } from '../components/controls.js'
import * as icons from '../components/icons.js'
import type { Hunt } from '../hunt/hunt.js'
import type { HuntResult } from '../hunt/request.js'
import { number } from '../numbers.js'
import type { AnyScene } from '../scene.js'
import { controls } from '../styles/controls.js'
import { tokens } from '../styles/tokens.js'

type Answer = typeof import('../hunt/answer.js').answer

const amounts = [200, 2000, 20_000] as const

export class HuntPanel extends LitElement {
  static override properties = {
    scene: { attribute: false },
    dropped: { attribute: false },
    runs: { state: true },
    tried: { state: true },
    isHunting: { state: true },
    result: { state: true },
    witness: { state: true },
    seed: { state: true },
  }
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        padding: 1.25rem 1.5rem 1.5rem;
      }
      h2 {
        font-family: var(--serif);
        font-size: 1.25rem;
        font-weight: 600;
        line-height: 1.25;
      }
      .intro {
        margin-block: 0.35rem 0.9rem;
        max-inline-size: 62ch;
        color: var(--soft);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.75rem;
      }
      .field {
        min-inline-size: 9.5rem;
      }
      progress {
        appearance: none;
        display: block;
        inline-size: 100%;
        block-size: 6px;
        margin-block-start: 1rem;
        border: 0;
        border-radius: 3px;
        overflow: hidden;
        background: var(--line);
        color: var(--blue-fill);
      }
      progress::-webkit-progress-bar {
        background: var(--line);
      }
      progress::-webkit-progress-value {
        background: var(--blue-fill);
      }
      progress::-moz-progress-bar {
        background: var(--blue-fill);
      }
    `,
  ]

  declare scene: AnyScene
  declare dropped: ReadonlyArray<string>
  declare runs: (typeof amounts)[number]
  declare tried: number
  declare isHunting: boolean
  declare result: HuntResult | undefined
  /** The state of the scene that shows what was found. */
  declare witness: unknown
  declare seed: number
  /** Comes with the first hunt. */
  declare answer: Answer | undefined
  #hunt: Hunt | undefined

  constructor() {
    super()
    this.dropped = []
    this.runs = 2000
    this.tried = 0
    this.isHunting = false
    this.result = undefined
    this.seed = 1
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#cancel()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('dropped')
    const isOther = before !== undefined && before.join() !== this.dropped.join()
    if (this.result?._tag !== 'Found' && (isOther || changed.get('scene') !== undefined)) {
      this.#cancel()
      this.result = undefined
    }
  }

  async #start(): Promise<void> {
    this.#cancel()
    this.result = undefined
    this.tried = 0
    this.isHunting = true
    const [{ startHunt }, { answer }] = await Promise.all([import('../hunt/hunt.js'), import('../hunt/answer.js')])
    this.answer = answer
    if (!this.isHunting) return
    const hunt = startHunt(
      { laws: this.scene.claim.laws, dropped: this.dropped, seed: this.seed, runs: this.runs },
      (tried) => {
        if (this.#hunt === hunt) this.tried = tried
      },
    )
    this.#hunt = hunt
    const result = await hunt.result
    const witness =
      result._tag === 'Found' ? await this.scene.fromCounterexample(result.counterexample, result.law) : undefined
    if (this.#hunt !== hunt) return
    this.result = result
    this.witness = witness
    this.isHunting = false
    this.seed += 1
  }

  #cancel(): void {
    this.#hunt?.cancel()
    this.#hunt = undefined
    this.isHunting = false
  }

  #load = (): void => {
    this.dispatchEvent(
      new CustomEvent('counterexample', { detail: { state: this.witness }, bubbles: true, composed: true }),
    )
  }

  override render() {
    const labels = this.scene.hypotheses.filter(({ id }) => this.dropped.includes(id)).map(({ label }) => label)
    return html`<section aria-label="Hunt">
      <h2>Hunt for a counterexample</h2>
      <p class="intro">
        ${
          labels.length === 0
            ? 'Random small networks are tried against the claim. With every hypothesis kept, none should break it; drop one above and hunt again.'
            : html`Random small networks are tried against the claim without “${labels.join('”, “')}”. The first that
              breaks it is shrunk to the smallest.`
        }
      </p>
      <div class="bar">
        ${select({
          label: 'At most',
          name: 'runs',
          value: String(this.runs),
          options: amounts.map((amount) => ({ id: String(amount), label: `${number(amount)} tries` })),
          on: (value) => {
            this.runs = amounts.find((amount) => String(amount) === value) ?? this.runs
          },
        })}
        ${
          this.isHunting
            ? html`<button class="button" @click=${this.#cancel}>${icons.cross} Cancel</button>`
            : html`<button class="button primary" data-testid="hunt" @click=${this.#start}>
                ${icons.search} Hunt
              </button>`
        }
      </div>
      ${
        this.isHunting
          ? html`<progress max=${this.runs} .value=${this.tried} aria-label="Tries so far"></progress>`
          : nothing
      }
      <div aria-live="polite">
        ${this.result === undefined ? nothing : this.answer?.(this.result, this.witness !== undefined, this.#load)}
      </div>
    </section>`
  }
}

customElements.define('engram-hunt', HuntPanel)

declare global {
  interface HTMLElementTagNameMap {
    'engram-hunt': HuntPanel
  }
}
