import { defineConfig } from 'vitest/config'

/** Checks of what has been built: packages are found as strangers find them, without the condition that leads to sources. */
export default defineConfig({ test: { include: ['house/**/*.test.ts'], testTimeout: 120_000 } })
