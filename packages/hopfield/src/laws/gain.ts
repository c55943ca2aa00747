/**
 * Laws of sigmoids with a gain (row H13).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { ends, slope, value, type Gain } from '../Gain.js'
import { sigmoid, type Sigmoid } from './gradedAdapters.js'

const unit = 2 ** -53

const gains: fc.Arbitrary<Gain> = fc.record(
  { shape: fc.constantFrom('tanh' as const, 'sigmoid' as const), gain: fc.constantFrom(0.25, 1, 2, 3, 16, 64) },
  { noNullPrototype: true },
)

/** From 0 to 1, both included and often met. */
const share = fc.oneof(fc.constantFrom(0, 1, 0.5), fc.double({ min: 0, max: 1, noNaN: true }))

const gainAndOutputs = fc.tuple(gains, share, share).map(([gain, a, b]) => {
  const [least, greatest] = ends(gain)
  const at = (t: number): number => least + (greatest - least) * t
  return [gain, at(Math.min(a, b)), at(Math.max(a, b))] as const
})

export const gainWork = Law.law<Sigmoid>({
  id: 'gain_work',
  statement:
    'the work from 0 to V is 0 at 0, finite at the ends, and between two outputs that of the lesser and the greater force',
  source: 'Hopfield (1984), eq. 7: ∫₀ⱽ g⁻¹(v) dv, with g⁻¹ rising',
  rows: ['H13'],
  hypotheses: [],
  property: ({ inverse, work }) =>
    fc.property(gainAndOutputs, ([gain, a, b]) => {
      // Either work is a sum of two terms below 1 in size, over λ, each of which is rounded a few times.
      const slack = (32 * unit) / gain.gain
      const done = work(gain, b) - work(gain, a)
      const least = a === b ? 0 : inverse(gain, a) * (b - a)
      const most = a === b ? 0 : inverse(gain, b) * (b - a)
      return (
        Number.isFinite(done) &&
        Math.abs(work(gain, 0)) <= slack &&
        done >= least - slack - 8 * unit * Math.abs(done) &&
        done <= most + slack + 8 * unit * Math.abs(done)
      )
    }),
  countermodels: [
    {
      id: 'not_a_number_at_the_ends',
      description: 'V artanh V + ½ ln(1 − V²), which is ∞ − ∞ at an end',
      implementation: {
        ...sigmoid,
        work: (gain, v) =>
          gain.shape === 'tanh' ? (v * Math.atanh(v) + 0.5 * Math.log(1 - v * v)) / gain.gain : sigmoid.work(gain, v),
      },
    },
    {
      id: 'gain_multiplies',
      description: 'multiplies by λ where it should divide',
      implementation: { ...sigmoid, work: (gain, v) => sigmoid.work(gain, v) * gain.gain ** 2 },
    },
    {
      id: 'half_of_it',
      description: 'leaves ½ ln(1 − V²) out',
      implementation: {
        ...sigmoid,
        work: (gain, v) => (v === 0 ? 0 : v * sigmoid.inverse(gain, v)),
      },
    },
  ],
})

export const gainInverse = Law.law<Sigmoid>({
  id: 'gain_inverse',
  statement: 'g⁻¹(g(u)) = u, as far as an output tells where it comes from',
  source: 'Hopfield (1984), eq. 5',
  rows: ['H13'],
  hypotheses: [],
  property: ({ inverse }) =>
    fc.property(gains, fc.double({ min: -12, max: 12, noNaN: true }), (gain, x) => {
      const u = x / gain.gain
      const v = value(gain)(u)
      // An output is right to four units in the last place, and so is a logarithm.
      return Math.abs(inverse(gain, v) - u) <= (16 * unit * Math.abs(v)) / slope(gain)(u) + 16 * unit * Math.abs(u)
    }),
  countermodels: [
    {
      id: 'gain_multiplies',
      description: 'multiplies by λ where it should divide',
      implementation: { ...sigmoid, inverse: (gain, v) => sigmoid.inverse(gain, v) * gain.gain ** 2 },
    },
    {
      id: 'gain_inside',
      description: 'artanh(λV) instead of artanh(V)/λ',
      implementation: { ...sigmoid, inverse: (gain, v) => sigmoid.inverse({ ...gain, gain: 1 }, gain.gain * v) },
    },
  ],
})
