import { defineConfig } from 'vitest/config'
import shared from '../../vitest.shared.js'

/** The examples share one worker: they are many and short, and each is a function of its arguments. */
export default defineConfig({
  ...shared,
  test: { ...shared.test, include: ['generated/docs/**/*.test.ts', 'house/{laws,sections}.test.ts'], isolate: false },
})
