/**
 * A recall as data.
 *
 * Convention: patterns and units are counted from 0. The trace has one entry for each update, in columns.
 */
import { option as O } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { Document } from '@engram/spec'
import type { Recalled, Start } from './Run.js'

/** What was done to a pattern; nothing to a picture of its own. */
export const corruptionOf = (start: Start): Parameters<typeof Document.stringify>[0] => {
  switch (start._tag) {
    case 'Given':
      return null
    case 'Covered':
      return { pattern: start.pattern, kind: 'cover', half: start.half }
    case 'Corrupted':
      return { pattern: start.pattern, kind: start.corruption, share: start.share }
  }
}

/** The text of `engram recall --json`: one document, described in the manual of the program. */
export const json = ({ certificate, grid, likenesses, model, recalled, run, start, target }: Recalled): string => {
  const { network, schedule, seed } = model
  return `${Document.stringify({
    kind: 'recall',
    version: 1,
    recalled,
    verdict: { ...certificate.verdict },
    certificate: {
      margin: O.toNullable(certificate.margin),
      radius: O.toNullable(certificate.radius),
      distance: certificate.distance,
      guaranteed: certificate.guaranteed,
    },
    target,
    sweeps: run.sweeps,
    flips: run.flips,
    energies: run.energies,
    overlaps: { probe: likenesses.map(({ before }) => before), result: likenesses.map(({ after }) => after) },
    grid: { ...grid },
    encoding: network.encoding,
    tie: network.tie,
    schedule,
    seed,
    corruption: corruptionOf(start),
    names: likenesses.map(({ title }) => title),
    patterns: likenesses.map(({ pattern }) => Pattern.toArray(pattern)),
    probe: Pattern.toArray(run.start),
    result: Pattern.toArray(run.state),
    trace: {
      units: [...run.trace.units],
      fields: [...run.trace.fields],
      flipped: [...run.trace.flipped],
      energies: [...run.trace.energies],
    },
  })}\n`
}
