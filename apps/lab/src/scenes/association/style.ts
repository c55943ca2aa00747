import { css } from 'lit'
import { thumbnails } from '../thumbnails.js'

export const style = css`
  .whole {
    white-space: nowrap;
  }
  ${thumbnails}
  .shaded {
    display: grid;
    grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
    gap: 1px;
    inline-size: min(100%, 100% * var(--columns) / var(--rows));
    margin-inline: auto;
  }
  .shaded i {
    aspect-ratio: 1;
    background: color-mix(in oklab, var(--cell-on) var(--on), var(--cell-off));
  }
  .shaded .wrong {
    border: 0.2rem solid var(--orange-fill);
  }
  .answer {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 1rem;
  }
  .ball {
    display: grid;
    gap: 0.5rem;
  }
  .reach {
    position: relative;
    block-size: 1.5rem;
    border-radius: 4px;
    overflow: hidden;
    background: repeating-linear-gradient(
      -45deg,
      color-mix(in oklab, var(--orange-fill) 45%, var(--surface)) 0 5px,
      var(--orange-wash) 5px 10px
    );
  }
  .reach span {
    position: absolute;
    inset-block: 0;
    left: 0;
  }
  .reach .inside {
    width: var(--radius);
    background: color-mix(in oklab, var(--blue-fill) 32%, var(--surface));
  }
  .reach .promised {
    width: var(--bound);
    background: color-mix(in oklab, var(--blue-fill) 65%, var(--surface));
  }
  .reach .here {
    left: calc(var(--length) - 2px);
    width: 4px;
    background: var(--ink);
    box-shadow: 0 0 0 1.5px var(--surface);
  }
  .measures {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    font-size: 0.875rem;
  }
  .measures div {
    display: flex;
    gap: 0.4rem;
    align-items: baseline;
  }
  .measures dt {
    color: var(--soft);
  }
  .measures dd {
    font-weight: 650;
  }
  .promised-key::before,
  .inside-key::before {
    content: '';
    inline-size: 0.7rem;
    block-size: 0.7rem;
    border-radius: 2px;
    background: color-mix(in oklab, var(--blue-fill) 65%, var(--surface));
  }
  .inside-key::before {
    background: color-mix(in oklab, var(--blue-fill) 32%, var(--surface));
  }
`
