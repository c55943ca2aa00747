import { css } from 'lit'

/** How the parts of a scene stand to each other, and what their titles and notes look like. */
export const layout = css`
  :host {
    display: block;
  }
  article {
    display: grid;
    gap: 1.25rem;
  }
  .bench {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 19rem;
    gap: 1.25rem;
    align-items: start;
  }
  .bench.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  .figure {
    position: relative;
    display: grid;
    gap: 1.1rem;
    padding: 1rem 1.5rem 1.5rem;
  }
  .controls {
    padding: 0.25rem 1.25rem 1.1rem;
  }
  .group {
    display: grid;
    gap: 0.75rem;
    padding-block: 1rem;
  }
  .group + .group {
    border-block-start: 1px solid var(--line);
  }
  .group-title {
    font-size: 0.9375rem;
    font-weight: 650;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.75rem;
  }
  .row.tight {
    gap: 0.375rem;
    flex-wrap: wrap;
  }
  .panel-title,
  .plot-title {
    font-size: 0.9375rem;
    font-weight: 650;
  }
  .plot-title .number {
    margin-inline-start: 0.4rem;
    color: var(--blue);
  }
  .panel-note {
    font-size: 0.8125rem;
    color: var(--soft);
    text-align: center;
  }
  .panel-note b {
    color: var(--ink);
  }
  [aria-invalid='true'] {
    border-color: var(--orange-fill);
    outline-color: var(--orange-fill);
  }
  @media (max-width: 68rem) {
    .bench {
      grid-template-columns: minmax(0, 1fr);
    }
    .column {
      display: contents;
    }
    .bench engram-hunt {
      order: 1;
    }
    .bench .links {
      order: 2;
    }
    .controls {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
      gap: 0 2rem;
    }
    .controls .group {
      align-content: start;
      border: 0;
    }
  }
  @media (max-width: 44rem) {
    .figure {
      padding: 0.75rem 1rem 1.1rem;
    }
  }
`
