/**
 * Where the states of a small network are drawn, in a box of size one by one, y downwards.
 *
 * Definitions: in the cube each unit has a direction of its own, so that every edge in that direction is a flip of that
 *              unit; in the landscape states stand in rows, the higher the energy the higher the row.
 */

export type Point = readonly [number, number]

/** For four units the directions of the Petrie polygon of the hypercube: an octagon. */
const petrie = (units: number): ReadonlyArray<Point> =>
  Array.from({ length: units }, (_, unit) => {
    const angle = (Math.PI * (unit + 0.5)) / units
    return [Math.cos(angle), -Math.sin(angle)]
  })

/** Beyond four units small cubes on a larger grid. */
const nested: ReadonlyArray<Point> = [
  [1, 0],
  [0, -1],
  [0.46, -0.4],
  [2.3, 0.16],
  [0.2, -2.3],
  [4.75, 0.1],
]

const small: { readonly [units: number]: ReadonlyArray<Point> } = {
  1: [[1, 0]],
  2: [
    [1, 0],
    [0, -1],
  ],
  3: nested.slice(0, 3),
  4: petrie(4),
}

const bit = (index: number, unit: number, units: number): number => (index >> (units - 1 - unit)) & 1

const fit = (points: ReadonlyArray<Point>): ReadonlyArray<Point> => {
  const along = (axis: 0 | 1): ((value: number) => number) => {
    const values = points.map((point) => point[axis])
    const [low, high] = [Math.min(...values), Math.max(...values)]
    return (value) => (high === low ? 0.5 : (value - low) / (high - low))
  }
  const [x, y] = [along(0), along(1)]
  return points.map((point) => [x(point[0]), y(point[1])])
}

export const cube = (units: number): ReadonlyArray<Point> => {
  const directions = small[units] ?? nested.slice(0, units)
  return fit(
    Array.from({ length: 2 ** units }, (_, index) =>
      directions.reduce<Point>(
        ([x, y], [dx, dy], unit) => [x + dx * bit(index, unit, units), y + dy * bit(index, unit, units)],
        [0, 0],
      ),
    ),
  )
}

/** How wide the cube is for its height. */
export const cubeShape = (units: number): number => (units <= 2 ? 1.6 : units === 6 ? 1.8 : units === 5 ? 1.1 : 1.15)

/** More states of one energy than this are spread over several rows. */
const perRow = 20

/**
 * The energy landscape, a row for each energy, the highest on top: `pull` tells between 0 and 1 how far to the right a state belongs,
 * so that states of one basin stand together.
 */
export const landscape = (energies: ArrayLike<number>, pull: ReadonlyArray<number>): ReadonlyArray<Point> => {
  const states = Array.from({ length: energies.length }, (_, index) => index)
  const energyOf = (index: number): number => energies[index] ?? 0
  const levels = [...new Set(states.map(energyOf))].toSorted((a, b) => b - a)
  const places = new Map<number, Point>()
  levels.forEach((level, rank) => {
    const members = states
      .filter((index) => energyOf(index) === level)
      .toSorted((a, b) => (pull[a] ?? 0) - (pull[b] ?? 0) || a - b)
    const rows = Math.ceil(members.length / perRow)
    members.forEach((index, k) => {
      const y = levels.length === 1 ? 0.5 : rank / (levels.length - 1)
      const stagger = rows === 1 ? 0 : ((k % rows) - (rows - 1) / 2) * 0.06
      places.set(index, [(k + 0.5) / members.length, y + stagger])
    })
  })
  return states.map((index) => places.get(index) ?? [0.5, 0.5])
}
