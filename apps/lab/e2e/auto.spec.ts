import { address, expect, open, shown, test, withoutDelay } from './lab.js'

const traces = [
  { id: 'first', nets: ['(0, 1, 1, −1)', '(3, 2, 2, −2)'], answers: ['(0, 1, 1, −1)', '(1, 1, 1, −1)'] },
  { id: 'second', nets: ['(1, 0, 1, −1)', '(2, 3, 2, −2)'], answers: ['(1, 0, 1, −1)', '(1, 1, 1, −1)'] },
  { id: 'third', nets: ['(1, 1, 0, −1)', '(2, 2, 3, −2)'], answers: ['(1, 1, 0, −1)', '(1, 1, 1, −1)'] },
  { id: 'fourth', nets: ['(1, 1, 1, 0)', '(2, 2, 2, −3)'], answers: ['(1, 1, 1, 0)', '(1, 1, 1, −1)'] },
  { id: 'mistakes', nets: ['(−1, −1, −3, 1)'], answers: ['(−1, −1, −1, 1)'] },
]

for (const { id, nets, answers } of traces)
  test(`auto: the ${id} trace of the lecture, step by step`, async ({ page }) => {
    await open(page, `/#/auto/${id}`)
    for (const [index, net] of nets.entries()) {
      await shown(page, 'step').click()
      await expect(shown(page, `nets-${index + 1}`)).toHaveText(net)
      await expect(shown(page, `answer-${index + 1}`)).toHaveText(answers[index] ?? '')
    }
    await shown(page, 'step').click()
    await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', id === 'mistakes' ? 'reversed' : 'perfect')
  })

test('auto: a probe is edited by pointer and by keyboard, predicted and told', async ({ page }) => {
  await open(page, '/#/auto')
  const component = (k: number) => page.getByRole('button', { name: `Component ${k} of the probe` })
  await component(2).click()
  await expect(component(2)).toHaveAccessibleName('Component 2 of the probe: +1')
  await component(2).press('0')
  await expect(component(2)).toHaveAccessibleName('Component 2 of the probe: missing')
  await component(1).press('-')
  await expect(component(1)).toHaveAccessibleName('Component 1 of the probe: −1')
  await page.getByRole('radio', { name: 'in a negative' }).check({ force: true })
  await shown(page, 'step').focus()
  await page.keyboard.press('Enter')
  await expect(shown(page, 'live')).toHaveText('Step 1: net (0, −1, −1, 1), answer (0, −1, −1, 1), new: go on.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(shown(page, 'outcome')).toHaveText(/As you predicted/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(shown(page, 'caption')).toContainText('step 2 of 3')
})

test('auto: keeping on a tie completes the first probe in one step', async ({ page }) => {
  await open(page, '/#/auto')
  await page.locator('select[name=tie]').selectOption('keep')
  await shown(page, 'step').click()
  await expect(shown(page, 'answer-1')).toHaveText('(1, 1, 1, −1)')
})

test('auto: without self-coupling it swings, with it it settles, and a link keeps it', async ({ page }) => {
  await open(page, '/#/auto/swing')
  await expect(shown(page, 'eigenvalue')).toHaveText('−1')
  await withoutDelay(page)
  const before = page.url()
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveText(/It swings between two answers/)
  await page.goto(await address(page, before))
  await page.reload()
  await expect(shown(page, 'verdict')).toHaveText(/It swings between two answers/)
  await page.getByRole('switch', { name: 'Self-couplings are kept' }).check()
  await expect(shown(page, 'eigenvalue')).toHaveText('0')
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveText(/settles|Recalled|negative/)
})

for (const { hypothesis, verdict } of [
  { hypothesis: 'Self-couplings are kept', verdict: /It swings between two answers/ },
  { hypothesis: 'W is symmetric', verdict: /It goes round in \d/ },
])
  test(`auto: without “${hypothesis}” the hunt finds a net that does not settle`, async ({ page }) => {
    await open(page, '/#/auto/kept')
    await page.getByRole('switch', { name: hypothesis }).uncheck()
    await shown(page, 'hunt').click()
    await expect(shown(page, 'hunt-result')).toHaveAttribute('data-result', 'found', { timeout: 30_000 })
    await shown(page, 'load-counterexample').click()
    await withoutDelay(page)
    await shown(page, 'run').click()
    await expect(shown(page, 'verdict')).toHaveText(verdict)
  })

test('auto: with self-couplings kept the hunt finds nothing', async ({ page }) => {
  await open(page, '/#/auto/kept')
  await page.getByLabel('At most').selectOption('200')
  await shown(page, 'hunt').click()
  await expect(shown(page, 'hunt-result')).toHaveAttribute('data-result', 'survived', { timeout: 30_000 })
})
