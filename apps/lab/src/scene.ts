/**
 * The contract of a scene: a pure state machine, what is seen of a state, and a view of what is seen.
 *
 * `update` knows no packages and no page; `observe` asks the packages and computes nothing itself; `view` draws.
 * Step, undo, scrubbing, permalink, export and tests all come from replaying events (session.ts).
 */
import type { CSSResult, TemplateResult } from 'lit'
import type { Cited } from './cited.js'
import type { SceneEvent } from './session.js'

/** A condition of the claim that the user can drop. */
export interface Hypothesis<O, E> {
  /** The law's own name of this hypothesis, which the hunt drops too. */
  readonly id: string
  readonly label: string
  readonly isKept: (seen: O) => boolean
  readonly set: (kept: boolean, seen: O) => E
}

export interface Claim {
  /** Markup: one of the modules `virtual:formula/…`. */
  readonly formula: string
  readonly words: string
  /** Ids of the laws behind it; the hunt takes the first that knows the hypotheses that were dropped. */
  readonly laws: ReadonlyArray<string>
}

export interface Preset<S> {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly state: S
}

/** Where a run stands, in unit updates, and how to move in it. */
export interface Transport {
  readonly at: number
  readonly end: number
  /** The place some strides ahead. */
  readonly ahead: (strides: number) => number
  /** Asks for a run that takes long: kept when `ahead` knows it; nothing when it does already. */
  readonly ready?: () => Promise<void> | undefined
  readonly back: number
  /** Milliseconds a stride; 0 shows the end at once. */
  readonly delay: number
  /** A run that ends in a cycle goes on from here for ever. */
  readonly loop: number | undefined
  readonly caption: string
}

export interface Prediction {
  readonly question: string
  readonly options: ReadonlyArray<{ readonly id: string; readonly label: string }>
  readonly chosen: string
  /** What happened; undefined until the run has ended. */
  readonly answer: string | undefined
}

export interface Link {
  readonly label: string
  /** None for what is not part of the repository. */
  readonly source?: Cited
  readonly kind: 'formula' | 'code' | 'law' | 'lecture'
}

export interface Export {
  readonly svg: string
  readonly csv: string
  readonly json: unknown
}

export type Dispatch<E> = (event: E) => void

/** Events that every scene understands: the transport and the prediction speak them. */
export type CommonEvent =
  | { readonly type: 'seek'; readonly at: number; readonly reach?: number; readonly stroke?: number }
  | { readonly type: 'predict'; readonly id: string }
  | { readonly type: 'load'; readonly state: unknown }

export interface Scene<S, E extends SceneEvent, O> {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly claim: Claim
  readonly hypotheses: ReadonlyArray<Hypothesis<O, E | CommonEvent>>
  /** Hypotheses that every state of the scene meets. */
  readonly granted: ReadonlyArray<string>
  readonly presets: ReadonlyArray<Preset<S>>
  readonly links: ReadonlyArray<Link>
  readonly initial: S
  /** Reads a state from anything: what is wrong is clamped or replaced, never refused. */
  readonly repair: (document: unknown) => S
  readonly update: (state: S, event: E | CommonEvent) => S
  readonly merge: (first: E | CommonEvent, second: E | CommonEvent) => E | CommonEvent
  readonly observe: (state: S) => O
  /** Kept when `observe` has more to tell of this state: what takes long is computed beside the page. */
  readonly coming?: (seen: O) => Promise<void> | undefined
  readonly transport: (seen: O) => Transport
  readonly prediction: (seen: O) => Prediction
  /** One short sentence for the live region. */
  readonly tell: (seen: O) => string
  /** Loaded when it is asked for. */
  readonly exported: (seen: O) => Promise<Export>
  /** The state that shows a counterexample of a law, named by its id, where this scene can show it. */
  readonly fromCounterexample: (found: unknown, law: string) => Promise<S | undefined>
  /** What only this scene has to be styled. */
  readonly style?: CSSResult
  /** Above the transport: the state itself. */
  readonly figure: (seen: O, dispatch: Dispatch<E | CommonEvent>) => TemplateResult
  /** Below the transport: what became of it, and the numbers. */
  readonly readout: (seen: O, dispatch: Dispatch<E | CommonEvent>) => TemplateResult
  readonly controls: (seen: O, dispatch: Dispatch<E | CommonEvent>) => TemplateResult
}

/** A scene whose types are nobody's business but its own. */
export type AnyScene = Scene<unknown, SceneEvent, unknown>
