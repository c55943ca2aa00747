import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** A deep run takes longer in proportion. */
const runs = Number(process.env['ENGRAM_RUNS'] ?? 200)

/** One configuration for every package: sources are read directly, so no build is needed before a test. */
export default defineConfig({
  resolve: { conditions: ['@engram/source'] },
  ssr: { resolve: { conditions: ['@engram/source'], externalConditions: ['@engram/source'] } },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: [fileURLToPath(new URL('./vitest.setup.ts', import.meta.url))],
    // Under Turborepo only what fails is shown, and a snapshot that nobody has looked at fails.
    ...(process.env['TURBO_HASH'] === undefined ? {} : { reporters: ['dot'], update: 'none' as const }),
    // Files share what they import: modules are pure, and whoever changes a global puts it back.
    isolate: false,
    hookTimeout: 120_000,
    testTimeout: 300_000 * Math.max(1, runs / 200),
  },
})
