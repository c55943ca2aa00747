import type { Preset } from '../../scene.js'
import { drawLetter } from '../recall/letters.js'
import { initial, type Document, type Pair } from './document.js'

const letters = ['A', 'B', 'C'].map((letter): Pair => ({
  input: drawLetter(letter, 7, 9),
  target: drawLetter(letter, 3, 5),
}))

const alphabet: Document = {
  ...initial,
  pairs: letters,
  width: 7,
  targetWidth: 3,
  noise: { _tag: 'Flips', count: 0, seed: 1 },
  delay: 100,
}

export const presets: ReadonlyArray<Preset<Document>> = [
  { id: 'orthogonal', label: 'Orthogonal', hint: 'two rows of a Hadamard matrix, disturbed a little', state: initial },
  {
    id: 'outside',
    label: 'Just outside',
    hint: 'a little further than the exact radius, straight at a plane',
    state: { ...initial, noise: { _tag: 'Worst', length: 2.02 } },
  },
  { id: 'letters', label: 'A, B, C', hint: 'pictures of 7 × 9 call up pictures of 3 × 5', state: alphabet },
  {
    id: 'mistakes',
    label: 'A third wrong',
    hint: '21 of the 63 cells of A are turned over',
    state: { ...alphabet, noise: { _tag: 'Flips', count: 21, seed: 1 } },
  },
  {
    id: 'binary',
    label: 'Four binary patterns',
    hint: 'the first example of the lecture, of 0 and 1',
    state: {
      ...initial,
      pairs: [
        { input: [1, 0, 0, 0], target: [1, 0] },
        { input: [1, 1, 0, 0], target: [1, 0] },
        { input: [0, 0, 0, 1], target: [0, 1] },
        { input: [0, 0, 1, 1], target: [0, 1] },
      ],
      width: 4,
      targetWidth: 2,
      noise: { _tag: 'Random', length: 0, seed: 1 },
    },
  },
  {
    id: 'alike',
    label: 'Too much alike',
    hint: 'four inputs that are not orthogonal: the first is outvoted, undisturbed',
    state: {
      ...initial,
      pairs: [
        { input: [1, 1, 1, 1], target: [1, -1] },
        { input: [1, 1, 1, -1], target: [-1, -1] },
        { input: [1, 1, -1, 1], target: [-1, 1] },
        { input: [1, -1, 1, 1], target: [-1, -1] },
      ],
      width: 4,
      targetWidth: 2,
      noise: { _tag: 'Random', length: 0, seed: 1 },
    },
  },
]
