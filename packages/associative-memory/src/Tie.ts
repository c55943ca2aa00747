/**
 * What a unit does when its net input equals its threshold.
 *
 * Convention: the lectures use four rules for the sign of zero, so none is built in:
 *             `zero` answers 0 (the traces of the iterated associator), `up` answers the upper value (neurodynex),
 *             `down` the lower one (Vitay), `keep` leaves the unit as it was (Fausett, Hopfield). `flip` turns it over:
 *             no lecture does, but it is the rule under which a net can wander for ever at constant energy.
 */

export type Tie = 'zero' | 'keep' | 'up' | 'down' | 'flip'

export type Encoding = 'bipolar' | 'binary'

/** The lower of the two values of a unit. */
export const lowerOf = (encoding: Encoding): -1 | 0 => (encoding === 'bipolar' ? -1 : 0)

/**
 * The activation of one unit.
 *
 * Formula: upper value if field > 0, lower value if field < 0, and by the tie policy if field = 0
 * Requires: field is not NaN
 */
export const activate =
  (encoding: Encoding, tie: Tie) =>
  (field: number, previous: number): number => {
    if (field > 0) return 1
    if (field < 0) return lowerOf(encoding)
    switch (tie) {
      case 'zero':
        return 0
      case 'keep':
        return previous
      case 'flip':
        return lowerOf(encoding) + 1 - previous
      case 'up':
        return 1
      case 'down':
        return lowerOf(encoding)
    }
  }
