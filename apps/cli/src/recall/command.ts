/**
 * `engram recall`: reads pictures, stores them, recalls, tells.
 */
import { either as E, function as F, readonlyNonEmptyArray as RNEA, taskEither as TE } from 'fp-ts'
import { Model } from '@engram/hopfield/spec'
import { Document } from '@engram/spec'
import type { Failure } from '../Failure.js'
import type { Grid } from '../Options.js'
import { contentOf, glyphGrid, ofSize, picturesOf, type Content, type Named } from '../pictures/Pictures.js'
import { answer, type Answer, type World } from '../World.js'
import { json } from './Json.js'
import { plan, type Plan, type Typed } from './Plan.js'
import { run, witnessed, type Recalled, type Start, type Stored } from './Run.js'
import { text } from './Text.js'

/** What the options say of the answer rather than of the recall. */
export interface Wishes {
  readonly trace?: boolean
  readonly json?: boolean
  readonly ascii?: boolean
  readonly saveNet?: string
}

type Result<A> = E.Either<Failure, A>

/** The size of images when nothing says another. */
const usual: Grid = { width: 16, height: 16 }

const picturesIn =
  (given: Plan, contents: ReadonlyArray<Content>) =>
  (some: ReadonlyArray<Content>): Result<ReadonlyArray<Named>> => {
    const grid = given.grid ?? glyphGrid(contents) ?? usual
    return F.pipe(
      some,
      E.traverseArray(picturesOf({ ...given, grid })),
      E.chain((groups) =>
        ofSize(grid, given.grid === undefined ? 'the first picture has' : '--grid says')(groups.flat()),
      ),
    )
  }

const expectOne = (file: string, pictures: ReadonlyArray<Named>): Result<Named> => {
  const [first, ...others] = pictures
  return first === undefined || others.length > 0
    ? E.left({ _tag: 'OtherCount', file, expected: 'one picture to recall from', actual: pictures.length })
    : E.right(first)
}

const atLeastOne = (files: ReadonlyArray<string>, pictures: ReadonlyArray<Named>): Result<Stored> =>
  F.pipe(
    RNEA.fromReadonlyArray(pictures),
    E.fromOption((): Failure => ({
      _tag: 'OtherCount',
      file: files.join(', '),
      expected: 'at least one picture',
      actual: 0,
    })),
  )

const recalled = (
  given: Plan,
  files: ReadonlyArray<string>,
  contents: ReadonlyArray<Content>,
  probe: Content | undefined,
): Result<Recalled> => {
  const pictures = picturesIn(given, probe === undefined ? contents : [...contents, probe])
  return F.pipe(
    E.Do,
    E.bind('stored', () =>
      F.pipe(
        pictures(contents),
        E.chain((all) => atLeastOne(files, all)),
      ),
    ),
    E.bind('start', (): Result<Start> => {
      if (given.probe._tag === 'Corrupted') return E.right(given.probe)
      const { file } = given.probe
      return F.pipe(
        pictures(probe === undefined ? [] : [probe]),
        E.chain((all) => expectOne(file, all)),
        E.map((picture): Start => ({ _tag: 'Given', picture })),
      )
    }),
    E.chain(({ start, stored }) => run(given)(stored, start)),
  )
}

/** The command; its exit code is 0 when the run ended in the pattern that was looked for, else 1. */
export const recall =
  (world: World) =>
  (files: ReadonlyArray<string>, typed: Typed, wishes: Wishes): TE.TaskEither<Failure, Answer> => {
    const load = (file: string): TE.TaskEither<Failure, Content> =>
      F.pipe(
        world.read(file),
        TE.chainEitherK((bytes) => contentOf({ file, bytes })),
      )
    return F.pipe(
      TE.Do,
      TE.bind('given', () => TE.fromEither(plan(typed))),
      TE.bind('contents', () => TE.traverseArray(load)(files)),
      TE.bind('probe', ({ given: { probe } }) =>
        probe._tag === 'FromFile' ? load(probe.file) : TE.right<Failure, Content | undefined>(undefined),
      ),
      TE.chainEitherK(({ contents, given, probe }) => recalled(given, files, contents, probe)),
      TE.chainFirst((result) =>
        wishes.saveNet === undefined
          ? TE.right(undefined)
          : world.write(wishes.saveNet, `${Document.stringify(Model.toDocument(witnessed(result)))}\n`),
      ),
      TE.map((result) =>
        answer(
          wishes.json === true
            ? json(result)
            : text(world.terminal(wishes.ascii), { trace: wishes.trace === true })(result),
          result.recalled ? 0 : 1,
        ),
      ),
    )
  }
