/**
 * The lab as its tests drive it. Every test fails on an error in the console.
 */
import { expect, test as base, type Locator, type Page } from '@playwright/test'
import { scenes } from '../src/scenes/index.js'

export const test = base.extend<{ readonly quiet: void }>({
  quiet: [
    async ({ page }, use) => {
      const errors: Array<string> = []
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text())
      })
      page.on('pageerror', (error) => errors.push(error.message))
      await use()
      expect(errors, 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Opens an address, and waits until the scene that it asks for is there: until then the one before it still is. */
export const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  const asked = scenes.find(({ id }) => new URL(page.url()).hash.startsWith(`#/${id}`))
  await expect(
    page.locator(asked === undefined ? 'engram-scene' : `engram-scene[data-scene=${asked.id}]`),
  ).toBeVisible()
  await expect(page.getByTestId('run')).toBeVisible()
}

/** Text of one of the marked numbers. */
export const shown = (page: Page, id: string): Locator => page.getByTestId(id)

/** No delay: a run shows its end at once. */
export const withoutDelay = async (page: Page): Promise<void> => {
  await page.locator('input[name=delay]').fill('0')
}

/** The lab turns a change of state into an address after a moment: the address when it has stopped changing. */
export const address = async (page: Page, before: string): Promise<string> => {
  await expect.poll(() => page.url()).not.toBe(before)
  const settled = async (last: string): Promise<string> => {
    await page.waitForTimeout(1000)
    return page.url() === last ? last : settled(page.url())
  }
  return settled(page.url())
}
