/**
 * What is known of a pair, from the options.
 *
 * Convention: a half is written as cells, `#` on, `.` off, `?` missing, with `/` between rows, or as numbers 1, -1, 0;
 *             or it is the name of a stored pair, or a file that holds any of these.
 */
import { either as E, function as F, taskEither as TE } from 'fp-ts'
import { Pair, type Recall } from '@engram/bam'
import type { Model } from '@engram/bam/spec'
import { badOption, type Failure } from '../Failure.js'
import { oneOf, orElse } from '../Options.js'
import type { World } from '../World.js'

/** The options as they were typed. */
export interface Typed {
  readonly fromX?: string
  readonly fromY?: string
  readonly order?: string
}

const cells: Readonly<Record<string, number>> = { '#': 1, '.': -1, '?': 0 }

/** The values of a half as it is written, or nothing if it is not written so. */
export const values = (text: string): ReadonlyArray<number> | undefined => {
  const marks = Array.from(text.replaceAll(/[\s/]/g, ''))
  if (marks.length > 0 && marks.every((mark) => mark in cells)) return marks.map((mark) => cells[mark] ?? 0)
  const words = text
    .trim()
    .replaceAll(/[()]/g, '')
    .split(/[\s,]+/)
  return words.every((word) => /^(?:[+-]?1|0)$/.test(word)) ? words.map((word) => Number(word) + 0) : undefined
}

type Layer = 'x' | 'y'

const option = (layer: Layer): string => `--from-${layer}`

/** Cells and numbers say −1 for what is off; a binary memory says 0. */
const stateOf =
  (layer: Layer, { bam }: Model.Model, typed: string) =>
  (numbers: ReadonlyArray<number>): E.Either<Failure, Pair.State> => {
    const binary = bam.encoding === 'binary'
    if (numbers.length !== bam.sizes[layer])
      return E.left(badOption(option(layer), `${bam.sizes[layer]} components`, typed))
    const spelt = binary && numbers.includes(-1) ? numbers.map((value) => (value === -1 ? 0 : value)) : numbers
    return binary && numbers.includes(-1) && numbers.includes(0)
      ? E.left(badOption(option(layer), 'nothing missing, for units are binary', typed))
      : E.right(Pair.unsafeState(bam.encoding, Int8Array.from(spelt)))
  }

/** One half of what is known. */
const half =
  (world: World, model: Model.Model) =>
  (layer: Layer, typed: string | undefined): TE.TaskEither<Failure, Pair.State | undefined> => {
    if (typed === undefined) return TE.right(undefined)
    const named = model.pairs.find(({ name }) => name === typed)
    if (named !== undefined) return TE.right(named[layer])
    const written = values(typed)
    if (written !== undefined) return TE.fromEither(stateOf(layer, model, typed)(written))
    return F.pipe(
      world.read(typed),
      TE.chainEitherK((bytes) => {
        const text = new TextDecoder().decode(bytes)
        return F.pipe(
          values(text),
          E.fromNullable(badOption(option(layer), 'cells # . ? or numbers 1 -1 0', text.slice(0, 40))),
          E.chain(stateOf(layer, model, typed)),
        )
      }),
    )
  }

/** What is asked of the memory. */
export interface Plan {
  readonly probe: Recall.Probe
  readonly order: Recall.Options['order']
}

/** Which layer goes first, if anybody says so. */
const orderOf = (typed: string | undefined, { order }: Model.Model): E.Either<Failure, Recall.Options['order']> =>
  orElse<Recall.Options['order']>(oneOf('x-first', 'y-first'), order)('--order', typed)

/** The plan. Errors: nothing known, a half that cannot be read */
export const plan =
  (world: World, model: Model.Model) =>
  ({ fromX, fromY, order }: Typed): TE.TaskEither<Failure, Plan> =>
    fromX === undefined && fromY === undefined
      ? TE.left(badOption('--from-x, --from-y', 'one of them, or both', ''))
      : F.pipe(
          TE.Do,
          TE.apS('x', half(world, model)('x', fromX)),
          TE.apS('y', half(world, model)('y', fromY)),
          TE.apS('order', TE.fromEither(orderOf(order, model))),
          TE.map(({ x, y, order: first }) => ({
            probe: { ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }) },
            order: first,
          })),
        )
