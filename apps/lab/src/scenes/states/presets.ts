import type { Preset } from '../../scene.js'
import { initial, repair, type Document } from './document.js'

const patterns = (rows: ReadonlyArray<ReadonlyArray<-1 | 1>>): Document['memory'] => ({
  _tag: 'Patterns',
  rows,
  diagonal: 'zero',
})

const weights = (rows: ReadonlyArray<ReadonlyArray<number>>): Document['memory'] => ({
  _tag: 'Weights',
  encoding: 'bipolar',
  rows,
  thresholds: rows.map(() => 0),
})

/** Repaired, so that order and start fit the network. */
const state = (changes: Partial<Document>): Document => repair({ ...initial, ...changes })

export const presets: ReadonlyArray<Preset<Document>> = [
  { id: 'sixteen', label: 'Sixteen states', hint: 'the net of the lecture, from J', state: initial },
  {
    id: 'swing',
    label: 'J and D swing',
    hint: 'all units at once: J becomes D becomes J',
    state: state({ schedule: 'synchronous' }),
  },
  {
    id: 'ties',
    label: 'Flip on ties',
    hint: 'three units that push each other apart: flipping at zero field they wander at constant energy',
    state: state({
      memory: weights([
        [0, -1, -1],
        [-1, 0, -1],
        [-1, -1, 0],
      ]),
      start: 0b110,
      tie: 'flip',
      delay: 500,
    }),
  },
  {
    id: 'asymmetric',
    label: 'One-way weights',
    hint: 'w₁₂ and w₂₁ of opposite sign: the two units chase each other',
    state: state({
      memory: weights([
        [0, 1],
        [-1, 0],
      ]),
      start: 0b11,
      delay: 500,
    }),
  },
  {
    id: 'five',
    label: 'Five neurons',
    hint: 'the sparse net of Vitay’s lecture, with two fixed points that its text does not name',
    state: state({
      memory: weights([
        [0, -4, 3, 4, 0],
        [-4, 0, 0, 3, 3],
        [3, 0, 0, -1, 0],
        [4, 3, -1, 0, -1],
        [0, 3, 0, -1, 0],
      ]),
      start: 0b10100,
      layout: 'energy',
      delay: 500,
    }),
  },
  {
    id: 'six',
    label: 'Six units',
    hint: 'two memories, their negatives, and 64 states',
    state: state({
      memory: patterns([
        [1, 1, 1, -1, -1, -1],
        [1, -1, 1, -1, 1, -1],
      ]),
      start: 0b010111,
      layout: 'energy',
      delay: 500,
    }),
  },
]
