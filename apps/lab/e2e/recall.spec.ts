import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, open, shown, test, withoutDelay, address } from './lab.js'

test('a letter with a quarter of its cells wrong is recalled perfectly', async ({ page }) => {
  await open(page, '/#/recall')
  await expect(shown(page, 'cue-errors')).toHaveText('25')
  await expect(shown(page, 'energy')).toHaveText('−1600')
  await withoutDelay(page)
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', 'perfect')
  await expect(shown(page, 'errors')).toHaveText('0')
  await expect(shown(page, 'energy')).toHaveText('−5490')
  await expect(shown(page, 'overlap-0')).toHaveText('1.00')
  await expect(shown(page, 'caption')).toContainText('update 200 of 200 · sweep 2 · 25 flips')
  await expect(shown(page, 'live')).toHaveText('Perfect recall. sweep 2, E −5490, 25 flips.')
})

test('a run with a delay gets to the same end', async ({ page }) => {
  await open(page, '/#/recall')
  await page.locator('input[name=delay]').fill('1')
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', 'perfect')
  await expect(shown(page, 'energy')).toHaveText('−5490')
})

test('steps go flip by flip, back again, and the energy falls with each', async ({ page }) => {
  await open(page, '/#/recall')
  const energies = [-1600]
  for (let flips = 1; flips <= 4; flips += 1) {
    await shown(page, 'step').click()
    await expect(shown(page, 'caption')).toContainText(`${flips} flip`)
    energies.push(Number((await shown(page, 'energy').textContent())?.replace('−', '-')))
  }
  expect(energies).toEqual(energies.toSorted((a, b) => b - a))
  expect(new Set(energies).size).toBe(5)
  await page.getByRole('button', { name: 'Step back' }).click()
  await expect(shown(page, 'energy')).toHaveText(String(energies[3]).replace('-', '−'))
  await page.getByRole('button', { name: 'Back to the start' }).click()
  await expect(shown(page, 'energy')).toHaveText('−1600')
})

test('the scrubber goes anywhere in the run', async ({ page }) => {
  await open(page, '/#/recall')
  await expect(page.locator('input[name=position]')).toBeDisabled()
  await shown(page, 'step').click()
  await page.locator('input[name=position]').fill('100')
  await expect(shown(page, 'caption')).toContainText('update 100 of 200 · sweep 1')
})

test.describe('two neurons', () => {
  test('updated at once they swap for ever, and the energy does not fall', async ({ page }) => {
    await open(page, '/#/recall/two-neurons')
    await expect(page.getByRole('switch', { name: 'One unit at a time' })).not.toBeChecked()
    await expect(shown(page, 'energy')).toHaveText('1')
    await shown(page, 'step').click()
    await expect(shown(page, 'verdict')).toHaveText('All 2 units at once: 2 flips')
    await expect(shown(page, 'energy')).toHaveText('1')
    await shown(page, 'step').click()
    await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', 'oscillating')
    await expect(shown(page, 'verdict')).toContainText('period 2')
    await expect(shown(page, 'energy')).toHaveText('1')
  })

  test('asked one at a time they come to rest', async ({ page }) => {
    await open(page, '/#/recall/two-neurons')
    await page.getByRole('switch', { name: 'One unit at a time' }).check()
    await withoutDelay(page)
    await shown(page, 'run').click()
    await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', /perfect|reversed/)
    await expect(shown(page, 'energy')).toHaveText('−1')
  })
})

test('the hunt finds a counterexample when all units move at once, and the figure shows it', async ({ page }) => {
  await open(page, '/#/recall')
  await page.getByRole('switch', { name: 'One unit at a time' }).uncheck()
  await shown(page, 'hunt').click()
  await expect(shown(page, 'hunt-result')).toHaveAttribute('data-result', 'found', { timeout: 30_000 })
  await shown(page, 'load-counterexample').click()
  await expect(page.locator('[data-panel=weights]')).toBeVisible()
  const number = async (): Promise<number> => Number((await shown(page, 'energy').textContent())?.replace('−', '-'))
  const before = await number()
  await shown(page, 'step').click()
  await expect(shown(page, 'caption')).toContainText('sweep 1')
  expect(await number()).toBeGreaterThan(before)
})

