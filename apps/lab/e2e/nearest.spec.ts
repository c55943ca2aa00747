import { address, expect, open, shown, test, withoutDelay } from './lab.js'

test('nearest: one cell off O the net carries the probe to a mixture', async ({ page }) => {
  await open(page, '/#/nearest')
  await expect(shown(page, 'failures')).toHaveText('elsewhere from 324 of 512 states')
  await expect(shown(page, 'recalled-1')).toHaveText('23')
  await expect(shown(page, 'verdict')).toHaveText('Nearest to the probe is pattern 3 at distance 1.')
  await expect(shown(page, 'radius-3')).toHaveText('0')
  await expect(shown(page, 'guarantee')).toHaveText(
    'The radius of pattern 3 is 0: not even one wrong cell is sure to be repaired. The probe, at distance 1, lies outside.',
  )
  await page.getByRole('radio', { name: 'in the nearest pattern' }).press('Space')
  await withoutDelay(page)
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveText(
    /In none that was stored\. It rests at distance 2 from pattern 3, the nearest to the probe: the sign of − ?pattern 1 \+ pattern 2 \+ pattern 3/,
  )
  await expect(shown(page, 'distance-2')).toHaveText('1')
  await expect(shown(page, 'outcome')).toHaveText(/Not as you predicted/)
  await expect(shown(page, 'guarantee')).toHaveText(/The state in which it ends has radius \d\.$/)
})

test('nearest: a mixture one cell off L stays', async ({ page }) => {
  await open(page, '/#/nearest/stuck')
  await shown(page, 'step').click()
  await expect(shown(page, 'distance-2')).toHaveText('1')
  await withoutDelay(page)
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveText(/rests at distance 1 from pattern 2/)
})

test('nearest: the probe is chosen on the map, by pointer and by keyboard, and a link keeps it', async ({ page }) => {
  await open(page, '/#/nearest')
  const before = page.url()
  const map = shown(page, 'end-map')
  await map.click({ position: { x: 3, y: 3 } })
  await expect(shown(page, 'verdict')).toHaveText(/Nearest to the probe is/)
  const cell = map.getByRole('gridcell')
  await expect(cell).toHaveAccessibleName(/^−−−−−−−−−: nearest is/)
  await map.getByRole('grid').focus()
  await page.keyboard.press('ArrowRight')
  await expect(cell).toHaveAccessibleName(/^−−−−−−−−\+: nearest is/)
  await expect(cell).toHaveAttribute('aria-selected', 'false')
  const first = await address(page, before)
  await page.keyboard.press('Enter')
  await expect(cell).toHaveAttribute('aria-selected', 'true')
  await page.goto(await address(page, first))
  await page.reload()
  await expect(cell).toHaveAccessibleName(/^−−−−−−−−\+: nearest is/)
})

test('nearest: patterns and probe are drawn, and the map follows', async ({ page }) => {
  await open(page, '/#/nearest/single')
  await expect(shown(page, 'failures')).toHaveText('elsewhere from 256 of 512 states')
  const probe = page.getByRole('grid', { name: /^Probe/ })
  await probe.focus()
  const before = await shown(page, 'distance-1').textContent()
  await page.keyboard.press('Space')
  await expect(shown(page, 'distance-1')).not.toHaveText(before ?? '')
  await page.getByRole('button', { name: 'Pattern', exact: true }).click()
  await expect(shown(page, 'distance-2')).toBeVisible()
  await open(page, '/#/nearest')
  await page.getByRole('grid', { name: /^Stored pattern 2/ }).focus()
  await page.keyboard.press('Space')
  await expect(shown(page, 'failures')).not.toHaveText('elsewhere from 324 of 512 states')
})

for (const { hypothesis, verdict } of [
  { hypothesis: 'One pattern is stored', verdict: /In none|Another|A negative|never rests/ },
  { hypothesis: 'Nearer to it than to a negative', verdict: /A negative|never rests/ },
])
  test(`nearest: without “${hypothesis}” the hunt finds a net that ends elsewhere`, async ({ page }) => {
    await open(page, '/#/nearest/single')
    await page.getByRole('switch', { name: hypothesis }).uncheck()
    await shown(page, 'hunt').click()
    await expect(shown(page, 'hunt-result')).toHaveAttribute('data-result', 'found', { timeout: 30_000 })
    await shown(page, 'load-counterexample').click()
    await withoutDelay(page)
    await shown(page, 'run').click()
    await expect(shown(page, 'verdict')).toHaveText(verdict)
  })

test('nearest: with one pattern alone the hunt finds nothing', async ({ page }) => {
  await open(page, '/#/nearest/single')
  await page.getByLabel('At most').selectOption('200')
  await shown(page, 'hunt').click()
  await expect(shown(page, 'hunt-result')).toHaveAttribute('data-result', 'survived', { timeout: 30_000 })
})
