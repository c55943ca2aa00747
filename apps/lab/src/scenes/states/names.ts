/**
 * What states are called: the letters of the lecture for four units, signs otherwise.
 */

/** The Kurdistan lecture's names, by the number of the state. */
const letters = 'KLJINMOPFEGHCDBA'

const spins = (index: number, units: number): ReadonlyArray<-1 | 1> =>
  Array.from({ length: units }, (_, unit) => (((index >> (units - 1 - unit)) & 1) === 1 ? 1 : -1))

/** + for a unit that is up, − for one that is down. */
export const signs = (index: number, units: number): string =>
  spins(index, units)
    .map((spin) => (spin === 1 ? '+' : '−'))
    .join('')

export const nameOf = (index: number, units: number): string =>
  units === 4 ? letters.charAt(index) : signs(index, units)

/** States in the order of their names: that of the lecture's table, or of their numbers downwards. */
export const listing = (units: number): ReadonlyArray<number> => {
  const indices = Array.from({ length: 2 ** units }, (_, index) => index)
  return units === 4
    ? indices.toSorted((a, b) => letters.charAt(a).localeCompare(letters.charAt(b)))
    : indices.toReversed()
}

/** The values of the units of a state, in the network's encoding. */
export const valuesOf = (index: number, units: number, encoding: 'bipolar' | 'binary'): ReadonlyArray<number> =>
  spins(index, units).map((spin) => (encoding === 'bipolar' ? spin : (spin + 1) / 2))
