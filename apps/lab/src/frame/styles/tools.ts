import { css } from 'lit'

/** Undo, link and export above the figure. */
export const tools = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0.125rem;
    margin-block-end: -0.4rem;
    margin-inline: -0.6rem;
  }
  .divider {
    inline-size: 1px;
    block-size: 1.25rem;
    margin-inline: 0.4rem;
    background: var(--line);
  }
  .notice {
    font-size: 0.875rem;
    color: var(--blue);
    text-align: end;
  }
  .notice:empty {
    display: none;
  }
  .menu {
    position: relative;
  }
  .menu > summary::before {
    display: none;
  }
  .menu ul {
    position: absolute;
    z-index: 5;
    inset-block-start: calc(100% + 4px);
    inset-inline-end: 0;
    min-inline-size: 13rem;
    padding: 0.3rem;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--surface);
    box-shadow: 0 8px 24px var(--shadow);
  }
  .menu li .button {
    inline-size: 100%;
    justify-content: flex-start;
    gap: 0.6rem;
  }
  .menu li span {
    color: var(--soft);
    font-weight: 400;
  }
  .menu li b {
    inline-size: 2.6rem;
    text-align: start;
  }
`
