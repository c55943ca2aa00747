import { css } from 'lit'

/** The frame of the page: its header, its foot, and the room between them. */
export const shell = css`
  :host {
    display: block;
    min-block-size: 100vh;
    background: var(--page);
  }
  .page {
    display: grid;
    grid-template: auto 1fr auto / minmax(0, 1fr);
    min-block-size: 100vh;
  }
  .inner {
    inline-size: min(100% - 2 * clamp(0.75rem, 3vw, 2.5rem), 84rem);
    margin-inline: auto;
  }
  .head {
    border-block-end: 1px solid var(--line);
    background: var(--surface);
  }
  .head .inner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 2rem;
    padding-block: 0.375rem;
  }
  .brand {
    display: inline-flex;
    align-items: center;
    gap: 0.6rem;
    font-family: var(--serif);
    font-size: 1.1875rem;
    font-weight: 650;
    color: inherit;
    text-decoration: none;
  }
  .brand svg {
    inline-size: 1.6rem;
    block-size: 1.6rem;
  }
  nav {
    min-inline-size: 0;
    overflow-x: auto;
    scrollbar-width: none;
  }
  nav ul {
    display: flex;
    gap: 0.25rem;
    padding: 3px;
  }
  nav a {
    display: block;
    padding: 0.4rem 0.75rem;
    border-radius: var(--radius-small);
    color: var(--soft);
    font-size: 0.9375rem;
    font-weight: 500;
    white-space: nowrap;
    text-decoration: none;
  }
  nav a:hover {
    background: var(--sunken);
  }
  nav a[aria-current] {
    color: var(--ink);
    background: var(--sunken);
    font-weight: 600;
  }
  .head .inner .button {
    margin-inline-start: auto;
  }
  main {
    padding-block: 1.25rem 2.5rem;
  }
  .embedded main {
    padding-block: 0.75rem;
  }
  .foot {
    border-block-start: 1px solid var(--line);
    padding-block: 1rem 1.5rem;
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .skip {
    position: absolute;
    inset-block-start: 0.5rem;
    inset-inline-start: 0.5rem;
    z-index: 10;
    translate: 0 -200%;
  }
  .skip:focus {
    translate: none;
  }
  .problem {
    padding: 1rem 1.25rem;
    border-inline-start: 4px solid var(--orange-fill);
    background: var(--orange-wash);
  }
  @media (max-width: 84rem) {
    nav {
      order: 3;
      inline-size: 100%;
    }
  }
  @media (max-width: 44rem) {
    nav a {
      padding-inline: 0.5rem;
      font-size: 0.875rem;
    }
  }
`
