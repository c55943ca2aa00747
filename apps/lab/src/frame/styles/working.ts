import { css } from 'lit'

/** The working of an update, term by term. */
export const working = css`
  .working {
    display: grid;
    gap: 0.3rem;
    padding: 0.75rem 0.9rem;
    border-radius: var(--radius-small);
    background: var(--sunken);
    font-variant-numeric: tabular-nums;
    min-block-size: 6.9rem;
    align-content: center;
  }
  .working.idle {
    color: var(--soft);
  }
  .sum {
    font-size: 0.875rem;
  }
  .sum b {
    display: inline-block;
  }
  .math {
    font-family: KaTeX_Math, var(--math);
    font-style: italic;
    font-size: 1.1em;
  }
  .math sub {
    font-size: 0.7em;
    font-style: normal;
  }
  .transition {
    font-size: 1rem;
  }
`
