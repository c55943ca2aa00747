import { css } from 'lit'

/** The title of a scene and its ready-made states, beside the claim. */
export const opening = css`
  .opening {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr);
    gap: 1.25rem 2.5rem;
    align-items: center;
  }
  .opening.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .top {
    display: grid;
    gap: 0.4rem;
  }
  h1 {
    font-family: var(--serif);
    font-size: clamp(1.75rem, 1.3rem + 1.4vw, 2.25rem);
    font-weight: 600;
    line-height: 1.12;
    letter-spacing: -0.012em;
    text-wrap: balance;
  }
  .lead {
    max-inline-size: 78ch;
    font-size: 1.0625rem;
    color: var(--soft);
    text-wrap: pretty;
  }
  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    margin-block-start: 0.6rem;
  }
  .chip {
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: 999px;
    background: var(--surface);
    font-size: 0.8125rem;
    font-weight: 500;
    cursor: pointer;
  }
  .chip:hover {
    border-color: var(--line-strong);
  }
  .chip[aria-pressed='true'] {
    background: var(--blue-wash);
    border-color: var(--blue-fill);
    color: var(--blue);
  }
  @media (max-width: 68rem) {
    .opening {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
