/**
 * Draws the two dozen example pictures: `pnpm --filter @engram/cli pictures`.
 *
 * Each is a list of shapes on a field of 32 by 32 cells, painted one over the other in shades from 0 (paper) to 1 (ink);
 * every cell is the mean of 16 samples.
 */
import { writeFileSync } from 'node:fs'
import { PNG } from 'pngjs'

const side = 32
const samples = 4

/** Shapes are distances to their edge, negative inside. */
const disc = (cx, cy, r) => (x, y) => Math.hypot(x - cx, y - cy) - r
const oval = (cx, cy, rx, ry) => (x, y) => (Math.hypot((x - cx) / rx, (y - cy) / ry) - 1) * Math.min(rx, ry)
const ring = (cx, cy, r, width) => (x, y) => Math.abs(Math.hypot(x - cx, y - cy) - r) - width / 2
const box = (left, top, right, bottom) => (x, y) => Math.max(left - x, x - right, top - y, y - bottom)
const line = (ax, ay, bx, by, width) => (x, y) => {
  const [dx, dy] = [bx - ax, by - ay]
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy) - width / 2
}
const polygon =
  (...corners) =>
  (x, y) => {
    const inside = corners.reduce((odd, [ax, ay], k) => {
      const [bx, by] = corners[(k + 1) % corners.length]
      return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !odd : odd
    }, false)
    return inside ? -1 : 1
  }
const without = (a, b) => (x, y) => Math.max(a(x, y), -b(x, y))
const both = (a, b) => (x, y) => Math.max(a(x, y), b(x, y))
const star = (cx, cy, points, outer, inner, turn = -Math.PI / 2) =>
  polygon(
    ...Array.from({ length: 2 * points }, (_, k) => {
      const [r, a] = [k % 2 === 0 ? outer : inner, turn + (k * Math.PI) / points]
      return [cx + r * Math.cos(a), cy + r * Math.sin(a)]
    }),
  )
const around = (count, make, turn = 0) =>
  Array.from({ length: count }, (_, k) => make(turn + (2 * Math.PI * k) / count))
const at = (cx, cy, r, a) => [cx + r * Math.cos(a), cy + r * Math.sin(a)]
const field = () => -1

/** A shade that goes from one value to another down the picture. */
const fade = (from, to) => (_, y) => from + ((to - from) * y) / side

