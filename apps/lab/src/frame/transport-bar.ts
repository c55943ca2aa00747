import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import * as icons from '../components/icons.js'
import type { Transport } from '../scene.js'

interface Actions {
  readonly step: () => void
  readonly back: () => void
  readonly restart: () => void
  readonly run: () => void
  readonly seek: (at: number, stroke: number) => void
}

/** Whether a run is shown in motion, or is waited for. */
export type Motion = 'still' | 'playing' | 'waiting'

const runs: { readonly [motion in Motion]: { readonly icon: TemplateResult; readonly label: string } } = {
  still: { icon: icons.play, label: 'Run' },
  playing: { icon: icons.pause, label: 'Pause' },
  waiting: { icon: icons.cross, label: 'Cancel' },
}

/** Restart, back, run, step, and the scrubber. */
export const transportBar = (
  { at, end, caption }: Transport,
  motion: Motion,
  { step, back, restart, run, seek }: Actions,
): TemplateResult =>
  html`<div class="transport" role="group" aria-label="Run">
    <div class="buttons">
      <button
        class="button icon"
        aria-label="Back to the start"
        title="Back to the start"
        ?disabled=${at === 0}
        @click=${restart}
      >
        ${icons.restart}
      </button>
      <button class="button icon" aria-label="Step back" title="Step back" ?disabled=${at === 0} @click=${back}>
        ${icons.stepBack}
      </button>
      <button class="button primary run" data-testid="run" @click=${run}>
        ${runs[motion].icon}<span>${runs[motion].label}</span>
      </button>
      <button class="button" data-testid="step" ?disabled=${end > 0 && at >= end} @click=${step}>
        ${icons.stepForward} Step
      </button>
    </div>
    <label class="scrubber">
      <span class="visually-hidden">Position in the run</span>
      <input
        type="range"
        name="position"
        min="0"
        max=${Math.max(1, end)}
        step="1"
        .value=${live(String(at))}
        ?disabled=${end === 0}
        style=${`--fill:${end === 0 ? 0 : (100 * at) / end}%`}
        aria-valuetext=${caption}
        @input=${(event: Event) =>
          event.currentTarget instanceof HTMLInputElement &&
          seek(Number(event.currentTarget.value), Math.floor(event.timeStamp / 1500))}
      />
      <span class="caption number" data-testid="caption">${caption}</span>
    </label>
  </div>`
