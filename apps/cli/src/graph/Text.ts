/**
 * Where walks end, as a table.
 */
import { number, table } from '../draw/Text.js'
import { paint, type Terminal } from '../Terminal.js'
import { percent } from './Cards.js'
import { nameOf, spell, type Landscape } from './Landscape.js'

/** So many wells are listed. */
const most = 12

/** The wells, those in which most walks end first. */
export const text = (terminal: Terminal, landscape: Landscape): string => {
  const { graph, wells } = landscape
  const { dim } = paint(terminal)
  const plain = (words: string): string => (terminal.unicode ? words : words.replaceAll('−', '-'))
  const rows = wells
    .toSorted((a, b) => b.share - a.share || a.energy - b.energy)
    .slice(0, most)
    .map((well) => [
      plain(spell(graph, well.deepest)),
      plain(nameOf(landscape, well)),
      number(well.energy),
      percent(well.share),
      well.certain.toLocaleString('en'),
    ])
  const left = wells.length - rows.length
  return [
    ...table(
      [['state', 'where walks end', 'energy', 'walks', 'states that lead only here'].map(dim), ...rows],
      (column) => column >= 2,
    ),
    ...(left === 0 ? [] : [dim(`and ${left.toLocaleString('en')} more`)]),
  ]
    .map((line) => `${line}\n`)
    .join('')
}
