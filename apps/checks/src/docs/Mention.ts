/**
 * Laws as doc comments mention them: `Laws: energy_update_le, energy_neg`, over as many lines as it takes.
 */
import { docComments } from './Fence.js'

export interface Mention {
  readonly file: string
  readonly line: number
  /** A law id, or whatever stands where one should. */
  readonly id: string
}

const field = /^\s*Laws:\s+(?<ids>.*)$/
const continuation = /^\s{2,}(?<ids>\S.*)$/

export const mentions = (file: string, text: string): ReadonlyArray<Mention> =>
  docComments(file, text).flatMap(({ line, lines }) =>
    lines.flatMap((first, i) => {
      const start = field.exec(first)?.groups?.['ids']
      if (start === undefined) return []
      const after = lines.slice(i + 1)
      const length = after.findIndex((next) => !continuation.test(next) || /^\s*[A-Z][a-z]+:\s/.test(next))
      return [start, ...after.slice(0, length)].flatMap((ids, offset) =>
        ids
          .split(',')
          .map((id) => id.trim())
          .filter((id) => id !== '')
          .map((id) => ({ file, line: line + i + offset, id })),
      )
    }),
  )
