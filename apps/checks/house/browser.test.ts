/**
 * The compiled kernels in a browser: started synchronously on the page and in a worker, and done without where a page
 * forbids them.
 */
import { Matrix } from '@engram/linalg'
import { either as E } from 'fp-ts'
import { chromium, type Browser, type Page } from 'playwright-core'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium } from '../src/chromium/index.js'
import { absolute } from '../src/Workspace.js'

/** What the browser tells of itself. */
interface Told {
  /** How many modules were compiled. */
  readonly compiled: number
  readonly entries: ReadonlyArray<number>
}

const size = 70

const entry = (i: number, j: number): number => Math.fround(Math.sqrt(i + 2 * j))

const square = (): ReadonlyArray<number> => {
  const a = E.getOrElse(() => Matrix.zeros(0, 0))(Matrix.fromFunction(size, size)(entry))
  return E.match(
    () => [],
    ({ data }: Matrix.Matrix) => [...data],
  )(Matrix.matMul(a)(a))
}

/** A program that tells `report` what came of the product above. */
const program = `
  import { Matrix } from '@engram/linalg'
  const Module = WebAssembly.Module
  let compiled = 0
  WebAssembly.Module = function (bytes) {
    const module = new Module(bytes)
    compiled++
    return module
  }
  const a = Matrix.fromFunction(${size}, ${size})((i, j) => Math.fround(Math.sqrt(i + 2 * j))).right
  const product = Matrix.matMul(a)(a)
  globalThis.told = { compiled, entries: [...product.right.data] }
  if (typeof document === 'undefined') postMessage(globalThis.told)
`

const bundled = async (): Promise<string> => {
  const id = absolute('apps/checks/generated/browser.js')
  const bundle = await rolldown({
    input: id,
    platform: 'browser',
    plugins: [
      {
        name: 'program',
        resolveId: (name) => (name === id ? id : null),
        load: (name) => (name === id ? program : null),
      },
    ],
  })
  const { output } = await bundle.generate({ format: 'iife' })
  return output[0].code
}

let browser: Browser
let script: string
beforeAll(async () => {
  script = await bundled()
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
}, 300_000)
afterAll(() => browser.close())

const policy = (scripts: string): string => `default-src 'self'; script-src 'self' ${scripts}`

/** A page of a host that exists only here, and its script. */
const visit = async (csp: string): Promise<Page> => {
  const page = await browser.newPage()
  const headers = { 'content-security-policy': csp }
  await page.route('http://engram.test/**', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script, headers })
      : route.fulfill({ contentType: 'text/html', body: '<script src="kernels.js"></script>', headers }),
  )
  await page.goto('http://engram.test/')
  return page
}

const told = (page: Page): Promise<Told> => page.evaluate('told')

const toldByWorker = (page: Page): Promise<Told> =>
  page.evaluate(`new Promise((resolve) => {
    new Worker('kernels.js').onmessage = ({ data }) => resolve(data)
  })`)

test.each([
  ['on the page', told],
  ['in a worker', toldByWorker],
])('%s they are compiled synchronously, and have the bits of Node', async (_, ask) => {
  expect(await ask(await visit(policy("'wasm-unsafe-eval'")))).toEqual({
    compiled: 1,
    entries: square(),
  })
})

test.each([
  ['on the page', told],
  ['in a worker', toldByWorker],
])('%s that forbids them, the result is the same', async (_, ask) => {
  expect(await ask(await visit(policy('')))).toEqual({ compiled: 0, entries: square() })
})
