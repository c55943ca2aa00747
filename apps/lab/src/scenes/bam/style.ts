import { css } from 'lit'

export const style = css`
  .duo {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    gap: 1rem 1.25rem;
    align-items: center;
  }
  .layer {
    align-self: stretch;
    grid-template-rows: auto 1fr;
    padding: 0.75rem;
    border: 1.5px solid transparent;
    border-radius: var(--radius-small);
  }
  .layer.active {
    border-color: var(--blue-fill);
  }
  .layer .panel-title {
    text-align: center;
  }
  .layer-cells {
    align-self: center;
    justify-self: center;
    inline-size: min(100%, 16rem, var(--longest) * 3.25rem);
  }
  .layer-tools {
    display: flex;
    justify-content: center;
  }
  .spelt {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.2rem 0.5rem;
  }
  .spelt .input {
    flex: none;
    inline-size: 6.5rem;
    text-align: center;
    letter-spacing: 0.18em;
    font-weight: 600;
    text-transform: uppercase;
  }
  .between {
    display: grid;
    gap: 1.1rem;
  }
  .way {
    display: grid;
    justify-items: center;
    gap: 0.3rem;
    padding: 0.4rem 0.6rem;
    border-radius: var(--radius-small);
    color: var(--soft);
  }
  .way-word {
    min-block-size: 1.2rem;
    font-size: 0.75rem;
    font-weight: 600;
  }
  .way.last {
    background: var(--blue-wash);
    color: var(--blue);
  }
  .way.next {
    color: var(--ink);
    box-shadow: inset 0 0 0 1px var(--line-strong);
  }
  .shaft {
    position: relative;
    inline-size: 6.5rem;
    block-size: 2px;
    margin-block: 0.3rem;
    background: currentcolor;
  }
  .shaft::after {
    content: '';
    position: absolute;
    inset-block-start: -4px;
    inline-size: 8px;
    block-size: 8px;
    border-block-start: 2px solid currentcolor;
  }
  .shaft.right::after {
    right: 0;
    border-right: 2px solid currentcolor;
    rotate: 45deg;
  }
  .shaft.left::after {
    left: 0;
    border-left: 2px solid currentcolor;
    rotate: -45deg;
  }
  .stored {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: center;
    gap: 0.75rem 1.5rem;
  }
  .stored-pairs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .stored-pair {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 3rem;
    padding: 0.25rem 0.6rem;
    border: 1.5px solid var(--line);
    border-radius: var(--radius-small);
    cursor: pointer;
  }
  .stored-pair:hover {
    border-color: var(--line-strong);
  }
  .stored-pair:has(:checked) {
    border-color: var(--blue-fill);
    background: var(--blue-wash);
  }
  .stored-pair:has(:focus-visible) {
    outline: 2px solid var(--blue-fill);
    outline-offset: 1px;
  }
  .stored-pair input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .stored-name {
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .thumb {
    inline-size: 2.25rem;
  }
  .thumb.few {
    inline-size: 1.5rem;
  }
  @media (max-width: 44rem) {
    .duo {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0.75rem;
    }
    .between {
      grid-row: 2;
      grid-column: 1 / -1;
      grid-template-columns: 1fr 1fr;
      gap: 0.75rem;
    }
    .layer {
      padding: 0.5rem 0.25rem;
    }
    .stored {
      justify-content: flex-start;
    }
  }
`
