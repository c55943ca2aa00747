/**
 * Takes out of the style sheets and templates of the lab what says nothing: indentation, and spaces around punctuation.
 */
import type { Plugin } from 'vite'

const sheet = /\bcss`[^`]*`/g

/** Minified code has line breaks followed by spaces within template literals only. */
const indentation = /\n {2,}/g

const tight = (text: string): string =>
  text
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};]) ?/g, '$1')
    .replaceAll(/([a-z]): /g, '$1:')
    .replaceAll(';}', '}')

export const stylesPlugin = (): Plugin => ({
  name: 'engram-styles',
  apply: 'build',
  transform: {
    filter: { id: /\/apps\/lab\/src\/.*\.ts$/ },
    handler: (code) => ({ code: code.replaceAll(sheet, tight), map: null }),
  },
  generateBundle(_options, bundle) {
    Object.values(bundle).forEach((output) => {
      if (output.type === 'chunk') output.code = output.code.replaceAll(indentation, ' ')
    })
  },
})
