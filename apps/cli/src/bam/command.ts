/**
 * `engram bam`: reads pairs, recalls one from what is known of it, tells.
 */
import { either as E, function as F, taskEither as TE } from 'fp-ts'
import { Certificate, Recall, type BamError } from '@engram/bam'
import { BamDocument, Model } from '@engram/bam/spec'
import { refusedPair, type Failure } from '../Failure.js'
import { answer, type Answer, type World } from '../World.js'
import { json } from './Json.js'
import { plan, type Typed } from './Plan.js'
import { text, type Told } from './Text.js'

/** What the options say of the answer rather than of the recall. */
export interface Wishes {
  readonly trace?: boolean
  readonly json?: boolean
  readonly ascii?: boolean
}

const modelOf =
  (file: string) =>
  (bytes: Uint8Array): E.Either<Failure, Model.Model> => {
    const source = new TextDecoder().decode(bytes)
    return F.pipe(
      BamDocument.parse(source),
      E.chain(Model.fromDocument),
      E.mapLeft((errors) => ({ _tag: 'BadDocument', file, text: source, errors })),
    )
  }

/** A memory of weights alone has no pairs to compare the end with. */
const certify = (model: Model.Model, recall: Recall.Recall): E.Either<BamError.BamError, Certificate.Certificate> =>
  model.pairs.length === 0
    ? E.right({
        verdict: { _tag: 'Spurious' },
        overlaps: [],
        missing: { x: 0, y: 0 },
        energy: recall.energies.at(-1) ?? 0,
      })
    : Certificate.certify(model.pairs)(recall)

/** The command; its exit code is 0 when the run ended in a stored pair, else 1. */
export const bam =
  (world: World) =>
  (file: string, typed: Typed, wishes: Wishes): TE.TaskEither<Failure, Answer> =>
    F.pipe(
      world.read(file),
      TE.chainEitherK(modelOf(file)),
      TE.bindTo('model'),
      TE.bind('given', ({ model }) => plan(world, model)(typed)),
      TE.chainEitherK(({ given: { order, probe }, model }) =>
        F.pipe(
          Recall.recall(order === undefined ? {} : { order })(model.bam)(probe),
          E.bindTo('recall'),
          E.bind('certificate', ({ recall }) => certify(model, recall)),
          E.bimap(refusedPair, (told): Told => ({ model, ...told })),
        ),
      ),
      TE.map((told) =>
        answer(
          wishes.json === true ? json(told) : text(world.terminal(wishes.ascii), wishes.trace === true, told),
          told.certificate.verdict._tag === 'Stored' ? 0 : 1,
        ),
      ),
    )
