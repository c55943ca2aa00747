import { defineConfig } from 'vitest/config'
import shared from '../../vitest.shared.js'

/** Checks of what has been built: packages are found as strangers find them, without the condition that leads to sources. */
export default defineConfig({ test: { ...shared.test, include: ['house/**/*.test.ts'] } })
