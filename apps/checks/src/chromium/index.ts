/**
 * A Chromium for the browser tests.
 */
import { either as E } from 'fp-ts'
import { locate, render } from './Locate.js'
import { thisMachine } from './ThisMachine.js'

/** The path of a Chromium that starts. Stops with one sentence when there is none to be had. */
export const findChromium = (): string =>
  E.getOrElse((error: Parameters<typeof render>[0]): string => {
    throw new Error(render(error))
  })(locate(thisMachine))
