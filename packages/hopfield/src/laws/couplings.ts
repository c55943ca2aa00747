/**
 * Laws of networks that store patterns: however the couplings are kept and scaled, the run is the same (rows H1, H11).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { Schedule } from '@engram/associative-memory'
import { Arbitraries } from '@engram/associative-memory/laws'
import type { Encoding, Tie } from '../Network.js'
import * as Reference from '../reference.js'
import { equalNumbers, run, runStored, type Kept, type RunStored } from './adapters.js'
import type { Numbers, Rows } from './arbitraries.js'
import { asynchronous, sameRun, settling } from './running.js'

/** Mostly small; now and then more units than a word has bits, and more patterns. */
const shape = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(Arbitraries.size(9), fc.constant(5)) },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 31, max: 70 }), fc.integer({ min: 30, max: 50 })) },
)

export const stored: fc.Arbitrary<
  readonly [{ readonly diagonal: 'zero' | 'kept'; readonly tie: Tie }, Encoding, Rows, Schedule.Schedule, Numbers]
> = fc
  .tuple(Arbitraries.encoding, shape, fc.constantFrom('zero', 'kept'), fc.constantFrom<Tie>(...settling))
  .chain(([encoding, [n, most], diagonal, tie]) =>
    fc.tuple(
      fc.constant({ diagonal, tie } as const),
      fc.constant(encoding),
      Arbitraries.patterns(encoding)(n, most),
      fc.oneof(asynchronous(n), fc.constant(Schedule.synchronous)),
      Arbitraries.values(encoding)(n),
    ),
  )

const kinds: ReadonlyArray<Kept> = ['Dense', 'Sparse', 'Patterns', 'Packed']

export const couplingsEq = Law.law<RunStored>({
  id: 'couplings_eq',
  statement:
    'a network runs exactly alike whether its weights are written down, only those that are not 0, or none because its patterns (packed or not) stand for them: W y = Σₚ s(p) (s(p)·y) − P y',
  source: 'lecture V, the energy as a function of the overlaps (errata 4)',
  rows: ['H1', 'H11'],
  hypotheses: [],
  property: (runFrom) =>
    fc.property(stored, ([{ diagonal, tie }, encoding, patterns, schedule, y]) => {
      const zeros = y.map(() => 0)
      const weights = Reference.weights(encoding, patterns).map((row, i) =>
        row.map((w, j) => (i === j && diagonal === 'kept' ? patterns.length : w)),
      )
      const truth = run({ encoding, tie, weights, thresholds: zeros, input: zeros }, schedule, y)
      return kinds.every((kept) => sameRun(runFrom({ diagonal, tie }, encoding, patterns, schedule, y, kept), truth))
    }),
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
    {
      id: 'last_bits_lost',
      description: 'packs whole words only, and forgets the units that fill none',
      implementation: (storage, encoding, patterns, schedule, y, kept) =>
        runStored(
          storage,
          encoding,
          kept === 'Packed' ? patterns.map((s) => s.map((v, i) => (i < y.length - (y.length % 32) ? v : 1))) : patterns,
          schedule,
          y,
          kept,
        ),
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
      const [scaled, whole] = [
        runFrom({ ...storage, scale: 1 / divisor }, ...rest, 'Dense'),
        runStored(storage, ...rest, 'Dense'),
      ]
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
