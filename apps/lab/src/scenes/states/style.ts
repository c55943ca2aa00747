import { css } from 'lit'

export const style = css`
  .space-graph {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  .basins {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.3rem 1.25rem;
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .basins li {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
  }
  .basins b {
    color: var(--ink);
  }
  .basins svg {
    inline-size: 1.1rem;
    block-size: 1.1rem;
  }
  .now-name {
    display: flex;
    align-items: baseline;
    gap: 0.5rem;
    font-family: var(--serif);
    font-size: 1.25rem;
    font-weight: 500;
  }
  .now-name b {
    font-weight: 650;
  }
  .now-name .number {
    margin-inline-start: auto;
    font-family: var(--sans);
    font-size: 1rem;
    font-weight: 600;
    color: var(--blue);
  }
  .state-link {
    min-inline-size: 2.25rem;
    padding: 0.1rem 0.5rem;
    border: 1px solid transparent;
    border-radius: 5px;
    background: none;
    font-weight: 650;
    cursor: pointer;
  }
  .state-link:hover {
    border-color: var(--line-strong);
  }
  .state-link[aria-pressed='true'] {
    border-color: var(--blue-fill);
  }
  .path {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem 0.4rem;
  }
  .path .stop {
    display: inline-flex;
    align-items: baseline;
    gap: 0.35rem;
    padding: 0.1rem 0.5rem;
    border: 1px solid var(--line);
    border-radius: 999px;
    font-size: 0.875rem;
  }
  .path .stop:last-child {
    border-color: var(--blue-fill);
    background: var(--blue-wash);
  }
  .path .number {
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .path .arrow {
    color: var(--soft);
  }

  .tables {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
    gap: 0.5rem 2.5rem;
    align-items: start;
    margin-block-start: 0.6rem;
  }
`
