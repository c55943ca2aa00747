/**
 * The page of the documentation that tells all examples.
 */
import { either as E, function as F } from 'fp-ts'
import type { HopfieldError } from '@engram/hopfield'
import { markdown, type Report } from './Report.js'

const introduction = `# Examples

Associative memories at work, with what they get right and what they do not. Everything here is computed from a seed by
the programs in [apps/examples](../apps/examples/src), which print it again:

\`\`\`sh
pnpm --filter @engram/examples start letters
pnpm --filter @engram/examples start identity
pnpm --filter @engram/examples start pictures
pnpm --filter @engram/examples start faces
pnpm --filter @engram/examples start words
\`\`\`

The page is compared with what they print in CI; \`pnpm --filter @engram/examples docs:write\` brings it up to date.`

/** All reports on one page, or what went wrong. */
export const page = (
  reports: ReadonlyArray<E.Either<HopfieldError.HopfieldError, Report>>,
): E.Either<HopfieldError.HopfieldError, string> =>
  F.pipe(
    E.sequenceArray(reports),
    E.map((all) => [introduction, ...all.map(markdown)].join('\n\n')),
  )
