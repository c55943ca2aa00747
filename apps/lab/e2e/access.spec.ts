import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
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

const violations = async (page: Page): Promise<ReadonlyArray<string>> => {
  const { violations: found } = await new AxeBuilder({ page }).withTags(rules).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme })

    for (const { id: scene } of scenes)
      test(`${scene} has no violations of WCAG 2.2 AA, before a run and after it`, async ({ page }) => {
        await open(page, `/#/${scene}`)
        await page.getByText('Export', { exact: true }).click()
        expect(await violations(page)).toEqual([])
        await page.keyboard.press('Escape')
        await withoutDelay(page)
        await shown(page, 'run').click()
        await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', endings[scene] ?? /./)
        expect(await violations(page)).toEqual([])
      })

    for (const scene of ['recall/two-neurons', 'states/swing', 'auto/swing', 'input/together', 'bam/swing'])
      test(`${scene}, where a hypothesis is broken, has none`, async ({ page }) => {
        await open(page, `/#/${scene}`)
        await shown(page, 'step').click()
        await shown(page, 'step').click()
        await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', /oscillating|cycle/)
        expect(await violations(page)).toEqual([])
      })

    test('a counterexample has none either', async ({ page }) => {
      await open(page, '/#/states')
      await page.getByRole('switch', { name: 'W is symmetric' }).uncheck()
      await shown(page, 'hunt').click()
      await expect(shown(page, 'load-counterexample')).toBeVisible({ timeout: 30_000 })
      expect(await violations(page)).toEqual([])
      await shown(page, 'load-counterexample').click()
      expect(await violations(page)).toEqual([])
    })
  })
