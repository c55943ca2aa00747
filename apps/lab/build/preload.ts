/**
 * Leaves out what Vite adds to load style sheets and modules ahead of a scene: scenes bring neither.
 */
import type { Plugin } from 'vite'

export const preloadPlugin = (): Plugin => ({
  name: 'engram-preload',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler: () => 'export const __vitePreload = (load) => load()',
  },
})
