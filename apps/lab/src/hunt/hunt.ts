/**
 * Hunting on the page's side: a worker of its own for every hunt, so that cancelling is certain.
 */
import { proxy } from 'comlink'
import { linked } from '../linked.js'
import type { HuntRequest, HuntResult } from './request.js'
import type { HuntWorker } from './worker.js'

export interface Hunt {
  readonly result: Promise<HuntResult>
  readonly cancel: () => void
}

export const startHunt = (request: HuntRequest, onProgress: (tried: number) => void): Hunt => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const { remote, broken } = linked<HuntWorker>(worker)
  const result = Promise.race([remote.hunt(request, proxy(onProgress)), broken]).catch(
    (error: unknown): HuntResult => ({
      _tag: 'Undecided',
      reason: error instanceof Error ? error.message : String(error),
    }),
  )
  return {
    result: result.finally(() => worker.terminate()),
    cancel: () => worker.terminate(),
  }
}
