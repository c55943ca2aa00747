import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** One configuration for every package: sources are read directly, so no build is needed before a test. */
export default defineConfig({
  resolve: { conditions: ['@engram/source'] },
  ssr: { resolve: { conditions: ['@engram/source'], externalConditions: ['@engram/source'] } },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: [fileURLToPath(new URL('./vitest.setup.ts', import.meta.url))],
    testTimeout: 60_000,
  },
})
