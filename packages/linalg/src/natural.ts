/** The size that a number stands for: rounded down, 0 at least, 0 for NaN. */
export const natural = (n: number): number => Math.floor(Math.max(0, n)) || 0
