/**
 * A worker as the page talks to it.
 */
import { wrap, type Remote } from 'comlink'

export interface Linked<W> {
  readonly remote: Remote<W>
  /** Fails if the worker cannot be started. */
  readonly broken: Promise<never>
}

export const linked = <W>(worker: Worker): Linked<W> => ({
  remote: wrap<W>(worker),
  broken: new Promise((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('the worker could not be started')))
  }),
})
