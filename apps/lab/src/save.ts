/**
 * Taking a figure home: as a picture, a drawing, a table, or data.
 */

const saveBlob = (name: string, blob: Blob): void => {
  const url = URL.createObjectURL(blob)
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

export const saveText = (name: string, type: string, text: string): void =>
  saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }))

const pixelsPerUnit = 2

/** The drawing as a PNG; the browser paints it. */
export const savePng = async (name: string, drawing: string): Promise<void> => {
  const image = new Image()
  const url = URL.createObjectURL(new Blob([drawing], { type: 'image/svg+xml' }))
  image.src = url
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * pixelsPerUnit
  canvas.height = image.naturalHeight * pixelsPerUnit
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(url)
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (blob !== null) saveBlob(name, blob)
}
