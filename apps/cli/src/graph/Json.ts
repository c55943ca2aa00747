/**
 * A transition graph as data.
 *
 * Convention: a state is numbered by its bits, up = 1, the first unit most significant; units and attractors are counted
 *             from 0. Edges are in columns.
 */
import { TransitionGraph } from '@engram/hopfield'
import { Document } from '@engram/spec'
import type { Landscape } from './Landscape.js'

/** The text of `engram graph --json`: one document, described in the manual of the program. */
export const json = ({ ends, graph, model, wells }: Landscape): string => {
  const edges = TransitionGraph.edges(graph)
  return `${Document.stringify({
    kind: 'graph',
    version: 1,
    title: model.title ?? null,
    units: graph.size,
    encoding: graph.encoding,
    energies: [...graph.energies],
    edges: {
      from: edges.map(({ from }) => from),
      to: edges.map(({ to }) => to),
      unit: edges.map(({ unit }) => unit),
    },
    fixedPoints: graph.fixedPoints,
    attractors: wells.map(({ certain, energy, kind, share, states }) => ({ kind, states, energy, share, certain })),
    basins: Array.from(ends, (end) => Math.max(-1, end)),
    cycles: graph.cycles.map(({ basin, states }) => ({ states, basin })),
  })}\n`
}
