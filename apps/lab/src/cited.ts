/** Sources that scenes link to, under packages/. */
export const cited = [
  'associative-memory/src/AutoAssociator.ts',
  'associative-memory/src/Hebbian.ts',
  'associative-memory/src/NearestNeighbour.ts',
  'associative-memory/src/Noise.ts',
  'associative-memory/src/Recall.ts',
  'associative-memory/src/Verdict.ts',
  'associative-memory/src/laws/auto.ts',
  'associative-memory/src/laws/noise.ts',
  'associative-memory/src/laws/recall.ts',
  'bam/src/Lyapunov.ts',
  'bam/src/Recall.ts',
  'bam/src/laws/lyapunov.ts',
  'bam/src/laws/recall.ts',
  'hopfield/src/Energy.ts',
  'hopfield/src/LocalField.ts',
  'hopfield/src/Recall.ts',
  'hopfield/src/TransitionGraph.ts',
  'hopfield/src/laws/energy.ts',
  'hopfield/src/laws/nearest.ts',
  'hopfield/src/laws/recall.ts',
] as const

export type Cited = (typeof cited)[number]
