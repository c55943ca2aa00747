import { css } from 'lit'

/** Weights as they are. */
export const weights = css`
  .weights {
    display: grid;
    justify-items: center;
    overflow: auto;
  }
  .weights table {
    border-spacing: 3px;
  }
  .weights td {
    inline-size: 2.75rem;
    block-size: 2.25rem;
    border-radius: 4px;
    background: var(--cell-off);
    text-align: center;
    font-size: 0.875rem;
  }
  .weights .positive {
    background: color-mix(in oklab, var(--blue-fill) calc(var(--strength) * 0.4), var(--surface));
  }
  .weights .negative {
    background: color-mix(in oklab, var(--orange-fill) calc(var(--strength) * 0.5), var(--surface));
  }
`
