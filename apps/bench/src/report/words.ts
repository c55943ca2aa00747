/**
 * Numbers as people read them.
 */

const short = (value: number, digits: number): string => String(Number(value.toPrecision(digits)))

const scales = [
  { unit: 's', milliseconds: 1000 },
  { unit: 'ms', milliseconds: 1 },
  { unit: 'µs', milliseconds: 1e-3 },
  { unit: 'ns', milliseconds: 1e-6 },
] as const

/** `0.0341` is `34.1 µs`. */
export const duration = (milliseconds: number): string => {
  const rounded = Number(milliseconds.toPrecision(3))
  const scale = scales.find((each) => rounded >= each.milliseconds) ?? scales[3]
  return `${short(rounded / scale.milliseconds, 3)} ${scale.unit}`
}

/** Half the distance between the quartiles, in percent of the middle. */
export const spread = ({
  median,
  low,
  high,
}: {
  readonly median: number
  readonly low: number
  readonly high: number
}): string => `± ${short((50 * (high - low)) / median, 1)} %`

/** `2.31` is `2.3×`. */
export const times = (ratio: number): string => `${short(ratio, 2)}×`

/** A relative error; `0` when there is none. */
export const error = (relative: number): string => (relative === 0 ? '0' : relative.toExponential(0))
