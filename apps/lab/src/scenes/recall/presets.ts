import type { Preset } from '../../scene.js'
import { initial, type Document, type Item } from './document.js'

const letters = (text: string): ReadonlyArray<Item> => [...text].map((letter): Item => ({ _tag: 'Letter', letter }))

const random = (count: number): ReadonlyArray<Item> =>
  Array.from({ length: count }, (_, index): Item => ({ _tag: 'Random', seed: index + 1 }))

const store = (items: ReadonlyArray<Item>): Document['memory'] => ({ _tag: 'Patterns', items, diagonal: 'zero' })

const flip = (percent: number, seed: number): Document['cue'] => ({ _tag: 'Corrupted', kind: 'flip', percent, seed })

export const presets: ReadonlyArray<Preset<Document>> = [
  { id: 'letters', label: 'Three letters', hint: 'A, C and T; a quarter of A is wrong', state: initial },
  {
    id: 'half-hidden',
    label: 'Half hidden',
    hint: 'half of the letter is covered',
    state: { ...initial, cue: { _tag: 'Corrupted', kind: 'mask', percent: 50, seed: 2 } },
  },
  {
    id: 'negative',
    label: 'The negative',
    hint: '80 % of the cells are wrong',
    state: { ...initial, cue: flip(80, 1) },
  },
  {
    id: 'mixture',
    label: 'A mixture',
    hint: 'half of the cells are wrong: three memories pull at once',
    state: { ...initial, cue: flip(50, 1) },
  },
  {
    id: 'too-many',
    label: 'Too many memories',
    hint: '30 random patterns in 100 units',
    state: { ...initial, memory: store(random(30)), cue: flip(5, 1), delay: 20 },
  },
  {
    id: 'large',
    label: '100 × 100',
    hint: 'ten thousand units, five hundred patterns, no weight is ever built',
    state: {
      ...initial,
      width: 100,
      height: 100,
      memory: store([...letters('A'), ...random(499)]),
      cue: flip(30, 7),
      delay: 1,
    },
  },
  {
    id: 'two-neurons',
    label: 'Two neurons',
    hint: 'updated at once they swap for ever',
    state: {
      ...initial,
      width: 2,
      height: 1,
      memory: store([{ _tag: 'Drawing', width: 2, height: 1, pixels: 'c' }]),
      cue: { _tag: 'Drawn', width: 2, height: 1, pixels: '8' },
      schedule: 'synchronous',
      stride: 'sweep',
      delay: 500,
    },
  },
]
