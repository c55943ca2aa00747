/**
 * The workspace as its folders tell it: nothing here names a package.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What we read of a package.json. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly description?: string
  readonly private?: boolean
  readonly bin?: Readonly<Record<string, string>>
  readonly exports?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

export interface Package {
  /** From the root, with forward slashes: `packages/linalg`. */
  readonly folder: string
  readonly manifest: Manifest
}

/** The absolute path of the repository. */
const root = fileURLToPath(new URL('../../..', import.meta.url))

export const absolute = (path: string): string => join(root, path)

export const read = (path: string): string => readFileSync(absolute(path), 'utf8')

/** Files under a folder that no tool has made, from the root, sorted. */
const filesUnder = (folder: string): ReadonlyArray<string> =>
  !existsSync(absolute(folder))
    ? []
    : readdirSync(absolute(folder), { withFileTypes: true })
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((entry) =>
          !entry.isDirectory()
            ? [`${folder}/${entry.name}`]
            : ['node_modules', 'dist', 'generated', 'reference'].includes(entry.name)
              ? []
              : filesUnder(`${folder}/${entry.name}`),
        )

const members = (group: string): ReadonlyArray<Package> =>
  readdirSync(absolute(group))
    .map((name) => `${group}/${name}`)
    .filter((folder) => existsSync(absolute(`${folder}/package.json`)))
    .map((folder) => ({ folder, manifest: JSON.parse(read(`${folder}/package.json`)) as Manifest }))

const all = ['packages', 'apps'].flatMap(members)

/** How many steps of dependencies lie below a package. */
const height = ({ manifest }: Package): number =>
  1 +
  Math.max(-1, ...all.filter(({ manifest: below }) => manifest.dependencies?.[below.name] !== undefined).map(height))

/** Every package and app, each after those that it depends on. */
export const workspace: ReadonlyArray<Package> = all
  .map((subject) => ({ subject, order: height(subject) }))
  .toSorted((a, b) => a.order - b.order || (a.subject.folder < b.subject.folder ? -1 : 1))
  .map(({ subject }) => subject)

/** Those that strangers can install. */
export const published: ReadonlyArray<Package> = workspace.filter(({ manifest }) => manifest.private !== true)

/** The names under which a package can be imported: `@engram/linalg`, `@engram/linalg/laws`. */
export const entries = ({ manifest }: Package): ReadonlyArray<string> =>
  Object.keys(manifest.exports ?? {}).map((subpath) => manifest.name + subpath.slice(1))

/** Where the packed packages lie, under the name that `pnpm pack` gives them. */
export const tarball = ({ manifest }: Package): string =>
  absolute(`apps/checks/generated/tarballs/${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`)

/** Markdown that people read. */
export const prose = (): ReadonlyArray<string> =>
  [
    ...readdirSync(root),
    ...filesUnder('docs'),
    ...workspace.flatMap(({ folder }) => readdirSync(absolute(folder)).map((name) => `${folder}/${name}`)),
  ].filter((path) => path.endsWith('.md') && !path.endsWith('CHANGELOG.md'))

/** The TypeScript that the packages publish. */
export const sources = (): ReadonlyArray<string> =>
  workspace
    .filter(({ folder }) => folder.startsWith('packages/'))
    .flatMap(({ folder }) => filesUnder(`${folder}/src`))
    .filter((path) => path.endsWith('.ts'))
