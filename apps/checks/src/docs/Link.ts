/**
 * Links of Markdown that point into the repository.
 */
import GithubSlugger from 'github-slugger'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString } from 'mdast-util-to-string'

export interface Link {
  readonly line: number
  readonly target: string
}

const walk = (node: Nodes): ReadonlyArray<Nodes> => [node, ...('children' in node ? node.children.flatMap(walk) : [])]

const inHtml = (html: string): ReadonlyArray<string> =>
  [...html.matchAll(/\b(?:href|src|srcset)="(?<target>[^"]*)"/g)].map((match) => match.groups?.['target'] ?? '')

/** Every target that has no scheme, with the line that names it. */
export const links = (markdown: string): ReadonlyArray<Link> =>
  walk(fromMarkdown(markdown))
    .flatMap((node) => {
      const line = node.position?.start.line ?? 0
      switch (node.type) {
        case 'link':
        case 'image':
        case 'definition':
          return [{ line, target: node.url }]
        case 'html':
          return inHtml(node.value).map((target) => ({ line, target }))
        default:
          return []
      }
    })
    .filter(({ target }) => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target))

/** The anchors that GitHub gives to the headings. */
export const anchors = (markdown: string): ReadonlyArray<string> => {
  const slugger = new GithubSlugger()
  return walk(fromMarkdown(markdown)).flatMap((node) => (node.type === 'heading' ? [slugger.slug(toString(node))] : []))
}
