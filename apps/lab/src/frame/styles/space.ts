import { css } from 'lit'

/** A graph or a table beside what belongs to the state. */
export const space = css`
  .space {
    display: grid;
    grid-template-columns: minmax(0, 1.65fr) minmax(15rem, 1fr);
    gap: 1.5rem;
    align-items: start;
  }
  .space-now {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.9rem;
  }
  @media (max-width: 44rem) {
    .space {
      grid-template-columns: minmax(0, 1fr);
      gap: 1.25rem;
    }
  }
`
