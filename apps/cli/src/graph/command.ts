/**
 * `engram graph`: reads a document, goes through all states of the network, draws where their updates lead.
 */
import { basename, extname } from 'node:path'
import { either as E, function as F, taskEither as TE } from 'fp-ts'
import { TransitionGraph } from '@engram/hopfield'
import type { Model } from '@engram/hopfield/spec'
import { modelOf } from '../Document.js'
import { refused, type Failure } from '../Failure.js'
import { answer, type Answer, type World } from '../World.js'
import { drawing } from './Drawing.js'
import { json } from './Json.js'
import { make, type Landscape } from './Landscape.js'
import { text } from './Text.js'

/** The options as they were typed. */
export interface Typed {
  readonly svg?: string
  readonly json?: boolean
  readonly ascii?: boolean
}

const landscapeOf =
  (file: string) =>
  (model: Model.Model): E.Either<Failure, Landscape> =>
    model.network.size > TransitionGraph.maxUnits
      ? E.left({
          _tag: 'OtherCount',
          file,
          expected: `at most ${TransitionGraph.maxUnits} units, whose states can all be drawn`,
          actual: model.network.size,
        })
      : F.pipe(TransitionGraph.make(model.input)(model.network), E.bimap(refused, make(model)))

/** The command: with `--svg` the picture goes to a file and a table is told instead. */
export const graph =
  (world: World) =>
  (file: string, typed: Typed): TE.TaskEither<Failure, Answer> =>
    F.pipe(
      world.read(file),
      TE.chainEitherK(modelOf(file)),
      TE.chainEitherK(landscapeOf(file)),
      TE.bindTo('landscape'),
      TE.let('picture', ({ landscape }) =>
        typed.json === true && typed.svg === undefined ? '' : drawing(basename(file, extname(file)))(landscape),
      ),
      TE.chainFirst(({ picture }) => (typed.svg === undefined ? TE.right(undefined) : world.write(typed.svg, picture))),
      TE.map(({ landscape, picture }) => {
        if (typed.json === true) return answer(json(landscape), 0)
        return answer(typed.svg === undefined ? picture : text(world.terminal(typed.ascii), landscape), 0)
      }),
    )
