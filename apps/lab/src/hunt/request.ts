/** What a hunt is asked and what it answers: plain data, posted between the page and its worker. */

export interface HuntRequest {
  /** The first of these that knows all dropped hypotheses is hunted, else the first that knows one of them. */
  readonly laws: ReadonlyArray<string>
  /** Hypotheses that need not hold. */
  readonly dropped: ReadonlyArray<string>
  readonly seed: number
  readonly runs: number
}

export interface Survived {
  readonly _tag: 'Survived'
  readonly law: string
  readonly statement: string
  readonly tried: number
}

export interface Found {
  readonly _tag: 'Found'
  readonly law: string
  readonly statement: string
  readonly tried: number
  readonly shrinks: number
  /** The counterexample itself, and as text. */
  readonly counterexample: unknown
  readonly shown: string
  readonly seed: number
  /** The hypothesis that was missing; absent when the law fails with all of them. */
  readonly without?: string
}

/** The law or the hypothesis is unknown, or its generator finds no inputs. */
export interface Undecided {
  readonly _tag: 'Undecided'
  readonly reason: string
}

export type HuntResult = Survived | Found | Undecided
