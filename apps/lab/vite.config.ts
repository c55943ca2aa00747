import { defaultClientConditions, defineConfig } from 'vite'
import { formulasPlugin } from './build/formulas.ts'
import { offlinePlugin } from './build/offline.ts'
import { picturesPlugin } from './build/pictures.ts'
import { preloadPlugin } from './build/preload.ts'
import { scalarPlugin } from './build/scalar.ts'
import { sourcesPlugin } from './build/sources.ts'
import { stylesPlugin } from './build/styles.ts'

/** io-ts and fp-ts are read in their ES module form, which a bundler can shake. */
const esModules = { find: /^(fp-ts|io-ts)\/lib\/(.+?)(\.js)?$/, replacement: '$1/es6/$2.js' }

export default defineConfig({
  base: './',
  plugins: [
    formulasPlugin(),
    picturesPlugin(),
    preloadPlugin(),
    scalarPlugin(),
    stylesPlugin(),
    sourcesPlugin(),
    offlinePlugin(),
  ],
  resolve: { conditions: ['@engram/source', ...defaultClientConditions], alias: [esModules] },
  worker: { format: 'es' },
  build: { target: 'es2022', modulePreload: false, reportCompressedSize: false },
})
