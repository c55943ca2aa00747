/**
 * Counterexamples of the laws, as states of this scene.
 */
import { initial, repair, type Document, type Pair } from './document.js'
import { observe } from './observe.js'

const list = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [])

const isNumbers = (value: unknown): value is ReadonlyArray<number> =>
  Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'number')

const pairOf = (input: unknown, target: unknown): ReadonlyArray<Pair> =>
  isNumbers(input) && isNumbers(target) ? [{ input, target }] : []

/** The first pair that is not recalled, where there is one. */
const aimed = (document: Document): Document =>
  document.pairs.map((_, aim) => ({ ...document, aim })).find((each) => observe(each).wrong > 0) ?? document

export const fromCounterexample = (found: unknown, law: string): Document | undefined => {
  const [tuple] = list(found)
  const [first, second, share] = list(tuple)
  const pairs =
    law === 'recall_of_disturbance_lt'
      ? list(first).flatMap((pair) => pairOf(list(pair)[0], list(pair)[1]))
      : list(first).flatMap((input, p) => pairOf(input, list(second)[p]))
  const [shortest] = pairs
  if (shortest === undefined) return undefined
  const plain = repair({
    ...initial,
    pairs,
    width: shortest.input.length,
    targetWidth: shortest.target.length,
    noise: { _tag: 'Random', length: 0, seed: 1 },
    tie: law === 'recall_of_orthogonal' ? 'up' : 'zero',
  })
  if (law !== 'recall_of_disturbance_lt') return aimed(plain)
  if (!isNumbers(second) || typeof share !== 'number') return undefined
  const norm = Math.hypot(...second)
  const reach = norm === 0 ? 0 : ((share / 1024) * observe(plain).inputBound) / norm
  return aimed(repair({ ...plain, noise: { _tag: 'Given', components: second.map((component) => reach * component) } }))
}
