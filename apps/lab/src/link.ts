/**
 * Permalinks: a scene, and either one of its presets by name or a whole state, compressed, with a version.
 *
 * Convention: `#/recall`, `#/recall/two-neurons`, `#/recall/~1.…`; what cannot be read counts as absent.
 * Laws:       link_round_trip, link_total
 */
import { compressToEncodedURIComponent, decompressFromEncodedURIComponent } from 'lz-string'

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

export const toHash = (scene: string, state: unknown): string | undefined => {
  const hash = `#/${scene}/${marker}${compressToEncodedURIComponent(JSON.stringify(state))}`
  return hash.length <= maxLength ? hash : undefined
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(decompressFromEncodedURIComponent(text)) as unknown
  } catch {
    return undefined
  }
}

export const fromHash = (hash: string): Route => {
  const [scene = '', rest = ''] = hash.slice(0, maxLength).replace(/^#\/?/, '').split('/')
  if (rest.startsWith(marker)) {
    const document = parse(rest.slice(marker.length))
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
