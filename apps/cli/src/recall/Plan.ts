/**
 * What `engram recall` is asked to do: from the text of options to data, or to what is wrong with them.
 *
 * Convention: patterns and units are counted from 1 in options, from 0 here.
 */
import { apply, either as E, function as F } from 'fp-ts'
import type { Corruption } from '@engram/associative-memory'
import type { Network } from '@engram/hopfield'
import type { Failure } from '../Failure.js'
import * as Options from '../Options.js'

/** The options as they were typed. */
export interface Typed {
  readonly probe?: string
  readonly corrupt?: string
  readonly corruption?: string
  readonly pattern?: string
  readonly seed?: string
  readonly grid?: string
  readonly threshold?: string
  readonly invert?: boolean
  readonly encoding?: string
  readonly tie?: string
  readonly diagonal?: string
  readonly hold?: boolean
  readonly schedule?: string
  readonly order?: string
  readonly maxSweeps?: string
}

/** A stored pattern, damaged. */
export interface Corrupted {
  readonly _tag: 'Corrupted'
  readonly pattern: number
  readonly corruption: 'flip' | 'mask'
  readonly share: Corruption.Fraction
}

/** Where the state comes from in which the network begins. */
export type Probe = Corrupted | { readonly _tag: 'FromFile'; readonly file: string }

/** A schedule but for its seed, and for an order that nobody gave. */
export type Schedule =
  | { readonly kind: 'shuffled' | 'random-unit' | 'synchronous' }
  | { readonly kind: 'ordered'; readonly order?: ReadonlyArray<number> }

export interface Plan {
  readonly probe: Probe
  readonly seed: number
  readonly grid?: Options.Grid
  readonly threshold?: number
  readonly invert: boolean
  readonly encoding: Network.Encoding
  readonly tie: Network.Tie
  readonly diagonal: Network.Diagonal
  /** Whether the probe stays as external input during the run. */
  readonly hold: boolean
  readonly schedule: Schedule
  readonly maxSweeps: number
}

type Result<A> = E.Either<Failure, A>

const conflict = (a: string, b: string): Result<never> => E.left({ _tag: 'Conflict', options: [a, b] })

const mostPatterns = 1_000_000

const probeOf = ({ corrupt, corruption, pattern, probe }: Typed): Result<Probe> => {
  if (probe === undefined)
    return apply.sequenceS(E.Applicative)({
      _tag: E.right('Corrupted' as const),
      pattern: F.pipe(
        Options.orElse(Options.natural(1, mostPatterns), 1)('--pattern', pattern),
        E.map((number) => number - 1),
      ),
      corruption: Options.orElse(Options.oneOf<Corrupted['corruption']>('flip', 'mask'), 'flip')(
        '--corruption',
        corruption,
      ),
      share: Options.share('--corrupt')(corrupt ?? '25%'),
    })
  if (corrupt !== undefined) return conflict('--probe', '--corrupt')
  if (corruption !== undefined) return conflict('--probe', '--corruption')
  return pattern === undefined ? E.right({ _tag: 'FromFile', file: probe }) : conflict('--probe', '--pattern')
}

const kinds = Options.oneOf<Schedule['kind']>('shuffled', 'ordered', 'random-unit', 'synchronous')

const scheduleOf = ({ order, schedule }: Typed): Result<Schedule> =>
  F.pipe(
    Options.orElse(kinds, order === undefined ? 'shuffled' : 'ordered')('--schedule', schedule),
    E.chain((kind): Result<Schedule> => {
      if (order === undefined) return E.right({ kind })
      return kind === 'ordered'
        ? E.map((units: ReadonlyArray<number>): Schedule => ({ kind, order: units }))(Options.order('--order')(order))
        : conflict('--order', `--schedule ${kind}`)
    }),
  )

const perhaps = <K extends string, A>(
  key: K,
  read: Options.Reader<A>,
  option: string,
  text: string | undefined,
): Result<{ readonly [_ in K]?: A }> =>
  text === undefined
    ? E.right({})
    : E.map((value: A) => ({ [key]: value }) as { readonly [_ in K]?: A })(read(option)(text))

/** The plan that the options describe; the first that makes no sense is the failure. */
export const plan = (typed: Typed): Result<Plan> =>
  F.pipe(
    apply.sequenceS(E.Applicative)({
      probe: probeOf(typed),
      seed: Options.orElse(Options.seed, 1)('--seed', typed.seed),
      grid: perhaps('grid', Options.grid, '--grid', typed.grid),
      threshold: perhaps('threshold', Options.share, '--threshold', typed.threshold),
      encoding: Options.orElse(Options.oneOf<Network.Encoding>('bipolar', 'binary'), 'bipolar')(
        '--encoding',
        typed.encoding,
      ),
      tie: Options.orElse(Options.oneOf<Network.Tie>('keep', 'up', 'down', 'flip'), 'keep')('--tie', typed.tie),
      diagonal: Options.orElse(Options.oneOf<Network.Diagonal>('zero', 'kept'), 'zero')('--diagonal', typed.diagonal),
      schedule: scheduleOf(typed),
      maxSweeps: Options.orElse(Options.natural(0, 1_000_000), 1000)('--max-sweeps', typed.maxSweeps),
    }),
    E.map(({ grid, threshold, ...rest }) => ({
      ...rest,
      ...grid,
      ...threshold,
      invert: typed.invert === true,
      hold: typed.hold === true,
    })),
  )
