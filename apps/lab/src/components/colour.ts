/** Red, green and blue, from 0 to 255. */
export type Channels = readonly [number, number, number]

/** A colour as the canvas understands it. */
export const channelsOf = (context: CanvasRenderingContext2D, colour: string): Channels => {
  context.fillStyle = colour
  const [red = 0, green = 0, blue = 0] = (context.fillStyle.match(/[\da-f]{2}/gi) ?? []).map((digits) =>
    Number.parseInt(digits, 16),
  )
  return [red, green, blue]
}
