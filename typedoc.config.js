/**
 * The reference of all packages, from their sources: one program, so that a link from one package leads into another.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { Converter } from 'typedoc'

/**
 * Every entry point of every package: the source file, and the name under which it is imported.
 *
 * @type {ReadonlyArray<readonly [file: string, name: string]>}
 */
const entries = readdirSync('packages').flatMap((folder) => {
  const { name, exports } = JSON.parse(readFileSync(`packages/${folder}/package.json`, 'utf8'))
  return Object.entries(exports).map(([subpath, conditions]) => [
    `packages/${folder}/${conditions['@engram/source'].slice(2)}`,
    name + subpath.slice(1),
  ])
})

/**
 * Modules are called what one imports, not where their files lie.
 *
 * @param {import('typedoc').Application} app
 */
const nameModules = (app) =>
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children ?? []) {
      const file = module.sources?.[0]?.fullFileName ?? ''
      module.name = entries.find(([path]) => file.endsWith(path))?.[1] ?? module.name
    }
  })

/**
 * "Cost: O(n)" at the start of a line is an item of a list, as our doc comments are written.
 *
 * @param {import('typedoc').Application} app
 */
const listFields = (app) =>
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const { comment } of Object.values(project.reflections))
      for (const part of comment?.summary ?? [])
        if (part.kind === 'text') part.text = part.text.replaceAll(/^([A-Z][a-z]+):\s+/gm, '- **$1** ')
  })

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'Engram',
  entryPoints: entries.map(([file]) => file),
  tsconfig: 'tsconfig.reference.json',
  plugin: [nameModules, listFields],
  out: 'docs/reference',
  // Pages lie one folder deep: a source opens from the clone that the pages were made in.
  disableGit: true,
  sourceLinkTemplate: '../../../{path}#L{line}',
  readme: 'none',
  // The typecheck task does that, with a faster compiler.
  skipErrorChecking: true,
  treatWarningsAsErrors: true,
}
