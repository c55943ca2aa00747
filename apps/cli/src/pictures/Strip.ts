/**
 * Pictures side by side, as one image.
 */
import type { Gray } from './Gray.js'

/** The longest side of a picture in the image, in pixels, unless it has more cells. */
const usual = 256

/** Between pictures, and around them. */
const margin = 8

/** The shade of the margin: neither paper nor ink. */
const mount = 0.4

/** Pictures of one size next to each other, each cell a square of pixels. */
export const strip = (pictures: ReadonlyArray<Gray>): Gray => {
  const { height = 1, width = 1 } = pictures[0] ?? {}
  const scale = Math.max(1, Math.floor(usual / Math.max(width, height)))
  const pitch = width * scale + margin
  const size = { width: pictures.length * pitch + margin, height: height * scale + 2 * margin }
  const pixel = (x: number, y: number): number => {
    const [column, row] = [x - margin, y - margin]
    const index = Math.floor(column / pitch)
    const [i, j] = [Math.floor((column - index * pitch) / scale), Math.floor(row / scale)]
    const inside = column >= 0 && row >= 0 && i < width && j < height
    return inside ? (pictures[index]?.darkness[j * width + i] ?? mount) : mount
  }
  return {
    ...size,
    darkness: Float64Array.from({ length: size.width * size.height }, (_, k) =>
      pixel(k % size.width, Math.floor(k / size.width)),
    ),
  }
}
