import { css } from 'lit'
import { thumbnails } from '../thumbnails.js'

export const style = css`
  .input.letters {
    flex: 1 1 6rem;
    inline-size: auto;
    min-inline-size: 0;
    letter-spacing: 0.18em;
    font-weight: 600;
    text-transform: uppercase;
  }
  .upload {
    position: relative;
  }
  .upload:focus-within {
    outline: 2px solid var(--blue-fill);
    outline-offset: 2px;
  }
  .seed {
    display: inline-flex;
    align-items: end;
    gap: 0.25rem;
  }
  .seed label {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
  }
  .seed .input {
    inline-size: 4.75rem;
    min-block-size: 1.875rem;
    padding-block: 0.1rem;
  }
  .wrong-key {
    display: inline-block;
    inline-size: 0.65rem;
    block-size: 0.65rem;
    margin-inline-end: 0.4rem;
    border: 2.5px solid var(--orange-fill);
    vertical-align: -0.02em;
  }
  .stretch {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.25rem;
    margin-block-start: 0.25rem;
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .unknown {
    block-size: 13rem;
  }
  ${thumbnails}
`
