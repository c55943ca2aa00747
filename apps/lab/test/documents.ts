/**
 * The documents of all scenes, for the properties that hold of every one of them.
 */
import type { Schema } from '@engram/spec'
import * as Association from '../src/scenes/association/document.js'
import { observe as observeAssociation } from '../src/scenes/association/observe.js'
import * as Auto from '../src/scenes/auto/document.js'
import { observe as observeAuto } from '../src/scenes/auto/observe.js'
import * as Bam from '../src/scenes/bam/document.js'
import { observe as observeBam } from '../src/scenes/bam/observe.js'
import * as Input from '../src/scenes/input/document.js'
import { observe as observeInput } from '../src/scenes/input/observe.js'
import * as Modern from '../src/scenes/modern/document.js'
import { observe as observeModern } from '../src/scenes/modern/observe.js'
import * as Nearest from '../src/scenes/nearest/document.js'
import { observe as observeNearest } from '../src/scenes/nearest/observe.js'
import * as Recall from '../src/scenes/recall/document.js'
import { observe as observeRecall } from '../src/scenes/recall/observe.js'
import * as States from '../src/scenes/states/document.js'
import { observe as observeStates } from '../src/scenes/states/observe.js'

interface Followed {
  readonly document: { readonly at: number }
  readonly end: number
}

export interface Documents {
  readonly id: string
  readonly schema: Schema.Schema<unknown>
  readonly initial: unknown
  readonly settle: (document: unknown) => unknown
  readonly repair: (tree: unknown) => unknown
  readonly observe: (document: unknown) => Followed
}

interface Module<D> {
  readonly schema: Schema.Schema<D>
  readonly initial: D
  readonly settle: (document: D) => D
  readonly repair: (tree: unknown) => D
}

const documentsOf = <D>(
  id: string,
  { schema, initial, settle, repair }: Module<D>,
  observe: (document: D) => Followed,
): Documents => ({
  id,
  schema,
  initial,
  settle: (document) => settle(document as D),
  repair,
  observe: (document) => observe(document as D),
})

/** A grid small enough to be looked at many times. */
const small = (document: Recall.Document): Recall.Document =>
  Recall.settle({ ...document, width: Math.min(document.width, 12), height: Math.min(document.height, 12) })

export const documents: ReadonlyArray<Documents> = [
  documentsOf('recall', Recall, (document) => observeRecall(small(document))),
  documentsOf('states', States, observeStates),
  documentsOf('association', Association, observeAssociation),
  documentsOf('auto', Auto, observeAuto),
  documentsOf('input', Input, observeInput),
  documentsOf('nearest', Nearest, observeNearest),
  documentsOf('bam', Bam, observeBam),
  documentsOf('modern', Modern, observeModern),
]
