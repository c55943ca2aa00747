import { css } from 'lit'

export const frameStyle = css`
  :host {
    display: block;
  }
  article {
    display: grid;
    gap: 1.25rem;
  }

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

  .claim {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem 1.5rem;
    align-items: center;
    padding: 0.8rem 1.25rem;
  }
  .statement {
    display: grid;
    gap: 0.2rem;
  }
  .equation {
    font-size: 1.1rem;
    overflow-x: auto;
    overflow-y: hidden;
    padding-block: 0.2rem;
  }
  .formula {
    display: inline-block;
    direction: ltr;
  }
  .words {
    font-family: var(--serif);
    font-size: 1.0625rem;
    line-height: 1.4;
    text-wrap: pretty;
  }
  .hypotheses {
    display: grid;
    gap: 0.25rem;
    align-content: center;
    padding-inline-start: 1.25rem;
    border-inline-start: 1px solid var(--line);
  }
  .hypotheses legend {
    float: inline-start;
    margin-block-end: 0.1rem;
    font-family: var(--serif);
    color: var(--soft);
  }
  .hypotheses legend + * {
    clear: both;
  }
  .granted,
  .status {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .granted {
    padding-inline-start: 0.55rem;
    gap: 1.1rem;
  }
  .granted svg,
  .status svg {
    flex: none;
    inline-size: 0.95rem;
    block-size: 0.95rem;
    translate: 0 0.15rem;
  }
  .status {
    grid-column: 1 / -1;
    color: var(--orange);
    font-weight: 500;
  }
  .status:empty {
    display: none;
  }
  .claim.broken {
    border-color: var(--orange-fill);
  }
  .claim.broken .statement {
    opacity: 0.8;
  }

  .bench {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 19rem;
    gap: 1.25rem;
    align-items: start;
  }
  .bench.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  .figure {
    position: relative;
    display: grid;
    gap: 1.1rem;
    padding: 1rem 1.5rem 1.5rem;
  }
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
  .controls {
    padding: 0.25rem 1.25rem 1.1rem;
  }
  .group {
    display: grid;
    gap: 0.75rem;
    padding-block: 1rem;
  }
  .group + .group {
    border-block-start: 1px solid var(--line);
  }
  .group-title {
    font-size: 0.9375rem;
    font-weight: 650;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.75rem;
  }
  .row.tight {
    gap: 0.375rem;
    flex-wrap: wrap;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0.125rem;
    margin-block-end: -0.4rem;
    margin-inline: -0.6rem;
  }
  .divider {
    inline-size: 1px;
    block-size: 1.25rem;
    margin-inline: 0.4rem;
    background: var(--line);
  }
  .notice {
    font-size: 0.875rem;
    color: var(--blue);
    text-align: end;
  }
  .notice:empty {
    display: none;
  }
  .menu {
    position: relative;
  }
  .menu > summary::before {
    display: none;
  }
  .menu ul {
    position: absolute;
    z-index: 5;
    inset-block-start: calc(100% + 4px);
    inset-inline-end: 0;
    min-inline-size: 13rem;
    padding: 0.3rem;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--surface);
    box-shadow: 0 8px 24px var(--shadow);
  }
  .menu li .button {
    inline-size: 100%;
    justify-content: flex-start;
    gap: 0.6rem;
  }
  .menu li span {
    color: var(--soft);
    font-weight: 400;
  }
  .menu li b {
    inline-size: 2.6rem;
    text-align: start;
  }

  .panels {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 1.75rem;
    align-items: start;
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  .panel-title,
  .plot-title {
    font-size: 0.9375rem;
    font-weight: 650;
  }
  .plot-title .number {
    margin-inline-start: 0.4rem;
    color: var(--blue);
  }
  .panel-note {
    font-size: 0.8125rem;
    color: var(--soft);
    text-align: center;
  }
  .panel-note b {
    color: var(--ink);
  }

  .weights {
    display: grid;
    justify-items: center;
    overflow: auto;
  }
  .weights table {
    border-spacing: 3px;
  }
  .weights td {
    inline-size: 2.75rem;
    block-size: 2.25rem;
    border-radius: 4px;
    background: var(--cell-off);
    text-align: center;
    font-size: 0.875rem;
  }
  .weights .positive {
    background: color-mix(in oklab, var(--blue-fill) calc(var(--strength) * 0.4), var(--surface));
  }
  .weights .negative {
    background: color-mix(in oklab, var(--orange-fill) calc(var(--strength) * 0.5), var(--surface));
  }

  .space {
    display: grid;
    grid-template-columns: minmax(0, 1.65fr) minmax(15rem, 1fr);
    gap: 1.5rem;
    align-items: start;
  }
  .space-now {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.9rem;
  }
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
  .cells {
    display: inline-grid;
    grid-auto-flow: column;
    gap: 2px;
    vertical-align: middle;
  }
  .cells i {
    inline-size: 0.95rem;
    block-size: 0.95rem;
    border-radius: 3px;
    background: var(--cell-on);
  }
  .cells .off {
    background: var(--cell-off);
    box-shadow: inset 0 0 0 1px var(--line-strong);
  }
  .cells .missing {
    scale: 0.4;
    background: var(--cell-missing);
  }
  .wide {
    position: relative;
    overflow-x: auto;
  }
  .answers td,
  .answers th {
    padding: 0.3rem 0.25rem;
    font-size: 0.8125rem;
    white-space: nowrap;
  }
  .answers .remark {
    text-align: start;
    color: var(--soft);
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
  .working {
    display: grid;
    gap: 0.3rem;
    padding: 0.75rem 0.9rem;
    border-radius: var(--radius-small);
    background: var(--sunken);
    font-variant-numeric: tabular-nums;
    min-block-size: 6.9rem;
    align-content: center;
  }
  .working.idle {
    color: var(--soft);
  }
  .sum {
    font-size: 0.875rem;
  }
  .math {
    font-family: KaTeX_Math, var(--math);
    font-style: italic;
    font-size: 1.1em;
  }
  .math sub {
    font-size: 0.7em;
    font-style: normal;
  }
  .transition {
    font-size: 1rem;
  }
  .states {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
    text-align: center;
  }
  .states th,
  .states td {
    padding: 0.15rem 0.35rem;
    border-block-end: 1px solid var(--line);
    font-weight: 400;
  }
  .states thead th {
    color: var(--soft);
    font-size: 0.8125rem;
    font-weight: 500;
  }
  .states .energy {
    font-weight: 600;
  }
  .states .other-energy {
    color: var(--soft);
  }
  .states .rise {
    margin-inline-end: 0.25rem;
    font-size: 0.7rem;
    color: var(--orange);
  }
  .states .mark {
    inline-size: 1.5rem;
  }
  .states .current {
    background: var(--blue-wash);
  }
  .matrix {
    overflow-x: auto;
  }
  .matrix table {
    border-spacing: 2px;
    margin-inline: -2px;
  }
  .matrix td {
    padding: 0;
    border-radius: 4px;
    background: var(--sunken);
  }
  .matrix .positive {
    background: color-mix(in oklab, var(--blue-fill) calc(var(--strength) * 0.32), var(--surface));
  }
  .matrix .negative {
    background: color-mix(in oklab, var(--orange-fill) calc(var(--strength) * 0.38), var(--surface));
  }
  .matrix .odd {
    box-shadow: inset 0 0 0 2px var(--orange-fill);
  }
  .weight {
    inline-size: 2.6rem;
    block-size: 2.1rem;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    text-align: center;
    font-size: 0.875rem;
  }
  .odd-note {
    display: inline-flex;
    gap: 0.35rem;
    color: var(--orange);
  }
  .odd-note svg {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    translate: 0 0.15rem;
  }
  [aria-invalid='true'] {
    border-color: var(--orange-fill);
    outline-color: var(--orange-fill);
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

  .links {
    padding: 1.25rem;
  }
  .links h2 {
    font-family: var(--serif);
    font-size: 1.25rem;
    font-weight: 600;
    line-height: 1.25;
  }
  .links dl {
    display: grid;
    gap: 0.5rem;
    margin-block-start: 0.75rem;
  }
  .links dl div {
    display: grid;
    grid-template-columns: 4.5rem 1fr;
    gap: 0.5rem;
  }
  .links dt {
    color: var(--soft);
  }
  .links dd {
    overflow-wrap: anywhere;
  }

  @media (max-width: 68rem) {
    .bench,
    .opening {
      grid-template-columns: minmax(0, 1fr);
    }
    .column {
      display: contents;
    }
    .bench engram-hunt {
      order: 1;
    }
    .bench .links {
      order: 2;
    }
    .controls {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
      gap: 0 2rem;
    }
    .controls .group {
      align-content: start;
      border: 0;
    }
  }
  @media (max-width: 44rem) {
    .claim {
      grid-template-columns: minmax(0, 1fr);
      padding: 1rem 1.1rem;
    }
    .hypotheses {
      padding-inline-start: 0;
      border-inline-start: 0;
    }
    .figure {
      padding: 0.75rem 1rem 1.1rem;
    }
    .panels {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 1rem;
    }
    .panels > :nth-child(3) {
      grid-column: 1 / -1;
    }
    .plots,
    .space {
      grid-template-columns: minmax(0, 1fr);
      gap: 1.25rem;
    }
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
