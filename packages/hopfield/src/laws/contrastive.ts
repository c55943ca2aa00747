/**
 * The law of contrastive divergence (row H12).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Textbook from '../reference/rbm.js'
import type { RbmInstance } from '../reference/rbm.js'
import type { Numbers, Rows } from './arbitraries.js'
import { bits, cdUpdate, machine, parameters, type CdUpdate, type Slope } from './rbmAdapters.js'

const near = (a: number, b: number, by: number): boolean => Math.abs(a - b) <= by

const chains = 128
const risk = 1e-9

/** ⟨vhᵀ⟩, ⟨v⟩ and ⟨h⟩ of a distribution over visible states, hidden units by their probabilities. */
const statistics = (rbm: RbmInstance, p: Numbers): Slope => {
  const hs = Textbook.binaryStates(rbm.hiddenBias.length)
  const states = Textbook.binaryStates(rbm.visibleBias.length).map((v, s) => {
    const joint = Textbook.conditional(rbm, v)
    const uppers = rbm.hiddenBias.map((_, j) => joint.reduce((total, each, t) => total + each * (hs[t]?.[j] ?? 0), 0))
    return { v, uppers, weight: p[s] ?? 0 }
  })
  const mean = (f: (v: Numbers, uppers: Numbers) => number): number =>
    states.reduce((total, { v, uppers, weight }) => total + weight * f(v, uppers), 0)
  return {
    weights: rbm.weights.map((row, i) => row.map((_, j) => mean((v, uppers) => (v[i] ?? 0) * (uppers[j] ?? 0)))),
    visibleBias: rbm.visibleBias.map((_, i) => mean((v) => v[i] ?? 0)),
    hiddenBias: rbm.hiddenBias.map((_, j) => mean((__, uppers) => uppers[j] ?? 0)),
  }
}

const push = (p: Numbers, chain: Rows): Numbers =>
  p.map((_, t) => p.reduce((total, each, s) => total + each * (chain[s]?.[t] ?? 0), 0))

export const cdExpectation = Law.law<CdUpdate>({
  id: 'cd_expectation',
  statement: `an update by CD-k from ${chains} copies of a pattern is that of k exact steps of the chain, within Hoeffding’s bound`,
  source: 'Hinton (2002), eq. 6; Hoeffding (1963), here with a risk of 10⁻⁹',
  rows: ['H12'],
  hypotheses: [],
  property: (update) =>
    fc.property(
      machine.chain((rbm) => fc.tuple(fc.constant(rbm), bits(rbm.visibleBias.length))),
      fc.integer({ min: 1, max: 2 }),
      fc.constantFrom('mean' as const, 'sampled' as const),
      fc.constantFrom('mean' as const, 'sampled' as const),
      fc.integer(),
      ([rbm, v], steps, hidden, visible, seed) => {
        const n = rbm.visibleBias.length
        const number = v.reduce((s, bit) => 2 * s + bit, 0)
        const start = Array.from({ length: 2 ** n }, (_, s) => (s === number ? 1 : 0))
        const end = Array.from({ length: steps }).reduce<Numbers>((p) => push(p, Textbook.gibbsStep(rbm)), start)
        const [shown, reached] = [statistics(rbm, start), statistics(rbm, end)]
        const told = update(
          rbm,
          { steps, rate: 1, hidden, visible },
          Array.from({ length: chains }, () => v),
          seed,
        )
        const all = parameters(told)
        const expected = parameters(shown).map(([, , , each], k) => each - (parameters(reached)[k]?.[3] ?? NaN))
        // A mean of numbers from 0 to 1 over the chains, and another one over the data if hidden units are sampled there too.
        const means = hidden === 'sampled' ? 2 : 1
        const bound = means * Math.sqrt(Math.log((4 * all.length) / risk) / (2 * chains))
        return (
          all.length === expected.length &&
          all.every(
            ([layer, , , each], k) =>
              // Hidden units answer mean values of visible ones otherwise than samples of them, on average too.
              (visible === 'mean' && layer !== 'visibleBias') ||
              near(each - (parameters(rbm)[k]?.[3] ?? NaN), expected[k] ?? NaN, bound),
          )
        )
      },
    ),
  countermodels: [
    {
      id: 'hebb',
      description: 'leaves the chains out',
      implementation: (rbm, _, data) => {
        const [v = []] = data
        const number = v.reduce((s, bit) => 2 * s + bit, 0)
        const shown = statistics(
          rbm,
          Array.from({ length: 2 ** v.length }, (__, s) => (s === number ? 1 : 0)),
        )
        return {
          weights: rbm.weights.map((row, i) => row.map((w, j) => w + (shown.weights[i]?.[j] ?? 0))),
          visibleBias: rbm.visibleBias.map((a, i) => a + (shown.visibleBias[i] ?? 0)),
          hiddenBias: rbm.hiddenBias.map((b, j) => b + (shown.hiddenBias[j] ?? 0)),
        }
      },
    },
    {
      id: 'downhill',
      description: 'moves the other way',
      implementation: (rbm, options, data, seed) => cdUpdate(rbm, { ...options, rate: -options.rate }, data, seed),
    },
    {
      id: 'nothing',
      description: 'takes no step of the chain, and so learns nothing',
      implementation: (rbm) => rbm,
    },
  ],
})
