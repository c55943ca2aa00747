import type { Preset } from '../../scene.js'
import { drawn, indexOf, initial, repair, type Document } from './document.js'

const state = (changes: Partial<Document>): Document => repair({ ...initial, ...changes })

const probe = (picture: string): Document => state({ start: indexOf(drawn(picture)) })

export const presets: ReadonlyArray<Preset<Document>> = [
  {
    id: 'carried',
    label: 'One cell off O',
    hint: 'T, L and O are stored; the net carries the probe away',
    state: initial,
  },
  {
    id: 'stuck',
    label: 'One cell off L',
    hint: 'a mixture of all three lies next to L, and stays',
    state: probe('#..#.####'),
  },
  { id: 'other', label: 'L is nearer, O is recalled', hint: 'two cells off L', state: probe('#.#...###') },
  {
    id: 'negative',
    label: 'T is nearer',
    hint: 'two cells off T, it ends in the negative of O',
    state: probe('#...#..#.'),
  },
  {
    id: 'single',
    label: 'One pattern alone',
    hint: 'every probe that is nearer to T than to its negative ends in T',
    state: state({ rows: initial.rows.slice(0, 1), start: indexOf(drawn('#######..')) }),
  },
  {
    id: 'crowd',
    label: 'Five patterns, ten units',
    hint: 'so many that few of them stay where they are',
    state: state({
      rows: ['#.#.##.#..', '##..#.##..', '.####...#.', '#..##.#..#', '.#.#..####'].map(drawn),
      width: 5,
      start: indexOf(drawn('#.#.##.##.')),
    }),
  },
]
