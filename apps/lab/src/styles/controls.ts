import { css } from 'lit'

/** What all parts share: resets, and what is pressed, switched, chosen and written in. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  fieldset {
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
  }
  a {
    color: var(--blue);
    text-underline-offset: 0.18em;
    text-decoration-thickness: 1px;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--blue-fill);
    outline-offset: 2px;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.45em;
    min-block-size: 2.125rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--surface);
    font-size: 0.875rem;
    font-weight: 500;
    line-height: 1.2;
    cursor: pointer;
    white-space: nowrap;
    text-decoration: none;
    color: var(--ink);
    transition:
      background-color 0.12s,
      border-color 0.12s;
  }
  .button:hover:not(:disabled) {
    border-color: var(--line-strong);
    background: var(--sunken);
  }
  .button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  .button.primary {
    background: var(--blue-fill);
    border-color: transparent;
    color: var(--on-blue);
    font-weight: 600;
  }
  .button.primary:hover:not(:disabled) {
    background: var(--blue);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
  }
  .button.quiet:hover:not(:disabled) {
    background: var(--sunken);
  }
  .button.small {
    min-block-size: 1.75rem;
    padding: 0.125rem 0.5rem;
    font-size: 0.8125rem;
  }
  .button.icon {
    inline-size: 2.125rem;
    padding: 0;
  }
  .button.icon.small {
    inline-size: 1.75rem;
  }
  .button svg {
    inline-size: 1.05em;
    block-size: 1.05em;
    flex: none;
  }

  .field {
    display: grid;
    gap: 0.25rem;
  }
  .label {
    font-size: 0.8125rem;
    font-weight: 500;
    color: var(--soft);
  }
  .label .number {
    color: var(--ink);
    font-weight: 600;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    flex-wrap: wrap;
  }
  .spread {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.75rem;
  }

  .input,
  .select {
    inline-size: 100%;
    min-block-size: 2.125rem;
    padding: 0.25rem 0.625rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--surface);
    font-size: 0.875rem;
  }
  textarea.input {
    font-family: var(--mono);
    line-height: 1.45;
    resize: vertical;
  }
  .input[type='number'] {
    font-variant-numeric: tabular-nums;
  }

  input[type='range'] {
    appearance: none;
    inline-size: 100%;
    block-size: 1.5rem;
    margin: 0;
    background: transparent;
    cursor: pointer;
  }
  input[type='range']::-webkit-slider-runnable-track {
    block-size: 4px;
    border-radius: 2px;
    background: linear-gradient(to right, var(--blue-fill) var(--fill, 0%), var(--line-strong) var(--fill, 0%));
  }
  input[type='range']:dir(rtl)::-webkit-slider-runnable-track {
    background: linear-gradient(to left, var(--blue-fill) var(--fill, 0%), var(--line-strong) var(--fill, 0%));
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: -6px;
    border-radius: 50%;
    border: 2px solid var(--surface);
    background: var(--blue-fill);
    box-shadow: 0 0 0 1px var(--blue-fill);
  }
  input[type='range']::-moz-range-track {
    block-size: 4px;
    border-radius: 2px;
    background: var(--line-strong);
  }
  input[type='range']::-moz-range-progress {
    block-size: 4px;
    border-radius: 2px;
    background: var(--blue-fill);
  }
  input[type='range']::-moz-range-thumb {
    inline-size: 13px;
    block-size: 13px;
    border-radius: 50%;
    border: 2px solid var(--surface);
    background: var(--blue-fill);
    box-shadow: 0 0 0 1px var(--blue-fill);
  }
  input[type='range']:disabled {
    opacity: 0.45;
    cursor: default;
  }

  .segmented {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 2px;
    border-radius: calc(var(--radius-small) + 2px);
    background: var(--sunken);
    border: 1px solid var(--line);
  }
  .segmented label {
    position: relative;
    display: inline-flex;
    cursor: pointer;
  }
  .segmented input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .segmented span {
    padding: 0.2rem 0.65rem;
    border-radius: var(--radius-small);
    font-size: 0.8125rem;
    font-weight: 500;
    color: var(--soft);
    border: 1px solid transparent;
  }
  .segmented input:checked + span {
    background: var(--surface);
    border-color: var(--line-strong);
    color: var(--ink);
    font-weight: 600;
  }
  .segmented input:focus-visible + span {
    outline: 2px solid var(--blue-fill);
    outline-offset: 1px;
  }

  .switch {
    display: inline-flex;
    align-items: center;
    gap: 0.55rem;
    cursor: pointer;
    font-size: 0.875rem;
  }
  .switch input {
    appearance: none;
    flex: none;
    position: relative;
    inline-size: 2.125rem;
    block-size: 1.25rem;
    margin: 0;
    border-radius: 1rem;
    border: 1px solid var(--orange-fill);
    background: var(--orange-wash);
    cursor: pointer;
    transition: background-color 0.15s;
  }
  .switch input::before {
    content: '';
    position: absolute;
    inset-block-start: 2px;
    inset-inline-start: 2px;
    inline-size: 0.875rem;
    block-size: 0.875rem;
    border-radius: 50%;
    background: var(--orange-fill);
    transition: translate 0.15s;
  }
  .switch input:checked {
    background: var(--blue-fill);
    border-color: var(--blue-fill);
  }
  .switch input:checked::before {
    translate: 0.875rem;
    background: var(--surface);
  }
  .switch input:checked:dir(rtl)::before {
    translate: -0.875rem;
  }
  .switch.plain input:not(:checked) {
    border-color: var(--line-strong);
    background: var(--sunken);
  }
  .switch.plain input:not(:checked)::before {
    background: var(--line-strong);
  }

  .card {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: 0 1px 2px var(--shadow);
  }
  .eyebrow {
    font-size: 0.75rem;
    font-weight: 600;
    letter-spacing: 0.04em;
    color: var(--soft);
  }

  details > summary {
    cursor: pointer;
    list-style: none;
    display: flex;
    align-items: center;
    gap: 0.4rem;
  }
  details > summary::-webkit-details-marker {
    display: none;
  }
  details > summary::before {
    content: '';
    inline-size: 0.4rem;
    block-size: 0.4rem;
    border-inline-end: 1.5px solid currentcolor;
    border-block-end: 1.5px solid currentcolor;
    rotate: -45deg;
    transition: rotate 0.15s;
  }
  details > summary:dir(rtl)::before {
    rotate: 45deg;
  }
  details[open] > summary::before {
    rotate: 45deg;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition-duration: 0s !important;
      animation-duration: 0s !important;
    }
  }
`
