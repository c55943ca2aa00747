/**
 * Figures as stand-alone SVG text, for export: light colours, no style sheet, no script.
 */
import type { Picture } from './components/pixels.js'
import { plotOf, type PlotInput } from './components/plot.js'

const ink = '#1c2026'
const soft = '#545b67'
const line = '#ddd8cc'
const blue = '#2462bd'
const orange = '#e27a1a'
const on = '#20304a'
const off = '#f1eee7'

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const margin = 24

export const drawing = (width: number, height: number, parts: ReadonlyArray<string>): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 2 * margin}" height="${height + 2 * margin}" ` +
  `viewBox="${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}" font-family="Inter, system-ui, sans-serif" font-size="13">` +
  `<rect x="${-margin}" y="${-margin}" width="100%" height="100%" fill="#fffefb"/>${parts.join('')}</svg>`

export const label = (x: number, y: number, text: string, weight: 'plain' | 'strong' = 'plain'): string =>
  `<text x="${x}" y="${y}" fill="${weight === 'strong' ? ink : soft}"${weight === 'strong' ? ' font-weight="600"' : ''}>${escape(text)}</text>`

/** One path per colour, one rectangle per run of equal cells. */
const runs = (width: number, height: number, cell: number, has: (index: number) => boolean): string =>
  Array.from({ length: height }, (_, row) => {
    const starts = Array.from({ length: width }, (__, column) => column).filter(
      (column) => has(row * width + column) && (column === 0 || !has(row * width + column - 1)),
    )
    return starts
      .map((column) => {
        let end = column
        while (end < width && has(row * width + end)) end += 1
        return `M${column * cell} ${row * cell}h${(end - column) * cell}v${cell}h${(column - end) * cell}z`
      })
      .join('')
  }).join('')

export const gridDrawing = (x: number, y: number, side: number, picture: Omit<Picture, 'marked'>): string => {
  const { width, height, cells, target } = picture
  const cell = side / Math.max(width, height)
  const isWrong = (index: number): boolean => target !== undefined && target[index] !== cells[index]
  const wrong = Array.from({ length: width * height }, (_, index) => index).filter(isWrong)
  const rings =
    width * height > 2500
      ? `<path d="${runs(width, height, cell, isWrong)}" fill="${orange}" opacity="0.8"/>`
      : wrong
          .map((index) => {
            const inset = cell * 0.12
            const size = cell - 2 * inset
            return `<rect x="${(index % width) * cell + inset}" y="${Math.floor(index / width) * cell + inset}" width="${size}" height="${size}" fill="none" stroke="${orange}" stroke-width="${cell * 0.18}"/>`
          })
          .join('')
  const missing = Array.from({ length: width * height }, (_, index) => index)
    .filter((index) => cells[index] === 0)
    .map((index) => {
      const [left, top] = [((index % width) + 0.36) * cell, (Math.floor(index / width) + 0.36) * cell]
      return `M${left} ${top}h${0.28 * cell}v${0.28 * cell}h${-0.28 * cell}z`
    })
    .join('')
  const lines =
    cell < 6
      ? ''
      : `<path d="${Array.from({ length: width - 1 }, (_, k) => `M${(k + 1) * cell} 0v${height * cell}`).join('')}${Array.from(
          { length: height - 1 },
          (_, k) => `M0 ${(k + 1) * cell}h${width * cell}`,
        ).join('')}" stroke="#fffefb" stroke-width="1"/>`
  return (
    `<g transform="translate(${x} ${y})"><rect width="${width * cell}" height="${height * cell}" fill="${off}"/>` +
    `<path d="${runs(width, height, cell, (index) => cells[index] === 1)}" fill="${on}"/>${missing === '' ? '' : `<path d="${missing}" fill="${soft}"/>`}${lines}${rings}</g>`
  )
}

export const energyDrawing = (
  x: number,
  y: number,
  width: number,
  height: number,
  input: Omit<PlotInput, 'width' | 'height'>,
): string => {
  const { box, levels, marks, axis, symbol, bound, past, area, rises, here } = plotOf({ ...input, width, height })
  return [
    `<g transform="translate(${x} ${y})" font-size="11" fill="${soft}">`,
    ...levels.map(
      (level) =>
        `<path d="M${box.left} ${level.y}H${box.right}" stroke="${line}"/><text x="${box.left - 8}" y="${level.y + 4}" text-anchor="end">${level.text}</text>`,
    ),
    ...marks.map((mark) => `<text x="${mark.x}" y="${box.bottom + 16}" text-anchor="middle">${mark.text}</text>`),
    `<text x="${box.left - 8}" y="${box.top - 12}" text-anchor="end" font-style="italic" font-size="13">${symbol}</text>`,
    `<text x="${box.right}" y="${box.bottom + 31}" text-anchor="end">${axis}</text>`,
    `<path d="M${box.left} ${box.bottom}H${box.right}" stroke="#8d8778"/>`,
    bound === undefined
      ? ''
      : `<path d="M${box.left} ${bound.y}H${box.right}" stroke="#8d8778" stroke-dasharray="6 3"/><text x="${box.right}" y="${bound.textY}" text-anchor="end">${bound.text}</text>`,
    area === '' ? '' : `<path d="${area}" fill="${blue}" opacity="0.09"/>`,
    past === '' ? '' : `<path d="${past}" fill="none" stroke="${blue}" stroke-width="2"/>`,
    ...rises.map((rise) => `<path d="M${rise.x} ${rise.y1 - 9}l5 8h-10z" fill="${orange}"/>`),
    `<circle cx="${here.x}" cy="${here.y}" r="5" fill="${blue}" stroke="#fffefb" stroke-width="2"/>`,
    `<text x="${here.x}" y="${here.y - 11}" text-anchor="middle" font-weight="600" fill="${ink}" font-size="12">${here.text}</text>`,
    '</g>',
  ].join('')
}
