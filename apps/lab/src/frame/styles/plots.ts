import { css } from 'lit'

/** A plot beside bars of overlaps. */
export const plots = css`
  .plots {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(13rem, 17rem);
    gap: 2rem;
  }
  .plots > :only-child {
    grid-column: 1 / -1;
  }
  .overlaps {
    display: grid;
    align-content: start;
    gap: 0.7rem;
  }
  .overlaps ol {
    display: grid;
    grid-template-columns: fit-content(6rem) minmax(0, 1fr) 2.75rem;
    gap: 0.45rem 0.6rem;
  }
  .overlaps li {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
    align-items: center;
    font-size: 0.8125rem;
  }
  .overlaps .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .overlaps .number {
    text-align: end;
  }
  .overlaps .aim .name,
  .overlaps .aim .number {
    font-weight: 650;
  }
  .bar {
    position: relative;
    block-size: 0.7rem;
    border-radius: 2px;
    background: linear-gradient(var(--line-strong), var(--line-strong)) center / 1px 100% no-repeat var(--sunken);
  }
  .bar span {
    position: absolute;
    inset-block: 0;
    left: 50%;
    width: var(--length);
    border-radius: 0 2px 2px 0;
    background: var(--blue-fill);
  }
  .bar span.negative {
    left: auto;
    right: 50%;
    border-radius: 2px 0 0 2px;
    background: repeating-linear-gradient(
      -45deg,
      var(--orange-fill) 0 3px,
      color-mix(in oklab, var(--orange-fill) 45%, transparent) 3px 5px
    );
  }
  .bar.from-left {
    background: var(--sunken);
  }
  .bar.from-left span {
    left: 0;
  }
  @media (max-width: 44rem) {
    .plots {
      grid-template-columns: minmax(0, 1fr);
      gap: 1.25rem;
    }
  }
`
