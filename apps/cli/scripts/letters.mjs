/**
 * Draws the example letters as somebody would with a felt pen on paper: `pnpm --filter @engram/cli letters`.
 *
 * The strokes wobble, the paper is not quite white, nothing stands quite straight; always in the same way.
 */
import { writeFileSync } from 'node:fs'
import { PNG } from 'pngjs'

const [width, height] = [120, 144]

/** Pen strokes as lists of points in a box of 10 × 12. */
const letters = {
  j: [
    [
      [2.2, 1],
      [9.6, 0.9],
    ],
    [
      [7, 1],
      [7.1, 8.6],
      [6.6, 10.4],
      [5, 11.2],
      [3, 11.1],
      [1.4, 10.2],
      [0.9, 8.7],
    ],
  ],
  a: [
    [
      [5, 0.4],
      [3.4, 4.6],
      [1.1, 11.5],
    ],
    [
      [5, 0.4],
      [6.8, 5],
      [9.1, 11.6],
    ],
    [
      [1.9, 8.1],
      [8.2, 8],
    ],
  ],
  x: [
    [
      [0.9, 0.6],
      [4.8, 5.8],
      [9.2, 11.3],
    ],
    [
      [9.1, 0.7],
      [5.3, 5.7],
      [0.8, 11.4],
    ],
  ],
  l: [
    [
      [1, 0.4],
      [1.2, 6],
      [0.9, 11],
      [9.6, 11.1],
    ],
  ],
}

/** A generator of numbers from 0 to 1 (mulberry32). */
const dice = (seed) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const stirred = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((stirred ^ (stirred >>> 14)) >>> 0) / 2 ** 32
  }
}

const distance = ([px, py], [[ax, ay], [bx, by]]) => {
  const [dx, dy] = [bx - ax, by - ay]
  const t = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(px - ax - t * dx, py - ay - t * dy)
}

const segmentsOf = (stroke) => stroke.slice(1).map((end, k) => [stroke[k], end])

Object.entries(letters).forEach(([name, strokes], index) => {
  const random = dice(index + 1)
  const tilt = (random() - 0.5) * 0.05
  const wobble = ([x, y]) => [x + tilt * (6 - y) + (random() - 0.5) * 0.3, y + tilt * (x - 5) + (random() - 0.5) * 0.3]
  const segments = strokes.map((stroke) => stroke.map(wobble)).flatMap(segmentsOf)
  const pen = 0.95 + 0.1 * random()
  const image = new PNG({ width, height, colorType: 0 })
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const point = [((x + 0.5) * 10) / width, ((y + 0.5) * 12) / height]
      const edge = Math.min(...segments.map((segment) => distance(point, segment))) - pen
      const ink = Math.max(0, Math.min(1, 0.5 - edge * 8))
      const paper = 236 - 16 * (y / height) + 6 * Math.floor(random() * 3)
      const gray = Math.round(paper * (1 - ink) + (40 + 8 * Math.floor(random() * 4)) * ink)
      image.data.set([gray, gray, gray, 255], 4 * (y * width + x))
    }
  writeFileSync(
    new URL(`../examples/letter-${name}.png`, import.meta.url),
    PNG.sync.write(image, { colorType: 0, deflateLevel: 9 }),
  )
})
