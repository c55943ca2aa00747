/**
 * The laws of a package, as its `./laws` exports them.
 */
import type { Check } from '@engram/law'
import type { Package } from '../Workspace.js'

export const claims = async ({ manifest }: Package): Promise<ReadonlyArray<Check.Claim>> => {
  if (manifest.exports?.['./laws'] === undefined) return []
  const module = (await import(/* @vite-ignore */ `${manifest.name}/laws`)) as {
    readonly claims: ReadonlyArray<Check.Claim>
  }
  return module.claims
}

/** What an id names when the law is claimed for several subjects: `total.network` and `total.tree` are both `total`. */
export const theorem = (id: string): string => id.replace(/\..*$/, '')
