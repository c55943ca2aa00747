import { address, expect, open, shown, test, withoutDelay } from './lab.js'

test('bam: a letter calls up its code, the code its letter', async ({ page }) => {
  await open(page, '/#/bam')
  await expect(shown(page, 'energy-0')).toHaveText('0')
  await shown(page, 'step').click()
  await expect(shown(page, 'receives-y')).toHaveText('(−14, 16)')
  await expect(shown(page, 'sums-1')).toHaveText('(−14, 16)')
  await expect(shown(page, 'values-y')).toHaveText('(−1, 1)')
  await expect(shown(page, 'holds-y')).toHaveText('code of A')
  await expect(shown(page, 'energy')).toHaveText('−30')
  await expect(shown(page, 'live')).toHaveText('Y answers: y (−1, 1), 2 cells changed, L −30.')
  await page.getByRole('radio', { name: 'C', exact: true }).first().check({ force: true })
  await shown(page, 'step').click()
  await expect(shown(page, 'receives-y')).toHaveText('(14, 16)')
  await expect(shown(page, 'values-y')).toHaveText('(1, 1)')
  await page.getByRole('radio', { name: 'y alone' }).check({ force: true })
  await expect(shown(page, 'holds-x')).toHaveText('nothing known')
  await shown(page, 'step').click()
  await expect(shown(page, 'holds-x')).toHaveText('C')
  await withoutDelay(page)
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveText(/Recalled: C\..*L fell from 0 to −30, as low as it can be/)
})

for (const { id, sums, energies, verdict } of [
  {
    id: 'spurious',
    sums: ['', '(0, 16)', '', '(0, 16)'],
    energies: ['0', '−16', '−16', '−16', '−16'],
    verdict: 'spurious',
  },
  {
    id: 'hint',
    sums: ['', '(−14, 16)', '', '(−14, 16)'],
    energies: ['0', '−16', '−30', '−30', '−30'],
    verdict: 'perfect',
  },
  {
    id: 'less',
    sums: ['', '(−6, 16)', '', '(−14, 16)', '', '(−14, 16)'],
    energies: ['0', '−16', '−22', '−30', '−30', '−30', '−30'],
    verdict: 'perfect',
  },
])
  test(`bam: the trace ${id} of the lecture, half step by half step`, async ({ page }) => {
    await open(page, `/#/bam/${id}`)
    for (const [index, sum] of sums.entries()) {
      await shown(page, 'step').click()
      await expect(shown(page, `sums-${index + 1}`)).toHaveText(sum)
      await expect(shown(page, `energy-${index + 1}`)).toHaveText(energies[index + 1] ?? '')
    }
    await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', verdict)
  })

test('bam: a name calls up its face, written and by keyboard', async ({ page }) => {
  await open(page, '/#/bam/name')
  await withoutDelay(page)
  await shown(page, 'run').click()
  await expect(shown(page, 'holds-x')).toHaveText('ADA')
  const name = page.locator('input[name=spelt]')
  await name.fill('Kurt')
  await name.press('Enter')
  await expect(shown(page, 'holds-y')).toHaveText('name of KURT')
  await page.getByRole('button', { name: 'Forget x' }).click()
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveText(/Recalled: KURT/)
  await name.fill('Fünf')
  await name.press('Enter')
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await expect(shown(page, 'holds-y')).toHaveText('name of KURT')
})

test('bam: half a face calls up its name, as predicted', async ({ page }) => {
  await open(page, '/#/bam/face')
  await page.locator('input[name=prediction][value="3"]').focus()
  await page.keyboard.press('Space')
  await withoutDelay(page)
  await shown(page, 'run').click()
  await expect(page.locator('input[name=spelt]')).toHaveValue('MAX')
  await expect(shown(page, 'outcome')).toHaveText(/As you predicted/)
})

test('bam: cells are turned on, off and missing by keyboard, and a link keeps them', async ({ page }) => {
  await open(page, '/#/bam/spurious')
  const before = page.url()
  const x = page.getByRole('grid', { name: /Layer X/ })
  await x.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('gridcell', { name: 'row 1, column 3, missing' })).toBeAttached()
  await page.keyboard.press('Space')
  await expect(page.getByRole('gridcell', { name: 'row 1, column 3, on' })).toBeAttached()
  await page.keyboard.press('Space')
  await expect(page.getByRole('gridcell', { name: 'row 1, column 3, off' })).toBeAttached()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('+')
  await expect(page.getByRole('gridcell', { name: 'row 2, column 3, on' })).toBeAttached()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('gridcell', { name: 'row 2, column 3, missing' })).toBeAttached()
  await page.keyboard.press('Control+Shift+z')
  await page.goto(await address(page, before))
  await page.reload()
  await expect(shown(page, 'holds-x')).toHaveText('13 of 15 missing')
  await shown(page, 'step').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(shown(page, 'values-y')).toHaveText('(−1, 1)')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(shown(page, 'caption')).toContainText('half step 1 of')
})

