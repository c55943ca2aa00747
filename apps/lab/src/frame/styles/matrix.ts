import { css } from 'lit'

/** Weights that can be typed over. */
export const matrix = css`
  .matrix {
    overflow-x: auto;
  }
  .matrix table {
    border-spacing: 2px;
    margin-inline: -2px;
  }
  .matrix td {
    padding: 0;
    border-radius: 4px;
    background: var(--sunken);
  }
  .matrix .positive {
    background: color-mix(in oklab, var(--blue-fill) calc(var(--strength) * 0.32), var(--surface));
  }
  .matrix .negative {
    background: color-mix(in oklab, var(--orange-fill) calc(var(--strength) * 0.38), var(--surface));
  }
  .matrix .odd {
    box-shadow: inset 0 0 0 2px var(--orange-fill);
  }
  .weight {
    inline-size: 2.6rem;
    block-size: 2.1rem;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    text-align: center;
    font-size: 0.875rem;
  }
  .odd-note {
    display: inline-flex;
    gap: 0.35rem;
    color: var(--orange);
  }
  .odd-note svg {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    translate: 0 0.15rem;
  }
`
