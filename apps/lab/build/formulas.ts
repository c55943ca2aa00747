/**
 * Renders src/formulas.ts with KaTeX when the lab is built, and serves the markup of each as a module
 * `virtual:formula/…`, and no more of KaTeX's style sheet than they use as `virtual:formula-style`.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import katex from 'katex'
import type { Plugin } from 'vite'
import { formulas } from '../src/formulas.ts'

const prefix = 'virtual:formula/'
const styleId = 'virtual:formula-style'

const render = (tex: string): string => katex.renderToString(tex, { output: 'htmlAndMathml' })

const styleOf = async (): Promise<string> => {
  const style = await readFile(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'), 'utf8')
  return pruneStyle(style, classesIn(Object.values(formulas).map(render).join('')))
}

const classesIn = (markup: string): ReadonlySet<string> =>
  new Set([...markup.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => (names ?? '').split(' ')))

/** The rules whose every class occurs in the markup; font faces and at-rules are the page's business. */
const pruneStyle = (style: string, used: ReadonlySet<string>): string =>
  [...style.matchAll(/([^{}@]+)\{([^{}]*)\}/g)]
    .flatMap(([, selectors, body]) => {
      const kept = (selectors ?? '').split(',').filter((selector) => {
        const names = [...selector.replaceAll(/:not\([^)]*\)/g, '').matchAll(/\.([\w-]+)/g)].map(
          ([, name]) => name ?? '',
        )
        return names.length > 0 && names.every((name) => used.has(name))
      })
      return kept.length === 0 ? [] : [`${kept.join(',')}{${body}}`]
    })
    .join('')

export const formulasPlugin = (): Plugin => ({
  name: 'engram-formulas',
  resolveId: (source) => (source === styleId || source.startsWith(prefix) ? `\0${source}` : null),
  load: async (source) => {
    if (source === `\0${styleId}`) return `export const style = ${JSON.stringify(await styleOf())}`
    const [, tex] = Object.entries(formulas).find(([name]) => source === `\0${prefix}${name}`) ?? []
    return tex === undefined ? null : `export const markup = ${JSON.stringify(render(tex))}`
  },
})
