import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { scenes } from '../src/scenes/index.js'
import { expect, open, shown, test, withoutDelay } from './lab.js'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const found = async (page: Page, builder: AxeBuilder): Promise<ReadonlyArray<string>> => {
  const { violations } = await builder.analyze()
  const { colorScheme } = await page.evaluate(() => ({
    colorScheme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  }))
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${colorScheme}: ${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

const inLight = (page: Page): Promise<ReadonlyArray<string>> => found(page, new AxeBuilder({ page }).withTags(tags))

/** All rules in light colours, then in dark ones those rules that colours can break. */
const violations = async (page: Page): Promise<ReadonlyArray<string>> => {
  const light = await inLight(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await found(page, new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light, ...dark]
}

for (const { id: scene } of scenes)
  test(`${scene} has no violations of WCAG 2.2 AA before a run, and none after it in light or dark colours`, async ({
    page,
  }) => {
    await open(page, `/#/${scene}`)
    await page.getByText('Export', { exact: true }).click()
    expect(await inLight(page)).toEqual([])
    await page.keyboard.press('Escape')
    await withoutDelay(page)
    await shown(page, 'run').click()
    await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', /./)
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
