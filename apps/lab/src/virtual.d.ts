declare module 'virtual:formula/*' {
  /** HTML and MathML of one formula. */
  export const markup: string
}

declare module 'virtual:formula-style' {
  export const style: string
}
declare module 'virtual:pictures' {
  /** Name and cells of each: one hexadecimal digit a cell, row by row, from 0 for paper to f for ink. */
  export const pictures: ReadonlyArray<readonly [string, string]>
  /** Until then there are none. */
  export const ready: Promise<void>
}
