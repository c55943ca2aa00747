/**
 * What `engram recall` is asked to do: from the text of options to data, or to what is wrong with them.
 *
 * Convention: patterns and units are counted from 1 in options, from 0 here.
 */
import { apply, either as E, function as F, type readonlyNonEmptyArray } from 'fp-ts'
import type { Corruption } from '@engram/associative-memory'
import type { Network } from '@engram/hopfield'
import { badOption, type Failure } from '../Failure.js'
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
  readonly mask?: string
  readonly model?: string
  readonly compare?: boolean
  readonly beta?: string
  readonly degree?: string
  readonly trace?: boolean
  readonly saveNet?: string
}

/** A stored pattern, damaged. */
export interface Corrupted {
  readonly _tag: 'Corrupted'
  readonly pattern: number
  readonly corruption: 'flip' | 'mask'
  readonly share: Corruption.Fraction
}

/** A stored pattern, one half of it covered. */
export interface Covered {
  readonly _tag: 'Covered'
  readonly pattern: number
  readonly half: 'top' | 'bottom' | 'left' | 'right'
}

/** Where the state comes from in which the network begins. */
export type Probe = Corrupted | Covered | { readonly _tag: 'FromFile'; readonly file: string }

/** A schedule but for its seed, and for an order that nobody gave. */
export type Schedule =
  | { readonly kind: 'shuffled' | 'random-unit' | 'synchronous' }
  | { readonly kind: 'ordered'; readonly order?: ReadonlyArray<number> }

/** The kinds of memory that pictures can be stored in. */
export type Memory =
  | { readonly kind: 'classical' }
  /** The degree of its energy in the overlaps; none for an exponential one. */
  | { readonly kind: 'dense'; readonly degree: number | 'exp' }
  /** β √n: the inverse temperature of scores that are divided by √n. */
  | { readonly kind: 'modern'; readonly beta: number }

export interface Plan {
  /** One, or several to compare. */
  readonly memories: readonlyNonEmptyArray.ReadonlyNonEmptyArray<Memory>
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

const patternOf = (pattern: string | undefined): Result<number> =>
  F.pipe(
    Options.orElse(Options.natural(1, mostPatterns), 1)('--pattern', pattern),
    E.map((number) => number - 1),
  )

/** `half` is the lower one. */
const halfOf = (mask: string): Result<Covered['half']> =>
  F.pipe(
    Options.oneOf<Covered['half'] | 'half'>('top', 'bottom', 'left', 'right', 'half')('--mask')(mask),
    E.map((half) => (half === 'half' ? 'bottom' : half)),
  )

/** The first of some options that was given besides another one. */
const besides = (option: string, others: Readonly<Record<string, string | boolean | undefined>>): Result<undefined> => {
  const other = Object.entries(others).find(([, value]) => value !== undefined && value !== false)
  return other === undefined ? E.right(undefined) : conflict(option, other[0])
}

const probeOf = ({ corrupt, corruption, mask, pattern, probe }: Typed): Result<Probe> => {
  if (probe !== undefined)
    return F.pipe(
      besides('--probe', {
        '--corrupt': corrupt,
        '--corruption': corruption,
        '--mask': mask,
        '--pattern': pattern,
      }),
      E.map(() => ({ _tag: 'FromFile', file: probe })),
    )
  if (mask !== undefined)
    return F.pipe(
      besides('--mask', { '--corrupt': corrupt, '--corruption': corruption }),
      E.chain(() =>
        apply.sequenceS(E.Applicative)({
          _tag: E.right('Covered' as const),
          pattern: patternOf(pattern),
          half: halfOf(mask),
        }),
      ),
    )
  return apply.sequenceS(E.Applicative)({
    _tag: E.right('Corrupted' as const),
    pattern: patternOf(pattern),
    corruption: Options.orElse(Options.oneOf<Corrupted['corruption']>('flip', 'mask'), 'flip')(
      '--corruption',
      corruption,
    ),
    share: Options.share('--corrupt')(corrupt ?? '25%'),
  })
}

const degreeOf: Options.Reader<number | 'exp'> = (option) => (text) =>
  text === 'exp'
    ? E.right('exp')
    : E.mapLeft(() => badOption(option, 'a whole number from 2 to 100, or exp', text))(
        Options.natural(2, 100)(option)(text),
      )

/** Options of the classical network that no other memory has. */
const classicalOnly = ({ diagonal, encoding, hold, saveNet, trace }: Typed) => ({
  '--encoding': encoding,
  '--diagonal': diagonal,
  '--hold': hold,
  '--trace': trace,
  '--save-net': saveNet,
})

const memoriesOf = (typed: Typed): Result<Plan['memories']> => {
  const { beta, compare, degree, model, order, schedule, tie } = typed
  const classical: Memory = { kind: 'classical' }
  const dense = E.map((value: number | 'exp'): Memory => ({ kind: 'dense', degree: value }))(
    Options.orElse(degreeOf, 3)('--degree', degree),
  )
  const modern = E.map((value: number): Memory => ({ kind: 'modern', beta: value }))(
    Options.orElse(Options.positive, 8)('--beta', beta),
  )
  if (compare === true)
    return F.pipe(
      besides('--compare', { '--model': model, ...classicalOnly(typed) }),
      E.chain(() => apply.sequenceT(E.Applicative)(E.right(classical), dense, modern)),
    )
  return F.pipe(
    Options.orElse(Options.oneOf<Memory['kind']>('classical', 'dense', 'modern'), 'classical')('--model', model),
    E.chain((kind): Result<Plan['memories']> => {
      const option = `--model ${kind}`
      switch (kind) {
        case 'classical':
          return E.map(() => [classical] as const)(besides(option, { '--beta': beta, '--degree': degree }))
        case 'dense':
          return F.pipe(
            besides(option, { '--beta': beta, ...classicalOnly(typed) }),
            E.chain(() => E.map((memory: Memory) => [memory] as const)(dense)),
          )
        case 'modern':
          return F.pipe(
            besides(option, {
              '--degree': degree,
              '--tie': tie,
              '--schedule': schedule,
              '--order': order,
              ...classicalOnly(typed),
            }),
            E.chain(() => E.map((memory: Memory) => [memory] as const)(modern)),
          )
      }
    }),
  )
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
      memories: memoriesOf(typed),
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
