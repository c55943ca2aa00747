/**
 * Measures how long frames take while ten thousand cells with five hundred patterns are running:
 * `pnpm --filter @engram/lab frames`. A number for people to read; no test depends on it.
 */
import lz from 'lz-string'
import { open, shown, test } from './lab.js'

const state = {
  width: 100,
  height: 100,
  memory: {
    _tag: 'Patterns',
    items: [
      { _tag: 'Letter', letter: 'A' },
      ...Array.from({ length: 499 }, (_, index) => ({ _tag: 'Random', seed: index + 1 })),
    ],
    diagonal: 'zero',
  },
  cue: { _tag: 'Corrupted', kind: 'flip', percent: 30, seed: 7 },
  delay: 1,
}

const quantile = (sorted: ReadonlyArray<number>, share: number): string =>
  (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)

test('frames of a large run', async ({ page }) => {
  await open(page, `/#/recall/~1.${lz.compressToEncodedURIComponent(JSON.stringify(state))}`)
  await page.evaluate(() => {
    const frames: Array<number> = []
    const tick = (last: number) => (now: number) => {
      frames.push(now - last)
      requestAnimationFrame(tick(now))
    }
    requestAnimationFrame(tick(performance.now()))
    Object.assign(window, { frames })
  })
  const began = Date.now()
  await shown(page, 'run').click()
  await page.getByRole('button', { name: 'Pause' }).waitFor()
  const first = Date.now() - began
  await page.evaluate(() => (window as unknown as { readonly frames: Array<number> }).frames.splice(0))
  await page.waitForTimeout(2000)
  const frames = await page.evaluate(() => (window as unknown as { readonly frames: Array<number> }).frames)
  const sorted = frames.toSorted((a, b) => a - b)
  process.stdout.write(
    `first frame after Run ${first} ms; then ${frames.length} frames, median ${quantile(sorted, 0.5)} ms, ` +
      `95 % below ${quantile(sorted, 0.95)} ms, longest ${quantile(sorted, 1)} ms\n`,
  )
})
