/**
 * Takes the picture of the lab that the README shows: `pnpm --filter @engram/lab picture`.
 */
import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, open, shown, test } from './lab.js'

const picture = fileURLToPath(new URL('../../../docs/lab.png', import.meta.url))

const largest = 300_000

test('the picture for the README', async ({ page }) => {
  await open(page, '/#/recall')
  for (let steps = 0; steps < 13; steps += 1) await shown(page, 'step').click()
  await expect(shown(page, 'errors')).toHaveText('12')
  await page.evaluate(() => {
    window.scrollTo(0, 0)
    return document.fonts.ready
  })
  await page.mouse.move(0, 0)
  await page.screenshot({ path: picture })
  expect((await stat(picture)).size).toBeLessThanOrEqual(largest)
})
