/**
 * Prints an example: `letters`, `identity`, `pictures`, `faces` or `words`, and its seed.
 */
import process from 'node:process'
import { either as E } from 'fp-ts'
import { HopfieldError } from '@engram/hopfield'
import { examples, seed as ownSeed } from './examples.js'
import { markdown } from './Report.js'

const [name = '', seed = `${ownSeed}`] = process.argv.slice(2)
const example = examples.find((each) => each.name === name)
if (example === undefined || !/^\d{1,10}$/.test(seed)) {
  process.stderr.write(`usage: start <${examples.map((each) => each.name).join('|')}> [seed]\n`)
  process.exitCode = 2
} else {
  const told = E.match(HopfieldError.render, markdown)(example.tell(Number(seed)))
  process.stdout.write(`${told}\n`)
}
