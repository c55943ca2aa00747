/**
 * Laws of networks that store patterns: however the couplings are kept and scaled, the run is the same (row H1).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import type { Tie } from '../Network.js'
import * as Reference from '../reference.js'
import { Schedule } from '@engram/associative-memory'
import { equalNumbers, run, runStored, type RunStored } from './adapters.js'
import { asynchronous, sameRun, settling } from './running.js'

const stored = fc
  .tuple(Arbitraries.encoding, Arbitraries.size(9), fc.constantFrom('zero', 'kept'), fc.constantFrom<Tie>(...settling))
  .chain(([encoding, n, diagonal, tie]) =>
    fc.tuple(
      fc.constant({ diagonal, tie } as const),
      fc.constant(encoding),
      Arbitraries.patterns(encoding)(n, 5),
      fc.oneof(asynchronous(n), fc.constant(Schedule.synchronous)),
      Arbitraries.values(encoding)(n),
    ),
  )

export const couplingsEq = Law.law<RunStored>({
  id: 'couplings_eq',
  statement:
    'a network that keeps its patterns instead of their weights runs exactly alike: W y = Σₚ s(p) (s(p)·y) − P y',
  source: 'lecture V, the energy as a function of the overlaps (errata 4)',
  rows: ['H1'],
  hypotheses: [],
  property: (runFrom) =>
    fc.property(stored, ([storage, ...rest]) =>
      sameRun(
        runFrom({ ...storage, couplings: 'patterns' }, ...rest),
        runStored({ ...storage, couplings: 'dense' }, ...rest),
      ),
    ),
  countermodels: [
    {
      id: 'self_coupled',
      description: 'leaves the self-couplings in the overlaps',
      implementation: (storage, ...rest) => runStored({ ...storage, diagonal: 'kept' }, ...rest),
    },
    {
      id: 'one_pattern_lost',
      description: 'forgets the last pattern',
      implementation: (storage, encoding, patterns, ...rest) =>
        runStored(storage, encoding, patterns.slice(0, Math.max(1, patterns.length - 1)), ...rest),
    },
  ],
})

export const recallScaleInvariant = Law.law<RunStored>({
  id: 'recall_scale_invariant',
  statement: 'without thresholds, a network scaled by 1/n or 1/P runs through the same states: ties stay ties',
  source: 'lecture V, W = (1/P) Σ yyᵀ − I; neurodynex, 1/N',
  rows: ['H1'],
  hypotheses: [],
  property: (runFrom) =>
    fc.property(stored, fc.integer({ min: 1, max: 50 }), ([storage, ...rest], divisor) => {
      const [scaled, whole] = [runFrom({ ...storage, scale: 1 / divisor }, ...rest), runStored(storage, ...rest)]
      return (
        equalNumbers(scaled.state, whole.state) &&
        scaled.updates.every(({ flipped }, k) => flipped === whole.updates[k]?.flipped)
      )
    }),
  countermodels: [
    {
      id: 'divided_weights',
      description: 'divides every weight before summing, so that zero fields become ±10⁻¹⁷',
      implementation: (storage, encoding, patterns, schedule, y) => {
        const zeros = y.map(() => 0)
        const weights = Reference.weights(encoding, patterns).map((row) => row.map((w) => w * (storage.scale ?? 1) + 0))
        return run({ encoding, tie: storage.tie ?? 'keep', weights, thresholds: zeros, input: zeros }, schedule, y)
      },
    },
  ],
})