test('bam: either layer may go first, and L falls either way', async ({ page }) => {
  await open(page, '/#/bam/less')
  await page.getByRole('group', { name: 'Who answers first' }).getByRole('radio', { name: 'Y' }).check({ force: true })
  await shown(page, 'step').click()
  await expect(shown(page, 'sums-1')).toHaveText('(−6, 0)')
  await shown(page, 'step').click()
  await expect(shown(page, 'holds-x')).toHaveText('A')
})

test('bam: what is shown is stored, and weights are written over', async ({ page }) => {
  await open(page, '/#/bam')
  const y = page.getByRole('grid', { name: /Layer Y/ })
  await y.focus()
  await page.keyboard.press('+')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('-')
  await page.getByRole('button', { name: 'Store what is shown' }).click()
  await expect(page.getByText('3 pairs by Hebb’s rule')).toBeVisible()
  await page.getByRole('button', { name: 'Remove pair 3' }).click()
  await page.getByRole('radio', { name: 'Weights' }).check({ force: true })
  const weight = page.locator('[data-cell=weight-1-2]')
  await expect(weight).toHaveValue('−2')
  await weight.fill('5')
  await weight.press('Enter')
  await page.getByRole('switch', { name: 'One W for both ways' }).uncheck()
  await expect(page.locator('[data-cell=back-1-1]')).toHaveValue('0')
  await expect(page.locator('[data-cell=back-1-2]')).toHaveValue('5')
})

test('bam: W = (−1) swings where both layers answer at once, and rests where they take turns', async ({ page }) => {
  await open(page, '/#/bam/swing')
  await withoutDelay(page)
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveText(/They swing between two pairs/)
  await page.getByRole('switch', { name: 'The layers take turns' }).check()
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', 'rest')
  await expect(shown(page, 'energy')).toHaveText('−1')
})

for (const { hypothesis, verdict } of [
  { hypothesis: 'The layers take turns', verdict: /L rose|never rest/ },
  { hypothesis: 'One W for both ways', verdict: /L rose|never rest/ },
  { hypothesis: 'No unit flips at zero', verdict: /never rest/ },
])
  test(`bam: without “${hypothesis}” the hunt finds a pair that breaks the claim`, async ({ page }) => {
    await open(page, '/#/bam')
    await page.getByRole('switch', { name: hypothesis }).uncheck()
    await shown(page, 'hunt').click()
    await expect(shown(page, 'hunt-result')).toHaveAttribute('data-result', 'found', { timeout: 30_000 })
    await shown(page, 'load-counterexample').click()
    await expect(page.getByRole('switch', { name: hypothesis })).not.toBeChecked()
    await withoutDelay(page)
    await shown(page, 'run').click()
    await expect(shown(page, 'verdict')).toHaveText(verdict)
  })

test('bam: with every hypothesis the hunt finds nothing', async ({ page }) => {
  await open(page, '/#/bam')
  await page.getByLabel('At most').selectOption('200')
  await shown(page, 'hunt').click()
  await expect(shown(page, 'hunt-result')).toHaveAttribute('data-result', 'survived', { timeout: 30_000 })
})

test('bam: a teacher’s link shows the figure and asks, and hides the rest', async ({ page }) => {
  await open(page, '/?hide=controls,links,hunt,presets#/bam/less')
  await expect(page.getByRole('region', { name: 'Settings' })).toHaveCount(0)
  await expect(shown(page, 'hunt')).toHaveCount(0)
  await page.getByRole('radio', { name: 'elsewhere' }).check({ force: true })
  for (let steps = 0; steps < 6; steps += 1) await shown(page, 'step').click()
  await expect(shown(page, 'outcome')).toHaveText(/Not as you predicted/)
  await expect(shown(page, 'verdict')).toHaveText(/Recalled: A/)
})

test('bam: from right to left the arrows still point at the layer that answers', async ({ page }) => {
  await open(page, '/#/bam')
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  const left = async (selector: string): Promise<number> => (await page.locator(selector).boundingBox())?.x ?? 0
  expect(await left('[data-panel=x]')).toBeLessThan(await left('[data-panel=y]'))
})
