import { address, expect, open, shown, test, withoutDelay } from './lab.js'

test('input: the trace of the lecture, update by update', async ({ page }) => {
  await open(page, '/#/input')
  const trace = [
    { net: '+1', state: '(1, 0, 1, 0)', energy: '−2', bare: '−1' },
    { net: '−2', state: '(1, 0, 1, 0)', energy: '−2', bare: '−1' },
    { net: '+2', state: '(1, 0, 1, 0)', energy: '−2', bare: '−1' },
    { net: '+2', state: '(1, 1, 1, 0)', energy: '−4', bare: '−3' },
  ]
  await expect(shown(page, 'energy-0')).toHaveText('−1')
  for (const [index, { net, state, energy, bare }] of trace.entries()) {
    await shown(page, 'step').click()
    await expect(shown(page, 'net')).toHaveText(net)
    await expect(shown(page, `net-${index + 1}`)).toHaveText(net)
    await expect(shown(page, `state-${index + 1}`)).toHaveText(state)
    await expect(shown(page, `energy-${index + 1}`)).toHaveText(energy)
    await expect(shown(page, `bare-${index + 1}`)).toHaveText(bare)
  }
  await expect(shown(page, 'live')).toHaveText('Unit 2 net +2, state (1, 1, 1, 0), E −4.')
  await withoutDelay(page)
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveText(/At rest in \(1, 1, 1, 0\)\..*fell from −1 to −4/)
})

test('input: with a quarter of the weights −x·y must not be left out', async ({ page }) => {
  await open(page, '/#/input/quarter')
  await expect(page.getByRole('switch', { name: 'E contains −x·y' })).not.toBeChecked()
  await page.getByRole('radio', { name: 'never' }).check({ force: true })
  await withoutDelay(page)
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveText(/the energy without −x·y rose once/i)
  await expect(shown(page, 'outcome')).toHaveText(/Not as you predicted/)
  await expect(shown(page, 'bare-1')).toHaveText(/▲.*0.25/)
  await page.getByRole('switch', { name: 'E contains −x·y' }).check()
  await expect(shown(page, 'verdict')).toHaveText(/the energy with −x·y fell/i)
})

test('input: the input and the start are edited by keyboard, and a link keeps them', async ({ page }) => {
  await open(page, '/#/input')
  const before = page.url()
  const first = page.getByLabel('Input of unit 1', { exact: true })
  await first.fill('-5')
  await first.press('Enter')
  await shown(page, 'start-2').focus()
  await page.keyboard.press('Space')
  await expect(shown(page, 'start-2')).toHaveAccessibleName('Start of unit 2: 1')
  await page.goto(await address(page, before))
  await page.reload()
  await expect(first).toHaveValue('−5')
  await shown(page, 'step').click()
  await expect(shown(page, 'net')).toHaveText('−3')
  await first.fill('x')
  await first.press('Enter')
  await expect(first).toHaveValue('−5')
})

test('input: weights, factor, thresholds and order are edited', async ({ page }) => {
  await open(page, '/#/input')
  await page.getByRole('radio', { name: 'W/4' }).check({ force: true })
  await page.locator('input[name=order]').fill('2 1 3 4')
  await page.locator('input[name=order]').press('Enter')
  await shown(page, 'step').click()
  await expect(shown(page, 'terms')).toHaveText('0 + (0.25)(0) + (0.25)(1) + (−0.25)(0)')
  await page.locator('[data-cell="threshold-2"]').fill('1')
  await page.locator('[data-cell="threshold-2"]').press('Enter')
  await shown(page, 'step').click()
  await expect(shown(page, 'state-1')).toHaveText('(0, 0, 1, 0)')
  await page.locator('[data-cell="weight-2-3"]').fill('6')
  await page.locator('[data-cell="weight-2-3"]').press('Enter')
  await expect(page.locator('[data-cell="weight-3-2"]')).toHaveValue('6')
  await shown(page, 'step').click()
  await expect(shown(page, 'net')).toHaveText('+1.5')
})

for (const hypothesis of ['E contains −x·y', 'One unit at a time', 'W is symmetric', 'No self-coupling is negative'])
  test(`input: without “${hypothesis}” the hunt finds an energy that rises`, async ({ page }) => {
    await open(page, '/#/input')
    await page.getByRole('switch', { name: hypothesis }).uncheck()
    await shown(page, 'hunt').click()
    await expect(shown(page, 'hunt-result')).toHaveAttribute('data-result', 'found', { timeout: 30_000 })
    await shown(page, 'load-counterexample').click()
    await shown(page, 'step').click()
    await expect(page.locator('.rise').first()).toBeVisible()
    await expect(shown(page, 'live')).toHaveText(/it rose/)
  })

test('input: with every hypothesis the hunt finds nothing', async ({ page }) => {
  await open(page, '/#/input')
  await page.getByLabel('At most').selectOption('200')
  await shown(page, 'hunt').click()
  await expect(shown(page, 'hunt-result')).toHaveAttribute('data-result', 'survived', { timeout: 30_000 })
})
