const raised = (exponent: string): string => exponent.replaceAll(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))

/** A number of a million and more by its first four digits. */
const great = (value: number): string =>
  value.toExponential(3).replace(/\.?0*e\+(\d+)/, (_, exponent: string) => `·10${raised(exponent)}`)

/** Numbers as text: a true minus sign, no digits that mean nothing. */
export const number = (value: number): string => {
  const rounded = Math.abs(value) >= 1e6 && Number.isFinite(value) ? great(value) : String(Number(value.toFixed(3)))
  return rounded.replace('-', '−').replace(/^−0$/, '0')
}

/** With its sign, also when positive. */
export const signed = (value: number): string => (value > 0 ? `+${number(value)}` : number(value))

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`
