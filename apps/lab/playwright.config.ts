import { createServer } from 'node:net'
import { defineConfig } from '@playwright/test'
import { findChromium } from '@engram/checks/chromium'

/** A port that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, 'localhost', () => {
      const bound = server.address()
      server.close(() => resolve(typeof bound === 'object' && bound !== null ? bound.port : 0))
    })
  })

/** Chosen once; the workers inherit it. */
const port = Number(process.env['ENGRAM_LAB_PORT'] ?? (await freePort()))
process.env['ENGRAM_LAB_PORT'] = String(port)

/** Found once, as well. */
const chromium = process.env['ENGRAM_CHROMIUM'] ?? findChromium()
process.env['ENGRAM_CHROMIUM'] = chromium

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  projects: [
    { name: 'lab', testMatch: '*.spec.ts' },
    { name: 'frames', testMatch: 'frames.ts' },
    { name: 'picture', testMatch: 'picture.ts', use: { viewport: { width: 1280, height: 1190 } } },
  ],

  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1280, height: 900 },
    colorScheme: 'light',
    serviceWorkers: 'block',
    // Chromium refuses its sandbox to root, which is who runs in most containers.
    launchOptions: { executablePath: chromium, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] },
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `vite preview --port ${port} --strictPort`,
    port,
    reuseExistingServer: false,
  },
})
