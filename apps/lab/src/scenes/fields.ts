/**
 * Settings that several scenes have: their patterns, the order of updates, the pace.
 */
import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { accept } from '../components/accept.js'
import { select, slider } from '../components/controls.js'
import * as icons from '../components/icons.js'
import { number } from '../numbers.js'
import { parseOrder, parsePatterns, writePatterns } from './states/parse.js'

type Spins = ReadonlyArray<-1 | 1>

export const patternsField = (
  rows: ReadonlyArray<ReadonlyArray<number>>,
  maxUnits: number,
  on: (rows: ReadonlyArray<Spins>) => void,
): TemplateResult =>
  html`<label class="field">
    <span class="label">One pattern a line, up to ${maxUnits} units</span>
    <textarea
      class="input"
      name="patterns"
      rows=${Math.max(2, rows.length + 1)}
      spellcheck="false"
      dir="ltr"
      .value=${live(writePatterns(rows))}
      @change=${accept(parsePatterns(maxUnits), on)}
    ></textarea>
  </label>`

interface Delay<D extends number> {
  readonly label: string
  readonly delays: ReadonlyArray<D>
  readonly delay: number
  readonly on: (delay: D, stroke: number) => void
}

export const delaySlider = <D extends number>({ label, delays, delay, on }: Delay<D>): TemplateResult =>
  slider({
    label,
    name: 'delay',
    value: Math.max(
      0,
      delays.findIndex((each) => each === delay),
    ),
    min: 0,
    max: delays.length - 1,
    shown: delay === 0 ? 'none: show the end' : `${number(delay)} ms`,
    on: (index, stroke) => {
      const chosen = delays[index]
      if (chosen !== undefined) on(chosen, stroke)
    },
  })

type ScheduleKind = 'ordered' | 'shuffled' | 'random' | 'synchronous'

export interface Timing {
  readonly schedule: ScheduleKind
  readonly order: ReadonlyArray<number>
  readonly seed: number
}

/** Which unit is asked when: a schedule, and what it needs to be told. */
export const timingFields = (
  { schedule, order, seed }: Timing,
  units: number,
  on: (change: Partial<Timing>) => void,
): TemplateResult =>
  html`${select<ScheduleKind>({
    label: 'Units are updated',
    name: 'schedule',
    value: schedule,
    options: [
      { id: 'ordered', label: 'one by one, in this order' },
      { id: 'shuffled', label: 'one by one, shuffled each sweep' },
      { id: 'random', label: 'one by one, any unit at random' },
      { id: 'synchronous', label: 'all at the same moment' },
    ],
    on: (chosen) => on({ schedule: chosen }),
  })}
  ${
    schedule === 'ordered'
      ? html`<label class="field">
          <span class="label">Order</span>
          <input
            class="input number"
            name="order"
            dir="ltr"
            autocomplete="off"
            .value=${live(order.map((unit) => unit + 1).join(' '))}
            @change=${accept(
              (text) => parseOrder(text, units),
              (chosen) => on({ order: chosen }),
            )}
          />
        </label>`
      : schedule === 'synchronous'
        ? ''
        : html`<div class="row tight">
            <span class="label number">Seed ${number(seed)}</span>
            <button class="button small" @click=${() => on({ seed: (seed + 1) % 2 ** 32 })}>
              ${icons.dice} Another order
            </button>
          </div>`
  }`
