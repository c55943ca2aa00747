/**
 * Laws of the pairs that faces and names are (row B7).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Face from '../Face.js'
import * as Adapters from './adapters.js'
import { equalNumbers, type Drawing, type Spelling } from './adapters.js'

const { choices } = Face

const traits: fc.Arbitrary<Face.Traits> = fc.record(
  {
    hair: fc.constantFrom(...choices.hair),
    brows: fc.constantFrom(...choices.brows),
    eyes: fc.constantFrom(...choices.eyes),
    glasses: fc.constantFrom(...choices.glasses),
    nose: fc.constantFrom(...choices.nose),
    beard: fc.constantFrom(...choices.beard),
    mouth: fc.constantFrom(...choices.mouth),
  },
  { noNullPrototype: true },
)

const changed = (face: Face.Traits, kind: keyof Face.Traits, choice: number): Face.Traits => ({
  ...face,
  [kind]: choices[kind][choice % choices[kind].length],
})

export const faceInjective = Law.law<Drawing>({
  id: 'face_injective',
  statement: 'faces that differ in a trait differ in a cell, and a face is drawn with 16 × 16 cells',
  source: 'definition of this package',
  rows: ['B7'],
  hypotheses: [],
  property: (draw) =>
    fc.property(
      traits,
      fc.array(fc.tuple(fc.constantFrom(...(Object.keys(choices) as ReadonlyArray<keyof Face.Traits>)), fc.nat(9)), {
        minLength: 1,
        maxLength: 3,
      }),
      (face, changes) => {
        const other = changes.reduce((each, [kind, choice]) => changed(each, kind, choice), face)
        const [a, b] = [draw(face), draw(other)]
        return a.length === 256 && equalNumbers(a, b) === (JSON.stringify(face) === JSON.stringify(other))
      },
    ),
  countermodels: [
    {
      id: 'glasses_hide',
      description: 'draws dark glasses, behind which all eyes are alike',
      implementation: (face) => Adapters.draw(face.glasses === 'none' ? face : { ...face, eyes: 'narrow' }),
    },
    {
      id: 'beard_hides',
      description: 'lets a full beard grow over the mouth',
      implementation: (face) => Adapters.draw(face.beard === 'full' ? { ...face, mouth: 'flat' } : face),
    },
  ],
})

const letters = fc.string({ unit: fc.constantFrom(...Array.from(" ABCDEFGHIJKLMNOPQRSTUVWXYZ'-.,&")), maxLength: 8 })

const flips = (most: number) =>
  fc.array(fc.uniqueArray(fc.nat(15), { maxLength: most }), { minLength: 8, maxLength: 8 })

const readsBack =
  (most: number) =>
  ({ spell, read }: Spelling) =>
    fc.property(letters, flips(most), (name, places) => {
      const pattern = spell(8, name).map((bit, i) => (places[i >> 4]?.includes(i & 15) === true ? -bit : bit))
      return pattern.length === 128 && read(pattern) === name.trimEnd()
    })

export const nameReadOfFlipsLt = Law.law<Spelling>({
  id: 'name_read_of_flips_lt',
  statement: 'a name is read as it was spelt, with up to three of the sixteen bits of every letter flipped',
  source: 'Muller (1954); Reed (1954): words differ in 8 places at least',
  rows: ['B7'],
  hypotheses: [{ id: 'flips_lt_four', statement: 'fewer than four flips a letter', dropped: readsBack(6) }],
  property: readsBack(3),
  countermodels: [
    {
      id: 'no_redundancy',
      description: 'reads only the first five bits of a letter',
      implementation: {
        spell: Adapters.spell,
        read: (pattern) => Adapters.read(pattern.map((bit, i) => (i % 16 < 5 ? bit : 0))),
      },
    },
    {
      id: 'exact_words',
      description: 'reads a letter only if all its bits are right',
      implementation: {
        spell: Adapters.spell,
        read: (pattern) => {
          const name = Adapters.read(pattern)
          return equalNumbers(Adapters.spell(8, name), pattern) ? name : '?'
        },
      },
    },
  ],
})
