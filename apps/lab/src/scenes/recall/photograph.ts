/**
 * A picture from the user's disk as a pattern: scaled to the grid, then split at the threshold of Otsu (1979),
 * the smaller part becoming the drawing on the larger ground.
 */
import { toText } from './bits.js'
import type { Item } from './document.js'

const levels = 256

/** The threshold between dark and bright that leaves the least variance within the two. */
export const otsu = (greys: ReadonlyArray<number>): number => {
  const counts = greys.reduce<ReadonlyArray<number>>(
    (total, grey) => total.with(grey, (total[grey] ?? 0) + 1),
    Array.from({ length: levels }, () => 0),
  )
  const sum = greys.reduce((total, grey) => total + grey, 0)
  let below = 0
  let sumBelow = 0
  let best = { threshold: 127, variance: -1 }
  counts.forEach((count, level) => {
    below += count
    sumBelow += count * level
    const above = greys.length - below
    if (below === 0 || above === 0) return
    const distance = sumBelow / below - (sum - sumBelow) / above
    const variance = below * above * distance * distance
    if (variance > best.variance) best = { threshold: level, variance }
  })
  return best.threshold
}

export const toSpins = (greys: ReadonlyArray<number>): ReadonlyArray<-1 | 1> => {
  const threshold = otsu(greys)
  const dark = greys.filter((grey) => grey <= threshold).length
  return greys.map((grey) => (grey <= threshold === dark <= greys.length / 2 ? 1 : -1))
}

/** The picture in a file, or nothing if the browser cannot read it as one. */
export const readPicture = async (file: File, width: number, height: number): Promise<Item | undefined> => {
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (bitmap === undefined) return undefined
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return undefined
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  const scale = Math.min(width / bitmap.width, height / bitmap.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(
    bitmap,
    (width - bitmap.width * scale) / 2,
    (height - bitmap.height * scale) / 2,
    bitmap.width * scale,
    bitmap.height * scale,
  )
  const { data } = context.getImageData(0, 0, width, height)
  const greys = Array.from({ length: width * height }, (_, index) =>
    Math.round(
      0.299 * (data[4 * index] ?? 0) + 0.587 * (data[4 * index + 1] ?? 0) + 0.114 * (data[4 * index + 2] ?? 0),
    ),
  )
  return { _tag: 'Drawing', width, height, pixels: toText(toSpins(greys)) }
}