test('the hunt finds nothing when every hypothesis is kept', async ({ page }) => {
  await open(page, '/#/recall')
  await page.getByLabel('At most').selectOption('200')
  await shown(page, 'hunt').click()
  await expect(shown(page, 'hunt-result')).toHaveAttribute('data-result', 'survived', { timeout: 30_000 })
  await expect(shown(page, 'hunt-result')).toContainText('Held in 200 tries')
})

test('a hunt can be cancelled', async ({ page }) => {
  await open(page, '/#/recall')
  await page.getByLabel('At most').selectOption('20000')
  await shown(page, 'hunt').click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(shown(page, 'hunt')).toBeVisible()
  await expect(shown(page, 'hunt-result')).toHaveCount(0)
})

test('a prediction is compared with what happens', async ({ page }) => {
  await open(page, '/#/recall/negative')
  await withoutDelay(page)
  await page.getByRole('radio', { name: 'its negative' }).check({ force: true })
  await shown(page, 'run').click()
  await expect(shown(page, 'outcome')).toHaveText('As you predicted.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('radio', { name: 'the stored pattern' }).check({ force: true })
  await shown(page, 'run').click()
  await expect(shown(page, 'outcome')).toHaveText('Not as you predicted.')
})

test('cells are drawn with the pointer, and a stroke is undone at once', async ({ page }) => {
  await open(page, '/#/recall')
  const canvas = page.locator('[data-panel=cue] canvas')
  const box = await canvas.boundingBox()
  if (box === null) throw new Error('no canvas')
  const cell = box.width / 10
  await page.mouse.move(box.x + cell * 0.5, box.y + cell * 4.5)
  await page.mouse.down()
  await page.mouse.move(box.x + cell * 2.5, box.y + cell * 4.5, { steps: 4 })
  await page.mouse.up()
  await expect(shown(page, 'cue-errors')).toHaveText('27')
  await page.keyboard.press('Control+z')
  await expect(shown(page, 'cue-errors')).toHaveText('25')
  await page.keyboard.press('Control+Shift+Z')
  await expect(shown(page, 'cue-errors')).toHaveText('27')
})

test('a link reloaded shows the same numbers', async ({ page }) => {
  await open(page, '/#/recall')
  const before = page.url()
  await page.locator('input[name=corruption]').fill('33')
  await page.locator('input[name=corruption-seed]').fill('123')
  await page.locator('input[name=corruption-seed]').press('Enter')
  for (let steps = 0; steps < 5; steps += 1) await shown(page, 'step').click()
  const link = await address(page, before)
  await page.waitForTimeout(600)
  const numbers = async (): Promise<ReadonlyArray<string | null>> =>
    Promise.all(['energy', 'errors', 'cue-errors', 'caption'].map((id) => shown(page, id).textContent()))
  const here = await numbers()
  expect(here[2]).toBe('33')
  const settled = page.url()
  expect(settled).toContain('#/recall/~1.')
  expect(link).toContain('#/recall/~1.')
  await page.goto('about:blank')
  await open(page, settled)
  expect(await numbers()).toEqual(here)
})

test('a picture painted cell by cell looks like one painted at once', async ({ page }) => {
  const looks = (): Promise<ReadonlyArray<string>> =>
    page
      .locator('[data-panel] canvas')
      .evaluateAll((all) => all.map((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : '')))
  await open(page, '/#/recall')
  const before = page.url()
  await page.getByRole('radio', { name: 'update' }).press('Space')
  const first = await looks()
  for (let steps = 0; steps < 12; steps += 1) await shown(page, 'step').click()
  const link = await address(page, before)
  const stepped = await looks()
  expect(stepped).not.toEqual(first)
  await page.goto('about:blank')
  await open(page, link)
  await expect.poll(looks).toEqual(stepped)
})

test('a hostile link opens on something sensible', async ({ page }) => {
  const { compressToEncodedURIComponent } = (await import('lz-string')).default
  const hostile = {
    width: 1e9,
    height: -5,
    at: 1e300,
    memory: { _tag: 'Patterns', items: [{ _tag: 'Letter', letter: '<script>' }, null], diagonal: 'negative' },
    cue: { _tag: 'Corrupted', kind: 'explode', percent: 1e6, seed: -1 },
    schedule: ['synchronous'],
    delay: 0.5,
  }
  await open(page, `/#/recall/~1.${compressToEncodedURIComponent(JSON.stringify(hostile))}`)
  await expect(page.locator('input[name=width]')).toHaveValue('100')
  await expect(page.locator('input[name=height]')).toHaveValue('1')
  await open(page, '/#/recall/~1.%00%ff')
  await expect(shown(page, 'cue-errors')).toHaveText('25')
})

test('ten thousand cells are recalled', async ({ page }) => {
  await open(page, '/#/recall/large')
  await expect(shown(page, 'cue-errors')).toHaveText('3000')
  await withoutDelay(page)
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', 'perfect')
})

test('other letters, more patterns, and a picture of one’s own are stored', async ({ page }) => {
  await open(page, '/#/recall')
  await page.getByLabel('Letters to store').fill('hx')
  await page.getByRole('button', { name: 'Store', exact: true }).click()
  await expect(page.locator('[data-panel=stored] .panel-note')).toHaveText('H · 1 of 2')
  await page.getByRole('button', { name: 'Random' }).click()
  await expect(page.locator('[data-panel=stored] .panel-note')).toHaveText('random 3 · 3 of 3')
  const png = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 40
    canvas.height = 40
    const context = canvas.getContext('2d')
    if (context === null) return []
    context.fillStyle = '#fff'
    context.fillRect(0, 0, 40, 40)
    context.fillStyle = '#111'
    context.fillRect(0, 0, 20, 20)
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve)
    })
    return blob === null ? [] : [...new Uint8Array(await blob.arrayBuffer())]
  })
  await page
    .locator('input[name=picture]')
    .setInputFiles({ name: 'corner.png', mimeType: 'image/png', buffer: Buffer.from(png) })
  await expect(page.locator('[data-panel=stored] .panel-note')).toHaveText('drawing 4 · 4 of 4')
  await expect(page.locator('[data-panel=stored] [role=gridcell]')).toHaveAttribute('aria-label', 'row 1, column 1, on')
})

