/**
 * Writes sw.js beside the built page: a service worker that keeps every file of this build,
 * so that the lab opens without a network once it has been opened with one.
 */
import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const worker = (version: string, files: ReadonlyArray<string>): string => `const name = 'engram-lab-${version}'
const files = ${JSON.stringify(files)}
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(files)).then(() => self.skipWaiting()))
})
self.addEventListener('activate', (event) => {
  const isOld = (key) => key.startsWith('engram-lab-') && key !== name
  event.waitUntil(
    caches
      .keys()
      .then((keys) => Promise.all(keys.filter(isOld).map((key) => caches.delete(key))))
      .then(() => self.clients.claim()),
  )
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    event.respondWith(
      fetch(request).catch(() => caches.open(name).then((cache) => cache.match('./', { ignoreVary: true }))),
    )
    return
  }
  event.respondWith(
    caches.open(name).then((cache) => cache.match(request, { ignoreVary: true })).then((kept) => kept ?? fetch(request)),
  )
})
`

export const offlinePlugin = (): Plugin => ({
  name: 'engram-offline',
  apply: 'build',
  generateBundle(_options, bundle) {
    const files = Object.keys(bundle).filter((file) => !file.endsWith('.html') && !file.endsWith('.map'))
    const version = createHash('sha256').update(files.toSorted().join('\n')).digest('hex').slice(0, 12)
    this.emitFile({
      type: 'asset',
      fileName: 'sw.js',
      source: worker(version, ['./', ...files.map((file) => `./${file}`)]),
    })
  },
})
