import { expect, open, shown, test, withoutDelay } from './lab.js'

test('the sixteen states have the energies of the lecture', async ({ page }) => {
  await open(page, '/#/states')
  const energies = { A: 0, B: -6, C: 0, D: 2, E: 0, F: 2, G: 0, H: 2, I: 0, J: 2, K: 0, L: -6, M: 0, N: 2, O: 0, P: 2 }
  for (const [name, energy] of Object.entries(energies))
    await expect(shown(page, `energy-${name}`)).toHaveText(String(energy).replace('-', '−'))
  const fixed = page.locator('tbody tr', { has: page.getByText('attractor') }).locator('th')
  await expect(fixed).toHaveText(['B', 'L'])
})

test('J goes to G goes to B, as the lecture writes it', async ({ page }) => {
  await open(page, '/#/states')
  await expect(shown(page, 'current')).toHaveText('J')
  await expect(shown(page, 'energy')).toHaveText('2')
  await shown(page, 'step').click()
  await expect(shown(page, 'net')).toHaveText('+1')
  await expect(shown(page, 'transition')).toHaveText(/J \(2\) → G\s+\(0\)/)
  await expect(shown(page, 'current')).toHaveText('G')
  await expect(shown(page, 'energy')).toHaveText('0')
  await shown(page, 'step').click()
  await expect(shown(page, 'net')).toHaveText('+3')
  await expect(shown(page, 'transition')).toHaveText(/G \(0\) → B\s+\(−6\)/)
  await expect(shown(page, 'current')).toHaveText('B')
  await expect(shown(page, 'energy')).toHaveText('−6')
  await shown(page, 'step').click()
  await expect(shown(page, 'net')).toHaveText('+3')
  await shown(page, 'step').click()
  await expect(shown(page, 'net')).toHaveText('−3')
  await expect(shown(page, 'live')).toHaveText('unit 4 net −3, stays, state B, E −6, 2 flips.')
  await withoutDelay(page)
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveText(/At rest in B/)
})

test('another order leads elsewhere', async ({ page }) => {
  await open(page, '/#/states')
  await page.locator('input[name=order]').fill('3 2 4 1')
  await page.locator('input[name=order]').press('Enter')
  await withoutDelay(page)
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveText(/At rest in L/)
})

test('all at once J and D take turns, and back to one at a time they do not', async ({ page }) => {
  await open(page, '/#/states/swing')
  await shown(page, 'step').click()
  await expect(shown(page, 'current')).toHaveText('D')
  await expect(shown(page, 'energy')).toHaveText('2')
  await shown(page, 'step').click()
  await expect(shown(page, 'current')).toHaveText('J')
  await expect(shown(page, 'verdict')).toHaveText(/It never rests.*through D, J for ever/)
  await page.getByRole('switch', { name: 'One unit at a time' }).check()
  await withoutDelay(page)
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveText(/At rest in B/)
})

test('flipping at zero field wanders at constant energy', async ({ page }) => {
  await open(page, '/#/states/ties')
  await expect(page.getByRole('switch', { name: 'No unit flips at zero field' })).not.toBeChecked()
  for (let steps = 0; steps < 6; steps += 1) {
    await shown(page, 'step').click()
    await expect(shown(page, 'energy')).toHaveText('−1')
  }
  await page.locator('input[name=position]').press('End')
  await expect(shown(page, 'verdict')).toHaveText(/It never rests|It wanders/)
})

test('units are asked by hand', async ({ page }) => {
  await open(page, '/#/states')
  await page.getByRole('button', { name: 'Ask unit 2' }).click()
  await expect(shown(page, 'current')).toHaveText('O')
  await page.getByRole('button', { name: 'Ask unit 1' }).click()
  await expect(shown(page, 'current')).toHaveText('B')
  await expect(shown(page, 'path')).toHaveText(/J2\s*→\s*O0\s*→\s*B−6/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(shown(page, 'current')).toHaveText('O')
})

test('a state is chosen by click, by table and by keyboard', async ({ page }) => {
  await open(page, '/#/states')
  await page.getByRole('radio', { name: /^state P,/ }).click()
  await expect(shown(page, 'current')).toHaveText('P')
  await page.getByRole('button', { name: 'Start from F' }).click()
  await expect(shown(page, 'current')).toHaveText('F')
  await page.getByRole('radio', { name: /^state F,/ }).focus()
  await page.keyboard.press('1')
  await expect(shown(page, 'current')).toHaveText('K')
  await page.keyboard.press('4')
  await expect(shown(page, 'current')).toHaveText('L')
  await page.keyboard.press('ArrowUp')
  await expect(shown(page, 'current')).not.toHaveText('L')
})

test('patterns are typed, and what cannot be read is said', async ({ page }) => {
  await open(page, '/#/states')
  const patterns = page.locator('textarea[name=patterns]')
  await patterns.fill('+ + −')
  await patterns.blur()
  await expect(shown(page, 'current')).toHaveText('−+−')
  await expect(shown(page, 'energy-++−')).toHaveText('−3')
  await patterns.fill('+ ? −')
  await patterns.blur()
  await expect(patterns).toHaveAttribute('aria-invalid', 'true')
})

test('weights are typed, and mirrored as long as the matrix is symmetric', async ({ page }) => {
  await open(page, '/#/states')
  await page.locator('[data-cell="weight-1-2"]').fill('-2')
  await page.locator('[data-cell="weight-1-2"]').press('Enter')
  await expect(page.locator('[data-cell="weight-2-1"]')).toHaveValue('−2')
  await page.getByRole('switch', { name: 'W is symmetric' }).uncheck()
  await expect(page.locator('[data-cell="weight-2-1"]')).toHaveValue('2')
  await page.getByRole('switch', { name: 'W is symmetric' }).check()
  await expect(page.locator('[data-cell="weight-2-1"]')).toHaveValue('−2')
})

const hypotheses = [
  'One unit at a time',
  'W is symmetric',
  'No self-coupling is negative',
  'No unit flips at zero field',
]

for (const hypothesis of hypotheses)
  test(`without “${hypothesis}” the hunt finds a net that does not rest`, async ({ page }) => {
    await open(page, '/#/states')
    await page.getByRole('switch', { name: hypothesis }).uncheck()
    await shown(page, 'hunt').click()
    await expect(shown(page, 'hunt-result')).toHaveAttribute('data-result', 'found', { timeout: 30_000 })
    await shown(page, 'load-counterexample').click()
    await withoutDelay(page)
    await shown(page, 'run').click()
    await expect(shown(page, 'verdict')).toHaveText(/It never rests|It wanders/)
  })

test('with every hypothesis the hunt finds nothing', async ({ page }) => {
  await open(page, '/#/states')
  await page.getByLabel('At most').selectOption('200')
  await shown(page, 'hunt').click()
  await expect(shown(page, 'hunt-result')).toHaveAttribute('data-result', 'survived', { timeout: 30_000 })
})

test('a threshold moves the balance of its unit', async ({ page }) => {
  await open(page, '/#/states')
  await page.getByRole('radio', { name: 'Weights' }).check({ force: true })
  await page.locator('[data-cell="threshold-1"]').fill('2')
  await page.locator('[data-cell="threshold-1"]').press('Enter')
  await expect(shown(page, 'energy')).toHaveText('0')
  await shown(page, 'step').click()
  await expect(shown(page, 'net')).toHaveText('+1')
  await expect(shown(page, 'current')).toHaveText('J')
})
