import { css } from 'lit'

/** Where to read on. */
export const links = css`
  .links {
    padding: 1.25rem;
  }
  .links h2 {
    font-family: var(--serif);
    font-size: 1.25rem;
    font-weight: 600;
    line-height: 1.25;
  }
  .links dl {
    display: grid;
    gap: 0.5rem;
    margin-block-start: 0.75rem;
  }
  .links dl div {
    display: grid;
    grid-template-columns: 4.5rem 1fr;
    gap: 0.5rem;
  }
  .links dt {
    color: var(--soft);
  }
  .links dd {
    overflow-wrap: anywhere;
  }
`
