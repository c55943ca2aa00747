import type { Preset } from '../../scene.js'
import { initial, repair, type Document } from './document.js'

const state = (changes: Partial<Document>): Document => repair({ ...initial, ...changes })

export const presets: ReadonlyArray<Preset<Document>> = [
  { id: 'owl', label: '24 pictures', hint: 'half of an owl: one update is enough', state: initial },
  {
    id: 'one',
    label: 'One picture',
    hint: 'a single picture, which every memory recalls',
    state: state({ source: { _tag: 'Pictures', count: 1 }, target: 0 }),
  },
  {
    id: 'six',
    label: 'Six pictures',
    hint: 'six pictures that are too much alike for classical weights',
    state: state({ source: { _tag: 'Pictures', count: 6 }, target: 4 }),
  },
  {
    id: 'mixed',
    label: 'β too small',
    hint: 'β = 0.25: a metastable state in which pictures are mixed',
    state: state({ beta: 0.25 }),
  },
  {
    id: 'exponential',
    label: 'Exponential',
    hint: 'F(z) = eᶻ: the dense memory ends in a stored picture, though not in this one',
    state: state({ degree: 0 }),
  },
]
