import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { scenes } from '../src/scenes/index.js'
import { expect, open, shown, test, withoutDelay } from './lab.js'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** How runs of these scenes end as they open. */
const endings: Readonly<Record<string, RegExp>> = {
  recall: /perfect|rest/,
  states: /perfect|rest/,
  association: /perfect|rest/,
  auto: /perfect|rest/,
}

/** Buttons change their colours slowly; a selector sees into the shadow trees, which the document does not. */
const settled = async (page: Page): Promise<void> => {
  await page.locator('*').evaluateAll(async (all) => {
    const running = all.flatMap((element) => element.getAnimations({ subtree: true }))
    await Promise.all(running.map(({ finished }) => finished))
  })
}

/** axe runs in the page itself, which has no frames; it puts itself at the window, whose type knows nothing of it. */
const violations = async (page: Page): Promise<ReadonlyArray<string>> => {
  const found = await page.evaluate(async (tags) => {
    return (await (window as unknown as { axe: typeof axe }).axe.run({ runOnly: tags, resultTypes: ['violations'] }))
      .violations
  }, rules)
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

const expectNoViolations = async (page: Page): Promise<void> => {
  expect(page.frames()).toHaveLength(1)
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await settled(page)
    expect(await violations(page), `in ${colorScheme} colours`).toEqual([])
  }
}

for (const { id: scene } of scenes)
  test(`${scene} has no violations of WCAG 2.2 AA, before a run and after it`, async ({ page }) => {
    await open(page, `/#/${scene}`)
    await page.getByText('Export', { exact: true }).click()
    await expectNoViolations(page)
    await page.keyboard.press('Escape')
    await withoutDelay(page)
    await shown(page, 'run').click()
    await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', endings[scene] ?? /./)
    await expectNoViolations(page)
  })

for (const scene of ['recall/two-neurons', 'states/swing', 'auto/swing', 'input/together', 'bam/swing'])
  test(`${scene}, where a hypothesis is broken, has none`, async ({ page }) => {
    await open(page, `/#/${scene}`)
    await shown(page, 'step').click()
    await shown(page, 'step').click()
    await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', /oscillating|cycle/)
    await expectNoViolations(page)
  })

test('a counterexample has none either', async ({ page }) => {
  await open(page, '/#/states')
  await page.getByRole('switch', { name: 'W is symmetric' }).uncheck()
  await shown(page, 'hunt').click()
  await expect(shown(page, 'load-counterexample')).toBeVisible({ timeout: 30_000 })
  await expectNoViolations(page)
  await shown(page, 'load-counterexample').click()
  await expectNoViolations(page)
})
