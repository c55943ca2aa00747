import { mergeConfig } from 'vitest/config'
import shared from '../../vitest.shared.js'

/** The examples share one worker: they are many and short, and each is a function of its arguments. */
export default mergeConfig(shared, { test: { include: ['generated/docs/**/*.test.ts'], isolate: false } })
