/**
 * Renders src/formulas.ts with KaTeX when the lab is built, and serves the markup, with no more of
 * KaTeX's style sheet than that markup uses, as the module `virtual:formulas`.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import katex from 'katex'
import type { Plugin } from 'vite'
import { formulas } from '../src/formulas.ts'

const id = 'virtual:formulas'
const resolved = `\0${id}`

const classesIn = (markup: string): ReadonlySet<string> =>
  new Set([...markup.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => (names ?? '').split(' ')))

/** The rules whose every class occurs in the markup; font faces and at-rules are the page's business. */
const pruneStyle = (style: string, used: ReadonlySet<string>): string =>
  [...style.matchAll(/([^{}@]+)\{([^{}]*)\}/g)]
    .flatMap(([, selectors, body]) => {
      const kept = (selectors ?? '').split(',').filter((selector) => {
        const names = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name]) => name ?? '')
        return names.length > 0 && names.every((name) => used.has(name))
      })
      return kept.length === 0 ? [] : [`${kept.join(',')}{${body}}`]
    })
    .join('')

export const formulasPlugin = (): Plugin => ({
  name: 'engram-formulas',
  resolveId: (source) => (source === id ? resolved : null),
  load: async (source) => {
    if (source !== resolved) return null
    const markup = Object.fromEntries(
      Object.entries(formulas).map(([name, tex]) => [name, katex.renderToString(tex, { output: 'htmlAndMathml' })]),
    )
    const style = await readFile(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'), 'utf8')
    const used = classesIn(Object.values(markup).join(''))
    return [
      `export const markup = ${JSON.stringify(markup)}`,
      `export const style = ${JSON.stringify(pruneStyle(style, used))}`,
    ].join('\n')
  },
})
