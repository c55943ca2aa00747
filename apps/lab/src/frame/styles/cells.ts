import { css } from 'lit'

/** Components as small squares. */
export const cells = css`
  .cells {
    display: inline-grid;
    grid-auto-flow: column;
    gap: 2px;
    vertical-align: middle;
  }
  .cells i {
    inline-size: 0.95rem;
    block-size: 0.95rem;
    border-radius: 3px;
    background: var(--cell-on);
  }
  .cells .off {
    background: var(--cell-off);
    box-shadow: inset 0 0 0 1px var(--line-strong);
  }
  .cells .missing {
    scale: 0.4;
    background: var(--cell-missing);
  }
`
