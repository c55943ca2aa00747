/**
 * Permalinks: a scene, and either one of its presets by name or a whole state, compressed, with a version.
 *
 * Convention: `#/recall`, `#/recall/two-neurons`, `#/recall/~1.…`; what cannot be read counts as absent.
 * Laws:       link_round_trip, link_total
 */
export interface Route {
  readonly scene: string
  readonly preset?: string
  /** A state as it came, not yet trusted. */
  readonly document?: unknown
}

/** The version of the states in links; a link of another version shows its scene's default. */
const version = 1

/** Longer links are refused: browsers and mailers cut them. */
export const maxLength = 30_000

const marker = `~${version}.`

/** Loaded when a state is first written or read. */
const codec = async () => (await import('lz-string')).default

export const toHash = async (scene: string, state: unknown): Promise<string | undefined> => {
  const { compressToEncodedURIComponent } = await codec()
  const hash = `#/${scene}/${marker}${compressToEncodedURIComponent(JSON.stringify(state))}`
  return hash.length <= maxLength ? hash : undefined
}

const parse = async (text: string): Promise<unknown> => {
  const { decompressFromEncodedURIComponent } = await codec()
  try {
    return JSON.parse(decompressFromEncodedURIComponent(text)) as unknown
  } catch {
    return undefined
  }
}

const partsOf = (hash: string): ReadonlyArray<string> => hash.slice(0, maxLength).replace(/^#\/?/, '').split('/')

/** The scene that an address names. */
export const sceneOf = (hash: string): string => partsOf(hash)[0] ?? ''

export const fromHash = async (hash: string): Promise<Route> => {
  const [scene = '', rest = ''] = partsOf(hash)
  if (rest.startsWith(marker)) {
    const document = await parse(rest.slice(marker.length))
    return document === undefined ? { scene } : { scene, document }
  }
  return rest === '' || rest.startsWith('~') ? { scene } : { scene, preset: rest }
}

/** Parts of a scene that a teacher's link can hide. */
export const parts = ['header', 'presets', 'claim', 'controls', 'predict', 'hunt', 'links', 'tools', 'footer'] as const

export type Part = (typeof parts)[number]

export interface Presentation {
  /** Without the frame of the lab: for an iframe. */
  readonly embed: boolean
  readonly hidden: ReadonlySet<Part>
}

export const fromSearch = (search: string): Presentation => {
  const query = new URLSearchParams(search)
  const names = (query.get('hide') ?? '').split(',')
  return {
    embed: query.get('embed') === '1',
    hidden: new Set(parts.filter((part) => names.includes(part))),
  }
}
