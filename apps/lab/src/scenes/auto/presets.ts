import type { Preset } from '../../scene.js'
import { initial, type Document } from './document.js'

const probe = (id: string, label: string, hint: string, values: ReadonlyArray<number>): Preset<Document> => ({
  id,
  label,
  hint,
  state: values === initial.probe ? initial : { ...initial, probe: values },
})

const swinging = [-1, -1, 1, -1]

export const presets: ReadonlyArray<Preset<Document>> = [
  probe('first', '(1, 0, 0, 0)', 'three components are missing', initial.probe),
  probe('second', '(0, 1, 0, 0)', 'three components are missing', [0, 1, 0, 0]),
  probe('third', '(0, 0, 1, 0)', 'three components are missing', [0, 0, 1, 0]),
  probe('fourth', '(0, 0, 0, −1)', 'three components are missing', [0, 0, 0, -1]),
  probe('mistakes', '(−1, −1, 1, 1)', 'three components are wrong: not OK', [-1, -1, 1, 1]),
  probe(
    'swing',
    'It swings',
    'half of the components are wrong: without self-coupling every unit turns over',
    swinging,
  ),
  {
    id: 'kept',
    label: 'Self-coupling kept',
    hint: 'the same probe by plain Hebb: it settles',
    state: {
      ...initial,
      memory: { _tag: 'Patterns', rows: [[1, 1, 1, -1]], diagonal: 'kept', lower: 'mirrored' },
      probe: swinging,
      tie: 'keep',
    },
  },
  {
    id: 'one-way',
    label: 'One-way weights',
    hint: 'wᵢⱼ = −wⱼᵢ: a longer round',
    state: {
      ...initial,
      memory: { _tag: 'Patterns', rows: [[1, 1, 1, -1]], diagonal: 'zero', lower: 'turned' },
    },
  },
]
