import type { Preset } from '../../scene.js'
import { initial, repair, type Document } from './document.js'

const state = (changes: Partial<Document>): Document => repair({ ...initial, ...changes })

export const presets: ReadonlyArray<Preset<Document>> = [
  { id: 'trace', label: 'The trace of the lecture', hint: '(0, 0, 1, 0), units 1, 4, 3, 2', state: initial },
  {
    id: 'quarter',
    label: 'A quarter of the weights',
    hint: 'W/4 and an input of 1: leave −x·y out and the energy rises',
    state: state({ scale: 0.25, start: [false, false, false, true], order: [2, 0, 1, 3], counted: false }),
  },
  {
    id: 'outvoted',
    label: 'A loud input',
    hint: 'the input pulls the net out of its memory, up to the highest energy without −x·y',
    state: state({
      encoding: 'bipolar',
      input: [-4, -2.5, 1.5, -2.5],
      start: [true, true, true, false],
      order: [0, 1, 2, 3],
      counted: false,
    }),
  },
  {
    id: 'held',
    label: 'The input decides',
    hint: 'half of the components are wrong, one is shown from outside: the memory is recalled',
    state: state({
      encoding: 'bipolar',
      input: [2, 0, 0, 0],
      start: [true, false, false, false],
      order: [0, 1, 2, 3],
    }),
  },
  {
    id: 'together',
    label: 'All at once',
    hint: 'the energy with −x·y needs one unit at a time',
    state: state({
      memory: { _tag: 'Patterns', rows: [[1, -1]] },
      encoding: 'bipolar',
      input: [0.5, 0.5],
      start: [true, true],
      schedule: 'synchronous',
    }),
  },
]
