/**
 * Where the states of a small net stand in a map: neighbours in a row or column differ in one unit.
 *
 * Convention: the units of the first half choose the row, those of the second half the column, both in Gray's code.
 */
const gray = (k: number): number => k ^ (k >> 1)

export interface Map {
  readonly columns: number
  /** The state in each cell, row by row, and the cell of each state. */
  readonly states: ReadonlyArray<number>
  readonly cells: ReadonlyArray<number>
}

export const mapOf = (units: number): Map => {
  const across = Math.ceil(units / 2)
  const columns = 2 ** across
  const states = Array.from(
    { length: 2 ** units },
    (_, cell) => (gray(Math.floor(cell / columns)) << across) | gray(cell % columns),
  )
  const cells = states.reduce<Array<number>>((all, state, cell) => {
    all[state] = cell
    return all
  }, [])
  return { columns, states, cells }
}
