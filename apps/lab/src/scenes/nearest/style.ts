import { css } from 'lit'

export const style = css`
  .memories {
    display: flex;
    flex-wrap: wrap;
    gap: 0.9rem 1.5rem;
  }
  .memories figure {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 0.35rem;
    inline-size: 5.75rem;
  }
  .memories figcaption,
  .marked {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
    font-size: 0.8125rem;
    font-weight: 600;
    white-space: nowrap;
  }
  .memories .panel-note {
    font-size: 0.75rem;
    text-align: start;
  }
  .memories .apart {
    padding-inline-start: 1.5rem;
    border-inline-start: 1px solid var(--line);
    inline-size: 7.25rem;
  }
  .memories .apart ~ .apart {
    padding-inline-start: 0;
    border: 0;
    inline-size: 5.75rem;
  }
  .mark-icon {
    flex: none;
    inline-size: 0.85rem;
    block-size: 0.85rem;
  }
  .maps {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 1.25rem 1.5rem;
  }
  .maps section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 0.4rem;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.1rem;
  }
  .legend .marked {
    font-weight: 400;
    color: var(--soft);
  }
  .legend .shade {
    inline-size: 0.85rem;
    block-size: 0.85rem;
    border-radius: 2px;
    background: color-mix(in srgb, var(--orange-fill) 24%, var(--cell-off));
  }
  .certainty {
    display: grid;
    gap: 0.3rem;
    max-inline-size: 78ch;
  }
  .certainty p + p {
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .shells td {
    font-variant-numeric: tabular-nums;
  }
  .shells .share {
    inline-size: 45%;
  }
  .stack {
    display: flex;
    block-size: 0.85rem;
    border-radius: 3px;
    overflow: hidden;
    background: var(--sunken);
  }
  .stack i {
    inline-size: var(--share);
    background: repeating-linear-gradient(
      -45deg,
      color-mix(in oklab, var(--orange-fill) 55%, var(--surface)) 0 4px,
      var(--orange-wash) 4px 8px
    );
  }
  .stack .nearest {
    background: var(--blue-fill);
  }
  @media (max-width: 44rem) {
    .maps {
      grid-template-columns: minmax(0, 1fr);
    }
    .memories .apart {
      inline-size: 5.75rem;
      padding: 0;
      border: 0;
    }
  }
`
