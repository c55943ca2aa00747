declare module 'virtual:formula/*' {
  /** HTML and MathML of one formula. */
  export const markup: string
}

declare module 'virtual:formula-style' {
  export const style: string
}