test('the figure goes home as data, table, drawing and picture', async ({ page }) => {
  await open(page, '/#/recall')
  await withoutDelay(page)
  await shown(page, 'run').click()
  const save = async (name: string): Promise<Buffer> => {
    await page.getByText('Export', { exact: true }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: new RegExp(`^${name}`) }).click(),
    ])
    return readFile(await download.path())
  }
  const json = JSON.parse((await save('JSON')).toString()) as { readonly shown: { readonly energy: number } }
  expect(json.shown.energy).toBe(-5490)
  const csv = (await save('CSV')).toString().split('\n')
  expect(csv).toHaveLength(202)
  expect(csv[201]?.split(',')[4]).toBe('-5490')
  expect((await save('SVG')).toString()).toMatch(/^<svg [^]*Perfect recall[^]*<\/svg>$/)
  expect([...(await save('PNG')).subarray(1, 4)]).toEqual([...Buffer.from('PNG')])
})

test('all of it with the keyboard alone', async ({ page }) => {
  await open(page, '/#/recall')
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(() => {
        let active: Element | null | undefined = document.activeElement
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
        return `${active?.getAttribute('aria-label') ?? ''} ${active?.getAttribute('name') ?? ''} ${active?.textContent ?? ''}`
      })
      if (name.test(label)) return
    }
    throw new Error(`${String(name)} is not reached with Tab`)
  }
  await tabTo(/Stored pattern A/)
  await tabTo(/Start state/)
  const cell = page.locator('[data-panel=cue] [role=gridcell]')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(cell).toHaveAttribute('aria-label', 'row 2, column 2, off')
  await page.keyboard.press(' ')
  await expect(cell).toHaveAttribute('aria-label', 'row 2, column 2, on')
  await expect(shown(page, 'cue-errors')).toHaveText('26')
  await page.keyboard.press('Control+End')
  await expect(cell).toHaveAttribute('aria-label', /row 10, column 10/)
  await tabTo(/prediction/)
  await page.keyboard.press(' ')
  await tabTo(/Run/)
  await tabTo(/Step/)
  await page.keyboard.press('Enter')
  await expect(shown(page, 'caption')).toContainText('1 flip')
  await tabTo(/position/)
  await page.keyboard.press('End')
  await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', 'perfect')
  await expect(shown(page, 'outcome')).toHaveText('As you predicted.')
})

