import { css } from 'lit'

/** Pictures side by side. */
export const panels = css`
  .panels {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 1.75rem;
    align-items: start;
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  @media (max-width: 44rem) {
    .panels {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 1rem;
    }
    .panels > :nth-child(3) {
      grid-column: 1 / -1;
    }
  }
`
