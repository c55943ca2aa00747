/**
 * PNG images as shades of gray.
 *
 * Convention: transparent parts show white paper; colours count by their luma (ITU-R BT.709).
 *             Palettes, 1 to 16 bits, gray and colour, interlaced or not: all that the format allows.
 */
import { either as E } from 'fp-ts'
import { PNG } from 'pngjs'
import type { Gray } from './Gray.js'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Whether bytes begin as a PNG image does. */
export const isPng = (bytes: Uint8Array): boolean => signature.every((byte, k) => bytes[k] === byte)

/** An image that claims to be larger is not decoded. */
const mostPixels = 2 ** 26

const pixelsOf = (bytes: Uint8Array): number => {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return bytes.byteLength < 24 ? 0 : header.getUint32(16) * header.getUint32(20)
}

const toGray = ({ data, height, width }: PNG): Gray => {
  const channel = (pixel: number, c: number): number => (data[4 * pixel + c] ?? 0) / 255
  return {
    width,
    height,
    darkness: Float64Array.from({ length: width * height }, (_, k) => {
      const luma = 0.2126 * channel(k, 0) + 0.7152 * channel(k, 1) + 0.0722 * channel(k, 2)
      return channel(k, 3) * (1 - luma)
    }),
  }
}

/** An image of 8-bit grays. */
export const encode = ({ darkness, height, width }: Gray): Uint8Array => {
  const image = new PNG({ width, height, colorType: 0 })
  const pixels = Uint8Array.from({ length: 4 * width * height }, (_, k) =>
    k % 4 === 3 ? 255 : Math.round(255 * (1 - (darkness[k >> 2] ?? 0))),
  )
  image.data.set(pixels)
  return PNG.sync.write(image, { colorType: 0, deflateLevel: 9 })
}

/** An image, or why it is none. */
export const decode = (bytes: Uint8Array): E.Either<string, Gray> => {
  if (!isPng(bytes)) return E.left('is not a PNG image')
  if (pixelsOf(bytes) > mostPixels) return E.left('is too large: at most 64 megapixels are read')
  return E.tryCatch(
    () => toGray(PNG.sync.read(Buffer.from(bytes))),
    () => 'is a damaged PNG image, or only a part of one',
  )
}
