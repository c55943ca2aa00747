import { gzipSync } from 'node:zlib'
import { scenes } from '../src/scenes/index.js'
import { expect, open, shown, test, withoutDelay } from './lab.js'

/** lab.md: what must be loaded before the first scene can be used. */
const budget = 60_000

for (const { id: scene } of scenes)
  test(`no more than ${budget} bytes of script come before ${scene}`, async ({ page }) => {
    const scripts = new Map<string, number>()
    page.on('response', async (response) => {
      if (response.request().resourceType() === 'script')
        scripts.set(response.url(), gzipSync(await response.body(), { level: 9 }).length)
    })
    await open(page, `/#/${scene}`)
    await page.waitForLoadState('networkidle')
    const total = [...scripts.values()].reduce((sum, size) => sum + size, 0)
    test.info().annotations.push({ type: 'script', description: `${total} bytes, gzipped` })
    expect(total).toBeGreaterThan(10_000)
    expect(total).toBeLessThanOrEqual(budget)
  })

test('scenes follow the address, forwards and back', async ({ page }) => {
  await open(page, '/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recall on a grid')
  await page.getByRole('link', { name: 'All states' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All states of a small net')
  await expect(page).toHaveTitle(/All states/)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recall on a grid')
})

test('what was done last in a scene that is left does not bring its address back', async ({ page }) => {
  await open(page, '/#/recall')
  await shown(page, 'step').click()
  await page.evaluate(() => {
    location.hash = '#/states'
  })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All states of a small net')
  await page.waitForTimeout(1000)
  expect(new URL(page.url()).hash).toBe('#/states')
})

test('the colours are chosen and kept', async ({ page }) => {
  await open(page, '/#/recall')
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await background()
  await shown(page, 'theme').click()
  await shown(page, 'theme').click()
  await expect(shown(page, 'theme')).toHaveAccessibleName('Colours: dark')
  const dark = await background()
  expect(dark).not.toBe(light)
  await page.reload()
  await expect(shown(page, 'run')).toBeVisible()
  expect(await background()).toBe(dark)
})

test('an embedded scene has no frame, and hides what its link says', async ({ page }) => {
  await open(page, '/?embed=1&hide=hunt,claim,header#/recall/two-neurons')
  await expect(page.getByRole('banner')).toHaveCount(0)
  await expect(page.getByRole('contentinfo')).toHaveCount(0)
  await expect(shown(page, 'hunt')).toHaveCount(0)
  await expect(page.getByRole('switch', { name: 'One unit at a time' })).toHaveCount(0)
  await shown(page, 'step').click()
  await expect(shown(page, 'caption')).toContainText('sweep 1')
})

test('who prefers less motion sees steps and ends, no run', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, '/#/recall')
  await page.locator('input[name=delay]').press('End')
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', 'perfect')
})

test('an oscillation goes on until it is paused', async ({ page }) => {
  await open(page, '/#/recall/two-neurons')
  await shown(page, 'run').click()
  await expect(shown(page, 'caption')).toContainText('sweep 2')
  await expect(shown(page, 'caption')).toContainText('sweep 1 ·')
  await expect(shown(page, 'caption')).toContainText('sweep 2')
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible()
})

for (const width of [360, 768])
  test(`nothing is cut off at a width of ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    // Not for a moment either: an error in the console fails the test.
    await page.addInitScript(() => {
      const look = (): void => {
        if (document.documentElement.scrollWidth > window.innerWidth) console.error(`too wide: ${location.hash}`)
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    for (const scene of [...scenes.map(({ id }) => id), 'states/six', 'association/letters']) {
      await open(page, `/#/${scene}`)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, scene).toBeLessThanOrEqual(0)
    }
  })

test('from right to left the grids and formulas stay as they are', async ({ page }) => {
  await open(page, '/#/recall')
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  const left = async (selector: string): Promise<number> => (await page.locator(selector).first().boundingBox())?.x ?? 0
  expect(await left('[data-panel=stored]')).toBeGreaterThan(await left('[data-panel=current]'))
  expect(await left('section.controls')).toBeLessThan(await left('section.figure'))
  await expect(page.locator('.formula').first()).toHaveCSS('direction', 'ltr')
  await expect(page.locator('engram-pixels').first()).toHaveCSS('direction', 'ltr')
  await withoutDelay(page)
  await shown(page, 'run').click()
  await expect(shown(page, 'errors')).toHaveText('0')
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})

test('the code and the laws behind a scene can be read', async ({ page, request }) => {
  for (const { id: scene } of scenes) {
    await open(page, `/#/${scene}`)
    const links = await page
      .locator('section.links a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
    expect(links.length).toBeGreaterThanOrEqual(3)
    for (const link of links) {
      const response = await request.get(link)
      expect(response.headers()['content-type'], link).toContain('text/plain')
      expect(await response.text(), link).toContain('export')
    }
  }
})

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' })

  test('the lab opens again', async ({ page, context }) => {
    await open(page, '/#/recall')
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await page.reload()
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
    await context.setOffline(true)
    await page.reload()
    await open(page, '/#/states')
    await shown(page, 'step').click()
    await expect(shown(page, 'current')).toHaveText('G')
    await shown(page, 'hunt').click()
    await page.getByRole('button', { name: 'Cancel' }).or(shown(page, 'hunt-result')).first().waitFor()
  })
})
