/**
 * A contender's process in Node: frames on standard input and output, as `Protocol.ts` describes them.
 */
import { Console } from 'node:console'
import { contenders } from './contenders/index.js'
import { round } from './Measure.js'
import { encode, receiver, type Request, type Response } from './Protocol.js'
import type { Prepared, TaskName } from './Task.js'

// What a library prints must not end up between the frames.
globalThis.console = new Console(process.stderr)

const prepare = async (request: Request & { readonly _tag: 'Prepare' }): Promise<readonly [Prepared, string]> => {
  const contender = contenders.find(({ name }) => name === request.contender)
  if (contender?.runtime !== 'node') throw new Error(`no contender in Node is called ${request.contender}`)
  const way = contender.ways[request.task as TaskName]?.find(
    ({ label, precision }) => label === request.label && precision === request.precision,
  )
  if (way === undefined) throw new Error(`${contender.name} has no way called "${request.label}"`)
  // The runner takes the inputs from the table of this very task.
  return [await way.prepare(request.inputs as never), contender.version()]
}

const answered = async ({ answer }: Prepared): Promise<Response> => {
  const start = performance.now()
  return { _tag: 'Answered', answer: await answer(), milliseconds: performance.now() - start }
}

const respond = (): ((request: Request) => Promise<Response>) => {
  let ready: Prepared | undefined
  return async (request) => {
    if (request._tag === 'Prepare') {
      const [prepared, version] = await prepare(request)
      ready = prepared
      return { _tag: 'Prepared', version }
    }
    if (ready === undefined) throw new Error('nothing is prepared')
    return request._tag === 'Answer'
      ? answered(ready)
      : { _tag: 'Measured', ...(await round(ready, request.milliseconds)) }
  }
}

const failed = (error: unknown): Response => ({
  _tag: 'Failed',
  reason: error instanceof Error ? error.message : String(error),
})

const serve = async (): Promise<void> => {
  const receive = receiver<Request>(process.stdin)
  const handle = respond()
  const next = async (): Promise<void> => {
    const request = await receive()
    if (request === undefined) return
    const response = await handle(request).catch(failed)
    await new Promise((resolve) => {
      process.stdout.write(encode(response), resolve)
    })
    return next()
  }
  await next()
  process.exit()
}

await serve()
