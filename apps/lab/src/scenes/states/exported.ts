/**
 * The states scene to take home: the graph as a drawing, the states as a table, the whole state as data.
 */
import { drawing, label } from '../../drawing.js'
import { number } from '../../numbers.js'
import type { Export } from '../../scene.js'
import { arrowsOf } from './figure.js'
import { listing, nameOf, valuesOf } from './names.js'
import type { Seen } from './observe.js'
import { energyAt, judge } from './words.js'

const width = 640
const height = 460
const radius = 17

const place = ([x, y]: readonly [number, number]): readonly [number, number] => [
  radius + 12 + x * (width - 2 * radius - 24),
  radius + 14 + y * (height - 2 * radius - 34),
]

const colours = { possible: '#8d8778', taken: '#2462bd', rise: '#e27a1a' } as const

const svg = (seen: Seen): string => {
  const { places, units, attractors, current } = seen
  const spots = places.map(place)
  const lines = arrowsOf(seen).map(({ from, to, kind }) => {
    const [[x0, y0], [x1, y1]] = [spots[from] ?? [0, 0], spots[to] ?? [0, 0]]
    const length = Math.max(1, Math.hypot(x1 - x0, y1 - y0))
    const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length]
    const [tipX, tipY] = [x1 - dx * (radius + 4), y1 - dy * (radius + 4)]
    const size = kind === 'possible' ? 5 : 9
    const thickness = kind === 'possible' ? 1 : 3
    return (
      `<path d="M${x0 + dx * radius} ${y0 + dy * radius}L${tipX - dx * size} ${tipY - dy * size}" stroke="${colours[kind]}" stroke-width="${thickness}"/>` +
      `<path d="M${tipX} ${tipY}L${tipX - dx * size * 1.5 - dy * size * 0.7} ${tipY - dy * size * 1.5 + dx * size * 0.7}L${tipX - dx * size * 1.5 + dy * size * 0.7} ${tipY - dy * size * 1.5 - dx * size * 0.7}z" fill="${colours[kind]}"/>`
    )
  })
  const discs = spots.map(([x, y], index) => {
    const isAttractor = attractors.some(({ states }) => states.includes(index))
    const inside = units === 4 ? nameOf(index, units) : energyAt(seen, index)
    return [
      `<circle cx="${x}" cy="${y}" r="${radius}" fill="#fffefb" stroke="${index === current ? '#2462bd' : '#1c2026'}" stroke-width="${index === current ? 4 : 1.25}"/>`,
      isAttractor ? `<circle cx="${x}" cy="${y}" r="${radius - 4}" fill="none" stroke="#1c2026"/>` : '',
      `<text x="${x}" y="${y + 5}" text-anchor="middle" font-weight="600" font-size="${units <= 4 ? 14 : 10}" fill="#1c2026">${inside}</text>`,
      units === 4
        ? `<text x="${x}" y="${y + radius + 13}" text-anchor="middle" font-size="11" fill="#545b67">${energyAt(seen, index)}</text>`
        : '',
    ].join('')
  })
  const judgement = judge(seen)
  const caption =
    judgement === undefined ? `State ${nameOf(current, units)}` : `${judgement.title}. ${judgement.detail}`
  return drawing(width, height + 30, [...lines, ...discs, label(0, height + 24, caption)])
}

const csv = (seen: Seen): string =>
  [
    ['state', ...Array.from({ length: seen.units }, (_, unit) => `y${unit + 1}`), 'energy', 'attractor', 'visits'].join(
      ',',
    ),
    ...listing(seen.units).map((state) =>
      [
        nameOf(state, seen.units),
        ...valuesOf(state, seen.units, seen.encoding),
        seen.energies[state] ?? 0,
        seen.attractors.some(({ states }) => states.includes(state)) ? 1 : 0,
        seen.path.filter((visited) => visited === state).length,
      ].join(','),
    ),
  ].join('\n')

const json = (seen: Seen): unknown => ({
  kind: 'engram-lab/states',
  version: 1,
  state: seen.document,
  shown: {
    current: nameOf(seen.current, seen.units),
    energy: number(seen.energies[seen.current] ?? 0),
    path: seen.path.map((state) => nameOf(state, seen.units)),
    fixedPoints: seen.fixedPoints.map((state) => nameOf(state, seen.units)),
    outcome: judge(seen)?.ending ?? null,
  },
})

export const exported = (seen: Seen): Export => ({ svg: svg(seen), csv: csv(seen), json: json(seen) })
