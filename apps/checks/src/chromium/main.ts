/**
 * `pnpm --filter @engram/checks chromium` prints the path of a Chromium that starts.
 */
import { either as E } from 'fp-ts'
import { locate, render } from './Locate.js'
import { thisMachine } from './ThisMachine.js'

const found = locate(thisMachine)
if (E.isRight(found)) console.log(found.right)
else {
  console.error(render(found.left))
  process.exitCode = 1
}
