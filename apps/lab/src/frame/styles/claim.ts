import { css } from 'lit'

/** The claim with its hypotheses. */
export const claim = css`
  .claim {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem 1.5rem;
    align-items: center;
    padding: 0.8rem 1.25rem;
  }
  .statement {
    display: grid;
    gap: 0.2rem;
  }
  .equation {
    font-size: 1.1rem;
    overflow-x: auto;
    overflow-y: hidden;
    padding-block: 0.2rem;
  }
  .formula {
    display: inline-block;
    direction: ltr;
  }
  .words {
    font-family: var(--serif);
    font-size: 1.0625rem;
    line-height: 1.4;
    text-wrap: pretty;
  }
  .hypotheses {
    display: grid;
    gap: 0.25rem;
    align-content: center;
    padding-inline-start: 1.25rem;
    border-inline-start: 1px solid var(--line);
  }
  .hypotheses legend {
    float: inline-start;
    margin-block-end: 0.1rem;
    font-family: var(--serif);
    color: var(--soft);
  }
  .hypotheses legend + * {
    clear: both;
  }
  .granted,
  .status {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .granted {
    padding-inline-start: 0.55rem;
    gap: 1.1rem;
  }
  .granted svg,
  .status svg {
    flex: none;
    inline-size: 0.95rem;
    block-size: 0.95rem;
    translate: 0 0.15rem;
  }
  .status {
    grid-column: 1 / -1;
    color: var(--orange);
    font-weight: 500;
  }
  .status:empty {
    display: none;
  }
  .claim.broken {
    border-color: var(--orange-fill);
  }
  .claim.broken .statement {
    opacity: 0.8;
  }
  @media (max-width: 44rem) {
    .claim {
      grid-template-columns: minmax(0, 1fr);
      padding: 1rem 1.1rem;
    }
    .hypotheses {
      padding-inline-start: 0;
      border-inline-start: 0;
    }
  }
`
