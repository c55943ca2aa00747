/**
 * A bar chart as SVG: how many times as long as ours, on a logarithmic scale that begins at ours.
 */
import { scaleBand, scaleLog } from 'd3-scale'
import { namer } from './Markdown.js'
import type { TableResult } from './Report.js'
import { duration, times } from './words.js'

interface Bar {
  readonly name: string
  readonly ours: boolean
  readonly ratio: number
  readonly median: number
}

const width = 760
const labels = 300
const values = 130
const rowHeight = 24
const top = 56
const bottom = 34

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const bars = ({ cases }: TableResult, ours: string): ReadonlyArray<Bar> => {
  const name = namer(cases)
  return (cases.at(-1)?.rows ?? [])
    .flatMap((row) =>
      row.outcome._tag === 'Timed'
        ? [{ name: name(row), ours: row.contender === ours, ratio: row.outcome.ratio, median: row.outcome.median }]
        : [],
    )
    .toSorted((a, b) => a.median - b.median)
}

const style = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .quiet { fill: #59636e; font-size: 12px }
  .ours { font-weight: 700 }
  .title { font-size: 15px; font-weight: 700 }
  rect { fill: #8c959f }
  rect.ours { fill: #0969da }
  rect.faster { fill: #bc4c00 }
  line { stroke: #d1d9e0 }
  line.one { stroke: #59636e }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc }
    .quiet { fill: #9198a1 }
    rect { fill: #6e7681 }
    rect.ours { fill: #4493f8 }
    rect.faster { fill: #db6d28 }
    line { stroke: #3d444d }
    line.one { stroke: #9198a1 }
  }`

/** The last case of the table; those who were not timed are not drawn. */
export const chart = (result: TableResult, ours: string): string => {
  const all = bars(result, ours)
  const height = top + all.length * rowHeight + bottom
  const ratios = [1, ...all.map(({ ratio }) => ratio)]
  const x = scaleLog()
    .domain([Math.min(...ratios) / 1.3, Math.max(...ratios) * 1.3])
    .range([labels, width - values])
  const y = scaleBand<number>()
    .domain(all.map((_, i) => i))
    .range([top, height - bottom])
    .padding(0.25)
  const ticks = [0.001, 0.01, 0.1, 1, 10, 100, 1000, 10_000].filter((tick) => {
    const [low = 0, high = 0] = x.domain()
    return low <= tick && tick <= high
  })
  const axis = ticks.map(
    (tick) =>
      `<line${tick === 1 ? ' class="one"' : ''} x1="${x(tick).toFixed(1)}" x2="${x(tick).toFixed(1)}" y1="${top - 4}" y2="${height - bottom + 4}"/>` +
      `<text class="quiet" text-anchor="middle" x="${x(tick).toFixed(1)}" y="${height - bottom + 20}">${tick}×</text>`,
  )
  const drawn = all.map(({ name, ours: own, ratio, median }, i) => {
    const at = y(i) ?? 0
    const middle = (at + y.bandwidth() / 2 + 4.5).toFixed(1)
    const [from, to] = [Math.min(x(1), x(ratio)), Math.max(x(1), x(ratio))]
    const kind = own ? 'ours' : ratio < 1 ? 'faster' : 'slower'
    const emphasis = own ? ' class="ours"' : ''
    return (
      `<text${emphasis} text-anchor="end" x="${labels - 10}" y="${middle}">${escape(name)}</text>` +
      `<rect class="${kind}" x="${(from - 1).toFixed(1)}" y="${at.toFixed(1)}" width="${(to - from + 2).toFixed(1)}" height="${y.bandwidth().toFixed(1)}"/>` +
      `<text${emphasis} x="${width - values + 10}" y="${middle}">${times(ratio)} · ${duration(median)}</text>`
    )
  })
  const unit = result.unit === undefined ? '' : ` per ${result.unit}`
  const what = `${result.title}, ${result.cases.at(-1)?.label ?? ''}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(what)}">`,
    `<style>${style}</style>`,
    `<text class="title" x="10" y="20">${escape(what)}</text>`,
    `<text class="quiet" x="10" y="40">time${unit} relative to ${escape(ours)}, logarithmic; bars to the left are faster</text>`,
    ...axis,
    ...drawn,
    '</svg>',
    '',
  ].join('\n')
}
