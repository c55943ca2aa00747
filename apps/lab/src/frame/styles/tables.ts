import { css } from 'lit'

/** Tables of states and answers. */
export const tables = css`
  .wide {
    position: relative;
    overflow-x: auto;
  }
  .answers td,
  .answers th {
    padding: 0.3rem 0.25rem;
    font-size: 0.8125rem;
    white-space: nowrap;
  }
  .answers .remark {
    text-align: start;
    color: var(--soft);
  }
  .states {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
    text-align: center;
  }
  .states th,
  .states td {
    padding: 0.15rem 0.35rem;
    border-block-end: 1px solid var(--line);
    font-weight: 400;
  }
  .states thead th {
    color: var(--soft);
    font-size: 0.8125rem;
    font-weight: 500;
  }
  .states .energy {
    font-weight: 600;
  }
  .states .other-energy {
    color: var(--soft);
  }
  .states .rise {
    margin-inline-end: 0.25rem;
    font-size: 0.7rem;
    color: var(--orange);
  }
  .states .mark {
    inline-size: 1.5rem;
  }
  .states .current {
    background: var(--blue-wash);
  }
`
