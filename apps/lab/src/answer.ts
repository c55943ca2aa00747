/**
 * Answers that may take a while.
 */

export interface Answer<A> {
  readonly known: A | undefined
  /** Kept when the answer is known; nothing once it is. */
  readonly coming: Promise<void> | undefined
}

export const atOnce = <A>(known: A): Answer<A> => ({ known, coming: undefined })

/** An answer that comes to be known, unless the question is dropped. */
export const later = <A>(promise: Promise<A | undefined>): Answer<A> => {
  let known: A | undefined
  let coming: Promise<void> | undefined = promise.then((answer) => {
    known = answer
    coming = undefined
  })
  return {
    get known() {
      return known
    },
    get coming() {
      return coming
    },
  }
}
