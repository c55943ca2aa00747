/**
 * A recall in both directions as data.
 *
 * Convention: pairs and units are counted from 0; a missing component is 0.
 */
import { Pattern } from '@engram/associative-memory'
import { Recall, type Pair } from '@engram/bam'
import { Document } from '@engram/spec'
import type { Told } from './Text.js'

const halves = ({ x, y }: Pair.Pair) => ({ x: Pattern.toArray(x), y: Pattern.toArray(y) })

/** The text of `engram bam --json`: one document, described in the manual of the program. */
export const json = ({ certificate, model, recall }: Told): string =>
  `${Document.stringify({
    kind: 'bam-recall',
    version: 1,
    recalled: certificate.verdict._tag === 'Stored',
    verdict: { ...certificate.verdict },
    sweeps: recall.sweeps,
    flips: recall.flips,
    energies: recall.energies,
    overlaps: certificate.overlaps.map(({ x, y }) => ({ x, y })),
    missing: { ...certificate.missing },
    encoding: model.bam.encoding,
    tie: model.bam.tie,
    names: model.pairs.map(({ name }) => name ?? ''),
    start: halves(recall.start),
    end: halves(recall.pair),
    halfSteps: Recall.halfSteps(recall).map(({ energy, fields, flips, layer, state }) => ({
      layer,
      fields: Array.from(fields),
      state: Pattern.toArray(state),
      flips,
      energy,
    })),
  })}\n`
