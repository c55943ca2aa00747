/** What kernels read of patterns, one bit to a sign, set where it is +1. */
export interface Signs {
  /** How many units. */
  readonly size: number
  /** How many patterns. */
  readonly count: number
  /** Unit by unit, a bit for each pattern. */
  readonly units: Uint32Array
  /** Words of a unit. */
  readonly width: number
  /** Sixteen units at a time: a byte of each for eight patterns, then for the next eight, in whole groups of sixteen. */
  readonly blocks: Uint8Array
  /** Pattern by pattern, a bit for each unit. */
  readonly patterns: Uint32Array
  /** Words of a pattern, a multiple of four. */
  readonly length: number
  /** wᵢᵢ */
  readonly diagonal: number
}
