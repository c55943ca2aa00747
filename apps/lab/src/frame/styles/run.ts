import { css } from 'lit'

/** The run: prediction, transport, and what became of it. */
export const run = css`
  .computing {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    block-size: 4px;
    border-start-start-radius: inherit;
    border-start-end-radius: inherit;
    background: linear-gradient(90deg, transparent, var(--blue-fill), transparent) no-repeat 0 0 / 40% 100%
      var(--blue-wash);
    animation:
      appear 0.15s 0.2s both,
      sweep 1.4s linear infinite;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @keyframes sweep {
    from {
      background-position-x: -70%;
    }
    to {
      background-position-x: 170%;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .computing {
      animation: appear 0.15s 0.2s both;
      background: var(--blue-fill);
    }
  }
  .verdict {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.9rem;
    border-radius: var(--radius-small);
    background: var(--blue-wash);
    text-wrap: pretty;
  }
  .verdict svg {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    color: var(--blue);
  }
  .verdict.waiting {
    background: var(--sunken);
    color: var(--soft);
    font-variant-numeric: tabular-nums;
  }
  .verdict.reversed,
  .verdict.other,
  .verdict.mixture,
  .verdict.spurious,
  .verdict.oscillating,
  .verdict.exhausted {
    background: var(--orange-wash);
  }
  .verdict:is(.reversed, .other, .mixture, .spurious, .oscillating, .exhausted) svg {
    color: var(--orange);
  }
  .predict {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
  }
  .predict legend {
    float: inline-start;
    padding: 0;
  }
  .predict .eyebrow {
    margin-inline-end: 0.4rem;
  }
  .outcome {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .outcome svg {
    inline-size: 1.1rem;
    block-size: 1.1rem;
  }
  .outcome.right {
    color: var(--blue);
  }
  .outcome.wrong {
    color: var(--orange);
  }
  .transport {
    position: sticky;
    z-index: 4;
    inset-block-end: 0;
    margin-inline: -1.5rem;
    padding: 0.7rem 1.5rem;
    background: var(--surface);
    border-block: 1px solid var(--line);
    display: grid;
    grid-template-columns: auto minmax(12rem, 1fr);
    gap: 0.75rem 1.5rem;
    align-items: center;
  }
  .transport .buttons {
    display: flex;
    gap: 0.375rem;
  }
  .transport .run {
    min-inline-size: 6rem;
  }
  .scrubber {
    display: grid;
  }
  .caption {
    font-size: 0.8125rem;
    color: var(--soft);
  }
  @media (max-width: 44rem) {
    .transport {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.25rem;
      margin-inline: -1rem;
      padding: 0.6rem 1rem 0.4rem;
    }
    .transport .buttons {
      justify-content: center;
    }
    .transport .run {
      flex: 1;
    }
  }
`
