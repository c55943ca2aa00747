import { address, expect, open, shown, test, withoutDelay } from './lab.js'

test('association: the ball of two orthogonal patterns', async ({ page }) => {
  await open(page, '/#/association')
  await expect(shown(page, 'bound')).toHaveText('1.414')
  await expect(shown(page, 'radius')).toHaveText('2')
  await expect(shown(page, 'output-bound')).toHaveText('8')
  await expect(shown(page, 'length')).toHaveText('1.25')
  await page.getByRole('radio', { name: 'the target' }).check({ force: true })
  await page.locator('input[name=length]').fill('0')
  for (const [index, net] of ['+8', '−8', '+8'].entries()) {
    await shown(page, 'step').click()
    await expect(shown(page, `net-${index + 1}`)).toHaveText(net)
  }
  await expect(shown(page, 'verdict')).toHaveText(/Recalled. The input is not disturbed/)
})

test('association: the radius is where the answer turns, and a link keeps it', async ({ page }) => {
  await open(page, '/#/association')
  await withoutDelay(page)
  await page.getByRole('radio', { name: 'worst' }).check({ force: true })
  await shown(page, 'run').click()
  await page.locator('input[name=length]').fill('1.99')
  await expect(shown(page, 'verdict')).toHaveText(/Recalled. ‖δ‖ is below the exact radius/)
  const before = page.url()
  await page.locator('input[name=length]').fill('2.01')
  await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', 'other')
  await page.goto(await address(page, before))
  await page.reload()
  await expect(shown(page, 'length')).toHaveText('2.01')
  await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', 'other')
})

test('association: letters are recalled with a third of their cells wrong, by keyboard alone', async ({ page }) => {
  await open(page, '/#/association/letters')
  await page.locator('input[name=flips]').focus()
  for (let flips = 0; flips < 21; flips += 1) await page.keyboard.press('ArrowRight')
  await expect(page.getByText('21 of 63')).toBeVisible()
  await page.locator('input[name=delay]').focus()
  await page.keyboard.press('Home')
  await shown(page, 'run').focus()
  await page.keyboard.press('Enter')
  await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', 'perfect')
  await expect(shown(page, 'live')).toHaveText(/^Recalled\./)
  await page.getByRole('grid', { name: 'Stored input 1' }).focus()
  await page.keyboard.press('Space')
  await expect(shown(page, 'caption')).toHaveText('not started')
})

for (const hypothesis of ['The inputs are orthogonal', 'The targets are bipolar'])
  test(`association: without “${hypothesis}” the hunt finds what is not recalled`, async ({ page }) => {
    await open(page, '/#/association')
    await page.getByRole('switch', { name: hypothesis }).uncheck()
    await shown(page, 'hunt').click()
    await expect(shown(page, 'hunt-result')).toHaveAttribute('data-result', 'found', { timeout: 30_000 })
    await shown(page, 'load-counterexample').click()
    await withoutDelay(page)
    await shown(page, 'run').click()
    await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', 'other')
  })

test('association: with both hypotheses the hunt finds nothing', async ({ page }) => {
  await open(page, '/#/association')
  await page.getByLabel('At most').selectOption('200')
  await shown(page, 'hunt').click()
  await expect(shown(page, 'hunt-result')).toHaveAttribute('data-result', 'survived', { timeout: 30_000 })
})