/** What to paint, and how dark. */
const pictures = {
  sun: [
    ...around(12, (a) => [line(...at(16, 16, 10, a), ...at(16, 16, 15, a), 1.8), 0.7]),
    [disc(16, 16, 8.5), 1],
    [disc(16, 16, 6.5), 0.45],
  ],
  moon: [
    [field, 0.85],
    [without(disc(15, 16, 11), disc(20, 13, 10)), 0.05],
    [star(25, 8, 5, 3.4, 1.4), 0],
    [star(24, 23, 4, 2.6, 0.9), 0.2],
  ],
  star: [
    [star(16, 17, 5, 15, 6), 1],
    [star(16, 17, 5, 10, 4), 0.35],
  ],
  heart: [
    [disc(10, 11, 7), 0.9],
    [disc(22, 11, 7), 0.9],
    [polygon([3.6, 13.5], [28.4, 13.5], [16, 29]), 0.9],
    [disc(9, 9, 2.2), 0.2],
  ],
  house: [
    [field, 0.12],
    [box(0, 27, 32, 32), 0.55],
    [box(22, 5, 25, 12), 0.8],
    [polygon([3, 15], [16, 3], [29, 15]), 1],
    [box(6, 15, 26, 28), 0.4],
    [box(13, 20, 19, 28), 0.95],
    [box(8, 17, 12, 21), 0],
    [box(20, 17, 24, 21), 0],
  ],
  tree: [
    [box(14, 20, 18, 31), 0.95],
    [disc(16, 11, 8.5), 0.6],
    [disc(9, 14, 6), 0.7],
    [disc(23, 14, 6), 0.7],
    [disc(12, 9, 1.4), 0.1],
    [disc(20, 11, 1.4), 0.1],
    [disc(15, 15, 1.4), 0.1],
  ],
  boat: [
    [box(0, 24, 32, 32), fade(0.2, 0.8)],
    [line(15, 3, 15, 22, 1.4), 1],
    [polygon([16.5, 4], [16.5, 19], [28, 19]), 0.3],
    [polygon([13.5, 7], [13.5, 19], [5, 19]), 0.6],
    [polygon([3, 21], [29, 21], [24, 27], [8, 27]), 1],
  ],
  fish: [
    [field, 0.3],
    [oval(14, 16, 11, 7), 0.85],
    [polygon([22, 16], [31, 8], [29, 16], [31, 24]), 0.85],
    [polygon([12, 10], [19, 10], [18, 5]), 0.85],
    [disc(8, 14, 1.9), 0],
    [disc(8, 14, 0.9), 1],
    [both(ring(16, 16, 4.5, 1), box(16, 10, 25, 22)), 0.4],
  ],
  cat: [
    [polygon([4, 3], [14, 9], [5, 16]), 0.8],
    [polygon([28, 3], [18, 9], [27, 16]), 0.8],
    [oval(16, 18, 12.5, 11), 0.8],
    [oval(11, 16, 2.8, 2.2), 0],
    [oval(21, 16, 2.8, 2.2), 0],
    [oval(11, 16, 0.9, 2.2), 1],
    [oval(21, 16, 0.9, 2.2), 1],
    [polygon([14.5, 20], [17.5, 20], [16, 22]), 0.1],
    [line(16, 22, 13, 24.5, 1), 0.1],
    [line(16, 22, 19, 24.5, 1), 0.1],
  ],
  owl: [
    [field, 0.6],
    [oval(16, 18, 10, 13), 0.2],
    [polygon([6, 4], [13, 8], [7, 13]), 0.2],
    [polygon([26, 4], [19, 8], [25, 13]), 0.2],
    [disc(11, 13, 4.6), 0],
    [disc(21, 13, 4.6), 0],
    [disc(11, 13, 2.4), 1],
    [disc(21, 13, 2.4), 1],
    [polygon([14, 16], [18, 16], [16, 20.5]), 0.9],
    ...[22, 25, 28].map((y) => [line(11, y, 21, y, 1.2), 0.7]),
  ],
  cup: [
    [ring(24, 17, 5, 2.2), 0.9],
    [polygon([5, 10], [24, 10], [22, 28], [7, 28]), 0.9],
    [oval(14.5, 10, 9.5, 2.6), 0.35],
    [line(10, 6, 12, 1, 1.2), 0.35],
    [line(16, 6, 18, 1, 1.2), 0.35],
    [box(8, 16, 21, 19), 0.2],
  ],
  key: [
    [field, 0.15],
    [ring(9, 9, 5.5, 4), 0.95],
    [line(13, 13, 27, 27, 3), 0.95],
    [line(23, 23, 27, 19, 2.4), 0.95],
    [line(27, 27, 30, 24, 2.4), 0.95],
  ],
  flower: [
    [line(16, 16, 16, 31, 1.8), 0.9],
    [oval(11, 26, 4.5, 2), 0.6],
    [oval(21, 24, 4.5, 2), 0.6],
    ...around(8, (a) => [disc(...at(16, 11, 6.5, a), 3.3), 0.45]),
    [disc(16, 11, 4), 1],
  ],
  mushroom: [
    [box(0, 28, 32, 32), 0.5],
    [polygon([12, 15], [20, 15], [22, 29], [10, 29]), 0.25],
    [both(oval(16, 16, 14, 13), box(0, 0, 32, 16)), 0.9],
    [disc(10, 10, 2.4), 0],
    [disc(17, 7.5, 2.2), 0],
    [disc(22, 12, 2.6), 0],
  ],
  umbrella: [
    [both(disc(16, 16, 13.5), box(0, 0, 32, 16)), 0.75],
    ...[6.9, 16, 25.1].map((x) => [disc(x, 17, 4.4), 0]),
    [line(16, 12, 16, 27, 1.6), 1],
    [both(ring(13, 27, 3, 1.6), box(0, 27, 32, 32)), 1],
    [line(16, 1, 16, 4, 1.4), 1],
  ],
  anchor: [
    [field, 0.4],
    [ring(16, 5.5, 3, 2), 1],
    [line(16, 8, 16, 28, 2.6), 1],
    [line(9, 12, 23, 12, 2.4), 1],
    [both(ring(16, 17, 11, 2.6), box(0, 18, 32, 32)), 1],
    [polygon([2, 20], [8, 18], [6, 24]), 1],
    [polygon([30, 20], [24, 18], [26, 24]), 1],
  ],
  snail: [
    [line(4, 28, 27, 28, 3.6), 0.5],
    [line(26, 27, 28, 17, 3), 0.5],
    [line(28, 17, 30.5, 12, 1), 0.7],
    [line(27.5, 17, 26, 12, 1), 0.7],
    [disc(13, 18, 10), 0.85],
    [ring(13, 18, 7, 1.6), 0.2],
    [ring(14, 18, 3.6, 1.6), 0.2],
    [line(14, 14.5, 21, 13, 1.4), 0.2],
  ],
  clock: [
    [field, 0.05],
    [disc(16, 16, 14.5), 0.85],
    [disc(16, 16, 12), 0],
    ...around(12, (a) => [line(...at(16, 16, 9.6, a), ...at(16, 16, 11, a), 1.2), 0.7]),
    [line(16, 16, 16, 7, 1.8), 1],
    [line(16, 16, 22, 19, 2.2), 1],
  ],
  kite: [
    [field, fade(0.4, 0)],
    [polygon([20, 2], [29, 11], [17, 23], [11, 8]), 0.95],
    [polygon([20, 2], [29, 11], [18, 12]), 0.5],
    [polygon([17, 23], [11, 8], [18, 12]), 0.5],
    [line(17, 23, 11, 26, 1), 0.9],
    [line(11, 26, 8, 25, 1), 0.9],
    [line(8, 25, 3, 30, 1), 0.9],
  ],
  apple: [
    [disc(11.5, 19, 9), 0.65],
    [disc(20.5, 19, 9), 0.65],
    [disc(16, 22, 8.5), 0.65],
    [line(16, 12, 18, 4, 1.8), 1],
    [oval(22, 6, 4.4, 2), 0.9],
    [disc(9, 15, 2.4), 0.1],
  ],
  robot: [
    [box(4, 9, 28, 30), 0.55],
    [line(16, 9, 16, 3, 1.4), 0.9],
    [disc(16, 3, 2), 0.9],
    [box(7, 13, 14, 19), 0],
    [box(18, 13, 25, 19), 0],
    [box(9, 15, 12, 18), 1],
    [box(20, 15, 23, 18), 1],
    [box(8, 23, 24, 27), 1],
    ...[11, 15, 19].map((x) => [box(x, 23, x + 1.4, 27), 0.2]),
  ],
  rocket: [
    [field, 0.95],
    [polygon([7, 27], [11, 18], [11, 25]), 0.5],
    [polygon([25, 27], [21, 18], [21, 25]), 0.5],
    [both(oval(16, 15, 6, 14), box(0, 0, 32, 25)), 0.1],
    [disc(16, 12, 2.8), 0.8],
    [polygon([12, 25], [20, 25], [16, 31.5]), 0.35],
    ...[
      [4, 6],
      [27, 9],
      [5, 17],
      [28, 20],
    ].map(([x, y]) => [disc(x, y, 1), 0]),
  ],
  balloon: [
    [field, fade(0, 0.35)],
    [disc(16, 12, 10.5), 0.8],
    [oval(16, 12, 6, 10.5), 0.3],
    [oval(16, 12, 2.4, 10.5), 0.8],
    [line(10, 20, 13, 26, 0.9), 1],
    [line(22, 20, 19, 26, 0.9), 1],
    [box(12, 26, 20, 31), 1],
  ],
  mountain: [
    [field, fade(0, 0.25)],
    [disc(25, 7, 4), 0.6],
    [polygon([12, 32], [23, 13], [32, 26], [32, 32]), 0.5],
    [polygon([0, 32], [0, 26], [12, 6], [26, 32]), 0.9],
    [polygon([12, 6], [7.6, 13.4], [10.5, 12], [12, 15], [14, 12], [16, 13.6]), 0],
  ],
}

const shadeAt = (shapes, x, y) =>
  shapes.reduce((shade, [shape, paint]) => {
    if (shape(x, y) > 0) return shade
    return typeof paint === 'function' ? paint(x, y) : paint
  }, 0)

Object.entries(pictures).forEach(([name, shapes]) => {
  const image = new PNG({ width: side, height: side, colorType: 0 })
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      let sum = 0
      for (let k = 0; k < samples ** 2; k++)
        sum += shadeAt(shapes, x + ((k % samples) + 0.5) / samples, y + (Math.floor(k / samples) + 0.5) / samples)
      const gray = Math.round(255 * (1 - sum / samples ** 2))
      image.data.set([gray, gray, gray, 255], 4 * (y * side + x))
    }
  writeFileSync(
    new URL(`../examples/pictures/${name}.png`, import.meta.url),
    PNG.sync.write(image, { colorType: 0, deflateLevel: 9 }),
  )
})
