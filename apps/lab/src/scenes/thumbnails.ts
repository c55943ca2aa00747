import { css } from 'lit'

/** Small pictures of which one is chosen. */
export const thumbnails = css`
  .thumbnails {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    justify-content: center;
    margin-block-start: 0.6rem;
  }
  .thumbnails label {
    position: relative;
    inline-size: 2.25rem;
    padding: 3px;
    border-radius: 5px;
    border: 1.5px solid transparent;
    cursor: pointer;
  }
  .thumbnails label:hover {
    border-color: var(--line);
  }
  .thumbnails label:has(:checked) {
    border-color: var(--blue-fill);
    background: var(--blue-wash);
  }
  .thumbnails label:has(:focus-visible) {
    outline: 2px solid var(--blue-fill);
    outline-offset: 1px;
  }
  .thumbnails input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
`
