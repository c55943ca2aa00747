/** Sources that scenes link to, under packages/. */
export const cited = [
  'hopfield/src/Energy.ts',
  'hopfield/src/Recall.ts',
  'hopfield/src/TransitionGraph.ts',
  'hopfield/src/laws/energy.ts',
] as const

export type Cited = (typeof cited)[number]
