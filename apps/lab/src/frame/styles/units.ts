import { css } from 'lit'

/** Units of a state side by side, with their values. */
export const units = css`
  .units {
    display: grid;
    grid-template-columns: repeat(var(--units), minmax(0, 1fr));
    gap: 0.35rem;
  }
  .unit {
    display: grid;
    justify-items: center;
    inline-size: 100%;
    padding: 0.4rem 0.25rem 0.45rem;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--surface);
    cursor: pointer;
    line-height: 1.25;
  }
  .unit:hover:not(:disabled) {
    border-color: var(--line-strong);
  }
  .unit:disabled {
    cursor: default;
  }
  .unit.asked {
    border-color: var(--blue-fill);
    box-shadow: inset 0 0 0 1px var(--blue-fill);
  }
  .unit.given {
    cursor: default;
    gap: 0.15rem;
  }
  .given .weight {
    inline-size: min(2.9rem, 100%);
    border-radius: 4px;
    background: var(--sunken);
    box-shadow: inset 0 -1px 0 var(--line-strong);
    font-weight: 650;
  }
  .unit-name {
    font-family: KaTeX_Math, var(--math);
    font-style: italic;
    font-size: 1rem;
    color: var(--soft);
  }
  .unit-name sub {
    font-size: 0.7em;
    font-style: normal;
  }
  .unit-value {
    margin-block: 0.15rem 0.3rem;
    inline-size: min(2.25rem, 100%);
    border-radius: 4px;
    text-align: center;
    font-weight: 650;
  }
  .unit.up .unit-value {
    background: var(--cell-on);
    color: var(--surface);
  }
  .unit.down .unit-value {
    background: var(--cell-off);
    box-shadow: inset 0 0 0 1px var(--line-strong);
  }
  .unit.missing .unit-value {
    box-shadow: inset 0 0 0 1px var(--line-strong);
    border-radius: 1rem;
  }
  .unit-net {
    font-size: 0.75rem;
    color: var(--soft);
  }
  .unit-net b {
    color: var(--ink);
  }
  .unit-net::after {
    margin-inline-start: 0.2rem;
    font-size: 0.65rem;
  }
  .many .unit-word {
    display: none;
  }
  .unit-net.up::after {
    content: '▲';
  }
  .unit-net.down::after {
    content: '▼';
  }
  .unit-net.tie::after {
    content: '◆';
  }
`
