/**
 * Serves the example pictures of the command line as the module `virtual:pictures`: the name and the cells of each, one
 * hexadecimal digit a cell, from 0 for paper to f for ink. In the built lab they are a file of data, there when `ready`
 * is.
 */
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import type { Plugin } from 'vite'

const id = 'virtual:pictures'

const folder = fileURLToPath(new URL('../../cli/examples/pictures', import.meta.url))

/** The data of all chunks of a kind, one after another. */
const chunks = (png: Buffer, kind: string): Buffer => {
  const found: Array<Buffer> = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === kind) found.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return Buffer.concat(found)
}

const paeth = (left: number, above: number, corner: number): number => {
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

/** The shades of a picture of eight bits of grey, row by row, from 0 for black to 255. */
const shadesOf = (png: Buffer): ReadonlyArray<number> => {
  const header = chunks(png, 'IHDR')
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  if (header[8] !== 8 || header[9] !== 0) throw new Error('the pictures have eight bits of grey')
  const lines = inflateSync(chunks(png, 'IDAT'))
  const shades: Array<number> = []
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const left = x === 0 ? 0 : (shades[y * width + x - 1] ?? 0)
      const above = y === 0 ? 0 : (shades[(y - 1) * width + x] ?? 0)
      const corner = x === 0 || y === 0 ? 0 : (shades[(y - 1) * width + x - 1] ?? 0)
      const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, corner)]
      const start = y * (width + 1)
      shades.push(((lines[start + 1 + x] ?? 0) + (guesses[lines[start] ?? 0] ?? 0)) & 255)
    }
  return shades
}

const digits = (shades: ReadonlyArray<number>): string =>
  shades.map((shade) => Math.round((15 * (255 - shade)) / 255).toString(16)).join('')

export const picturesPlugin = (): Plugin => ({
  name: 'engram-pictures',
  resolveId: (source) => (source === id ? `\0${id}` : null),
  async load(source) {
    if (source !== `\0${id}`) return null
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).toSorted()
    const pictures = await Promise.all(
      names.map(async (name) => [name.replace('.png', ''), digits(shadesOf(await readFile(`${folder}/${name}`)))]),
    )
    const text = JSON.stringify(pictures)
    if (this.environment.mode !== 'build')
      return `export const pictures = ${text}\nexport const ready = Promise.resolve()`
    const file = this.emitFile({ type: 'asset', name: 'pictures.json', source: text })
    return `export let pictures = []
export const ready = fetch(import.meta.ROLLUP_FILE_URL_${file}).then((file) => file.json()).then((all) => { pictures = all })`
  },
})
