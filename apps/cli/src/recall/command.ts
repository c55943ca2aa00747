/**
 * `engram recall`: reads pictures, stores them, recalls, tells.
 */
import { either as E, function as F, readonlyNonEmptyArray as RNEA, taskEither as TE } from 'fp-ts'
import { Model } from '@engram/hopfield/spec'
import { Document } from '@engram/spec'
import type { Failure } from '../Failure.js'
import type { Grid } from '../Options.js'
import { fromPattern, type Gray } from '../pictures/Gray.js'
import { encode } from '../pictures/Png.js'
import { strip } from '../pictures/Strip.js'
import { json as toldJson } from '../memories/Json.js'
import { text as toldText } from '../memories/Text.js'
import { told } from '../memories/Told.js'
import { contentOf, glyphGrid, ofSize, picturesOf, type Content, type Named } from '../pictures/Pictures.js'
import { answer, type Answer, type World } from '../World.js'
import { json } from './Json.js'
import { plan, type Plan, type Typed } from './Plan.js'
import { run, witnessed, type Start, type Stored } from './Run.js'
import { text } from './Text.js'

/** What the options say of the answer rather than of the recall. */
export interface Wishes {
  readonly trace?: boolean
  readonly json?: boolean
  readonly ascii?: boolean
  readonly saveNet?: string
  readonly out?: string
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

interface Given {
  readonly stored: Stored
  readonly start: Start
}

const givenBy = (
  plan: Plan,
  files: ReadonlyArray<string>,
  contents: ReadonlyArray<Content>,
  probe: Content | undefined,
): Result<Given> => {
  const pictures = picturesIn(plan, probe === undefined ? contents : [...contents, probe])
  return F.pipe(
    E.Do,
    E.bind('stored', () =>
      F.pipe(
        pictures(contents),
        E.chain((all) => atLeastOne(files, all)),
      ),
    ),
    E.bind('start', (): Result<Start> => {
      if (plan.probe._tag !== 'FromFile') return E.right(plan.probe)
      const { file } = plan.probe
      return F.pipe(
        pictures(probe === undefined ? [] : [probe]),
        E.chain((all) => expectOne(file, all)),
        E.map((picture): Start => ({ _tag: 'Given', picture })),
      )
    }),
  )
}

/** What to print, what to write, and whether the run ended in the pattern that was looked for. */
interface Outcome {
  readonly out: string
  readonly recalled: boolean
  readonly images: ReadonlyArray<Gray>
  readonly network?: string
}

const byNetwork = (world: World, plan: Plan, wishes: Wishes, { start, stored }: Given): Result<Outcome> =>
  F.pipe(
    run(plan)(stored, start),
    E.map((result) => {
      const wanted = result.likenesses[result.target]?.pattern ?? result.run.start
      return {
        out:
          wishes.json === true
            ? json(result)
            : text(world.terminal(wishes.ascii), { trace: wishes.trace === true })(result),
        recalled: result.recalled,
        images: [wanted, result.run.start, result.run.state].map((state) => fromPattern(result.grid, state)),
        network: `${Document.stringify(Model.toDocument(witnessed(result)))}\n`,
      }
    }),
  )

const byMemories = (world: World, plan: Plan, wishes: Wishes, { start, stored }: Given): Result<Outcome> =>
  F.pipe(
    told(plan)(stored, start),
    E.map((answers) => {
      const last = answers.at(-1)
      return {
        out:
          wishes.json === true
            ? toldJson(plan)(stored, start, answers)
            : toldText(world.terminal(wishes.ascii), plan)(stored, start, answers),
        recalled: answers.every((answer) => answer.recalled),
        images: [...(last === undefined ? [] : [last.wanted, last.probe]), ...answers.map(({ result }) => result)],
      }
    }),
  )

const isClassical = ({ memories }: Plan): boolean => memories.length === 1 && memories[0].kind === 'classical'

const written = (world: World, file: string | undefined, content: string | Uint8Array | undefined) =>
  file === undefined || content === undefined ? TE.right<Failure, void>(undefined) : world.write(file, content)

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
      TE.bind('plan', () => TE.fromEither(plan(typed))),
      TE.bind('contents', () => TE.traverseArray(load)(files)),
      TE.bind('probe', ({ plan: { probe } }) =>
        probe._tag === 'FromFile' ? load(probe.file) : TE.right<Failure, Content | undefined>(undefined),
      ),
      TE.chainEitherK(({ contents, plan: asked, probe }) =>
        F.pipe(
          givenBy(asked, files, contents, probe),
          E.chain((given) => (isClassical(asked) ? byNetwork : byMemories)(world, asked, wishes, given)),
        ),
      ),
      TE.chainFirst(({ network }) => written(world, wishes.saveNet, network)),
      TE.chainFirst(({ images }) =>
        written(world, wishes.out, wishes.out === undefined ? undefined : encode(strip(images))),
      ),
      TE.map(({ out, recalled }) => answer(out, recalled ? 0 : 1)),
    )
  }