test('ten thousand cells run all at once and with self-couplings, too', async ({ page }) => {
  await open(page, '/#/recall/large')
  await page.getByRole('radio', { name: 'kept' }).press('Space')
  await page.locator('select[name=schedule]').selectOption('synchronous')
  await expect(page.getByRole('switch', { name: 'One unit at a time' })).not.toBeChecked()
  await withoutDelay(page)
  await shown(page, 'run').click()
  await expect(shown(page, 'verdict')).toHaveAttribute('data-ending', /./, { timeout: 30_000 })
  await expect(shown(page, 'caption')).toContainText('sweep')
})

test.describe('while a large net is computed', () => {
  /** Lets the worker begin when it is told to. */
  const held = async (page: Page): Promise<() => void> => {
    let begin = (): void => undefined
    const told = new Promise<void>((resolve) => {
      begin = resolve
    })
    await page.route('**/course-worker-*.js', async (route) => {
      await told
      await route.continue()
    })
    return begin
  }

  test('the pictures are there at once, and the energies follow', async ({ page }) => {
    const begin = await held(page)
    await open(page, '/#/recall/large')
    await expect(shown(page, 'cue-errors')).toHaveText('3000')
    await expect(shown(page, 'energy')).toHaveText('…')
    await expect(page.getByRole('progressbar', { name: 'Computing' })).toBeVisible()
    await page.locator('input[name=corruption]').fill('20')
    await expect(shown(page, 'cue-errors')).toHaveText('2000')
    begin()
    await expect(shown(page, 'energy')).toHaveText(/^−[.\d]+·10⁷$/)
    await expect(page.getByRole('progressbar')).toHaveCount(0)
    await expect(page.getByRole('listitem').filter({ has: shown(page, 'overlap-0') })).toContainText('0.60')
  })

  test('a run begins when it is known, and what is pressed meanwhile takes its place', async ({ page }) => {
    const begin = await held(page)
    await open(page, '/#/recall/large')
    await withoutDelay(page)
    await shown(page, 'run').click()
    await expect(shown(page, 'run')).toHaveText('Cancel')
    await shown(page, 'run').click()
    await expect(shown(page, 'run')).toHaveText('Run')
    await shown(page, 'run').click()
    await page.locator('select[name=schedule]').selectOption('synchronous')
    await expect(shown(page, 'run')).toHaveText('Run')
    await shown(page, 'step').click()
    begin()
    await expect(shown(page, 'caption')).toContainText('update 10000 of')
    await expect(shown(page, 'verdict')).toContainText('All 10000 units at once')
  })

  test('a link into the middle of a run shows that place', async ({ page }) => {
    await open(page, '/#/recall/large')
    const before = page.url()
    await page.getByRole('radio', { name: 'sweep' }).press('Space')
    await shown(page, 'step').click()
    await expect(shown(page, 'caption')).toContainText('update 10000 of')
    const errors = await shown(page, 'errors').textContent()
    const link = await address(page, before)
    await page.goto('about:blank')
    const begin = await held(page)
    await open(page, link)
    await expect(shown(page, 'caption')).toHaveText('computing …')
    begin()
    await expect(shown(page, 'caption')).toContainText('update 10000 of')
    await expect(shown(page, 'errors')).toHaveText(errors ?? '')
  })
})

test('any of many patterns can be chosen', async ({ page }) => {
  await open(page, '/#/recall/too-many')
  const note = page.locator('[data-panel=stored] .panel-note')
  await expect(note).toHaveText('random 1 · 1 of 30')
  await expect(page.getByRole('button', { name: 'Patterns before these' })).toBeDisabled()
  await page.getByRole('button', { name: 'Patterns after these' }).click()
  await expect(note).toHaveText('random 13 · 13 of 30')
  await page.getByRole('button', { name: 'Patterns after these' }).click()
  await expect(page.getByRole('button', { name: 'Patterns after these' })).toBeDisabled()
  await page.getByRole('radio', { name: 'random 30' }).press('Space')
  await expect(note).toHaveText('random 30 · 30 of 30')
})
