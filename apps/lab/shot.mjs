import { chromium } from '@playwright/test'
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const [name, opts] of [['light', { colorScheme: 'light' }], ['dark', { colorScheme: 'dark' }]]) {
  const c = await b.newContext({ viewport: { width: 1360, height: 900 }, ...opts })
  const p = await c.newPage()
  p.on('console', m => console.log(name, m.type(), m.text()))
  await p.goto('http://localhost:4555/'); await p.waitForTimeout(1500)
  await p.screenshot({ path: `/tmp/lab-${name}.png`, fullPage: true })
  console.log(await p.title(), await p.evaluate(() => document.body.innerText.slice(0, 600)))
  const links = await p.$$eval('a', (as) => as.map((a) => a.href)); console.log(links.slice(0, 30))
}
await b.close()
