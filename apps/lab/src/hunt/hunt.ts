/**
 * Hunting on the page's side: a worker of its own for every hunt, so that cancelling is certain.
 */
import { proxy, wrap } from 'comlink'
import type { HuntRequest, HuntResult } from './request.js'
import type { HuntWorker } from './worker.js'

export interface Hunt {
  readonly result: Promise<HuntResult>
  readonly cancel: () => void
}

export const startHunt = (request: HuntRequest, onProgress: (tried: number) => void): Hunt => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const broken = new Promise<HuntResult>((resolve) => {
    worker.addEventListener('error', () => resolve({ _tag: 'Undecided', reason: 'the worker could not be started' }))
  })
  const result = Promise.race([wrap<HuntWorker>(worker).hunt(request, proxy(onProgress)), broken])
  return {
    result: result.finally(() => worker.terminate()),
    cancel: () => worker.terminate(),
  }
}
