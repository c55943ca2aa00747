import type { Preset } from '../../scene.js'
import { initial, repair, type Document } from './document.js'
import { people, shapes } from './people.js'

const state = (changes: Partial<Document>): Document => repair({ ...initial, ...changes })

const named = (changes: Partial<Document>): Document =>
  state({ ...shapes, memory: { _tag: 'Pairs', pairs: people, back: 'same' }, delay: 1000, ...changes })

const nothing = '?'.repeat(256)

const complement = (text: string): string => text.replaceAll(/[#.]/g, (cell) => (cell === '#' ? '.' : '#'))

const [ada, , , max] = people

export const presets: ReadonlyArray<Preset<Document>> = [
  { id: 'letters', label: 'Letter → code', hint: 'A is shown: (−14, 16), so its code is (−1, 1)', state: initial },
  {
    id: 'code',
    label: 'Code → letter',
    hint: 'the code (1, 1) is shown: C',
    state: state({ start: { x: nothing, y: '##' }, schedule: 'x-first', aim: 1 }),
  },
  {
    id: 'spurious',
    label: 'Half a code',
    hint: '(0, 1) and no letter: an equilibrium that nobody stored',
    state: state({ start: { x: nothing, y: '?#' }, schedule: 'x-first' }),
  },
  {
    id: 'hint',
    label: 'Half a code, seven cells',
    hint: 'all cells in which A and C differ: A',
    state: state({ start: { x: '??.??#?##??##.?', y: '?#' }, schedule: 'x-first' }),
  },
  {
    id: 'less',
    label: 'Half a code, three cells',
    hint: 'less is known: A, after one more pass',
    state: state({ start: { x: '??.??#?#???????', y: '?#' }, schedule: 'x-first' }),
  },
  {
    id: 'complement',
    label: 'The complement',
    hint: 'the negative of A is shown: its complement was stored too',
    state: state({ start: { x: complement(initial.start.x), y: '??' } }),
  },
  {
    id: 'name',
    label: 'Name → face',
    hint: 'who is ADA?',
    state: named({ start: { x: nothing, y: ada?.y ?? '' }, schedule: 'x-first' }),
  },
  {
    id: 'face',
    label: 'Face → name',
    hint: 'the lower half of a face is hidden: who is it?',
    state: named({ start: { x: max?.x.slice(0, 128) ?? '', y: nothing }, aim: 3 }),
  },
  {
    id: 'swing',
    label: 'Both at once',
    hint: 'W = (−1): two units that answer at the same moment never agree',
    state: state({
      memory: { _tag: 'Weights', rows: [[-1]], back: null, thresholds: { x: [0], y: [0] } },
      x: { width: 1, height: 1 },
      y: { width: 1, height: 1 },
      start: { x: '#', y: '#' },
      schedule: 'together',
    }),
  },
  {
    id: 'turned',
    label: 'Other weights back',
    hint: 'the code of A calls up C, that of C calls up A',
    state: state({
      memory: { _tag: 'Pairs', pairs: initial.memory._tag === 'Pairs' ? initial.memory.pairs : [], back: 'turned' },
    }),
  },
]
