/**
 * `engram verify`: reads a document, looks for counterexamples, tells.
 */
import { either as E, function as F, taskEither as TE } from 'fp-ts'
import type { HopfieldError } from '@engram/hopfield'
import { Finding, Verify } from '@engram/hopfield/verify'
import { modelOf } from '../Document.js'
import { refused, type Failure } from '../Failure.js'
import { answer, type Answer, type Progress, type World } from '../World.js'
import { json } from './Json.js'
import { plan, type Typed } from './Plan.js'
import { text } from './Text.js'

/** What the options say of the answer rather than of the verification. */
export interface Wishes {
  readonly json?: boolean
  readonly ascii?: boolean
}

type Findings = E.Either<HopfieldError.HopfieldError, ReadonlyArray<Finding.Finding>>

/** The tasks one after another, with a moment for everything else between them. */
const examine = (progress: Progress, tasks: ReadonlyArray<Verify.Task>): Promise<Findings> =>
  tasks
    .reduce<Promise<Findings>>(
      async (before, task) => {
        const findings = E.chain((sofar: ReadonlyArray<Finding.Finding>) => Verify.step(sofar, task))(await before)
        await progress.advance()
        return findings
      },
      Promise.resolve(E.right([])),
    )
    .finally(progress.stop)

/** The command; its exit code is 0 when every check held, 1 when one was falsified. */
export const verify =
  (world: World) =>
  (file: string, typed: Typed, wishes: Wishes): TE.TaskEither<Failure, Answer> =>
    F.pipe(
      TE.Do,
      TE.bind('given', () => TE.fromEither(plan(typed))),
      TE.bind('model', () => F.pipe(world.read(file), TE.chainEitherK(modelOf(file)))),
      TE.let('wanted', ({ given: { runs, seed }, model }): Verify.Plan => ({ runs, seed: seed ?? model.seed })),
      TE.bind('findings', ({ model, wanted }) => {
        const tasks = Verify.tasks(wanted)(model)
        return TE.mapLeft(refused)(() => examine(world.progress('looking for counterexamples', tasks.length), tasks))
      }),
      TE.map(({ findings, model, wanted }) =>
        answer(
          wishes.json === true
            ? json(wanted, model)(findings)
            : text(world.terminal(wishes.ascii), file, model)(findings),
          findings.some(Finding.isFalsified) ? 1 : 0,
        ),
      ),
    )
