/**
 * Linear scales. d3-scale would bring interpolation of colours and formats of numbers along, a fifth of the lab's size.
 */
type Interval = readonly [number, number]

/** The straight map that takes one interval to the other. */
export const linear =
  ([fromLow, fromHigh]: Interval, [toLow, toHigh]: Interval) =>
  (value: number): number =>
    fromHigh === fromLow ? toLow : toLow + ((value - fromLow) / (fromHigh - fromLow)) * (toHigh - toLow)
