import { defineConfig } from 'vitest/config'
import shared from '../../vitest.shared.js'

/** The built program, as it is run in a shell; `turbo run e2e` builds it first. */
export default defineConfig({ test: { ...shared.test, include: ['e2e/**/*.test.ts'] } })
