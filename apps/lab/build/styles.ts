/**
 * Takes the indentation out of the style sheets in the code: one space says as much.
 */
import type { Plugin } from 'vite'

const sheet = /\bcss`[^`]*`/g

export const stylesPlugin = (): Plugin => ({
  name: 'engram-styles',
  apply: 'build',
  transform: {
    filter: { id: /\/apps\/lab\/src\/.*\.ts$/ },
    handler: (code) => ({ code: code.replaceAll(sheet, (text) => text.replaceAll(/\s+/g, ' ')), map: null }),
  },
})
