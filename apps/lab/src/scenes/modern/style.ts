import { css } from 'lit'
import { thumbnails } from '../thumbnails.js'

export const style = css`
  ${thumbnails}
  .thumbnails label {
    inline-size: 2.1rem;
  }
  .gallery {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr));
    gap: 1rem;
  }
  .gallery .panel {
    align-content: start;
  }
  .gallery .panel-note {
    text-align: start;
  }
  .strip {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: 0.6rem;
  }
  .strip button {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem;
    inline-size: 100%;
    padding: 0.35rem;
    border: 1.5px solid transparent;
    border-radius: var(--radius-small);
    background: none;
    font-size: 0.8125rem;
    text-align: start;
    cursor: pointer;
  }
  .strip button:hover {
    border-color: var(--line-strong);
  }
  .strip [aria-pressed='true'] {
    border-color: var(--blue-fill);
    background: var(--blue-wash);
  }
  .strip span {
    color: var(--soft);
  }
  @media (max-width: 44rem) {
    .gallery,
    .strip {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
`
