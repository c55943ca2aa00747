const E_LOW = 1.4456468917292502e-16

/** e x + 1 without the loss of digits near x = −1/e: the product of e, in two parts, and x, split as Dekker (1971) does */
export const aboveBranch = (x: number): number => {
  const split = 134217729
  const scaled = split * Math.E
  const eHigh = scaled - (scaled - Math.E)
  const eLow = Math.E - eHigh
  const stretched = split * x
  const xHigh = stretched - (stretched - x)
  const xLow = x - xHigh
  const product = Math.E * x
  const error = eLow * xLow - (product - eHigh * xHigh - eLow * xHigh - eHigh * xLow)
  return product + 1 + (error + E_LOW * x)
}

/** W near the branch point, as a series in p = ±√(2(e x + 1)) (Corless et al. 1996, eq. 4.22) */
export const branchSeries = (p: number): number => {
  const terms = [-1, 1, -1 / 3, 11 / 72, -43 / 540, 769 / 17280, -221 / 8505, 680863 / 43545600, -1963 / 204120]
  let sum = 0
  for (let i = terms.length - 1; i >= 0; i--) sum = sum * p + terms[i]!
  return sum
}

/**
 * w with w eʷ = x, from a guess on the same branch: Newton's method for w + log w = log x made quartic (Fritsch, Shafer and
 * Crowley 1973). x is not 0 and w not −1.
 */
export const fritsch = (x: number, guess: number): number => {
  let w = guess
  for (let step = 0; step < 4; step++) {
    const z = (Math.abs(x) > 1e-300 ? Math.log(x / w) : Math.log(Math.abs(x)) - Math.log(Math.abs(w))) - w
    const q = 2 * (1 + w) * (1 + w + (2 / 3) * z)
    const relative = (z / (1 + w)) * ((q - z) / (q - 2 * z))
    w *= 1 + relative
    if (Math.abs(relative) < 1e-17) break
  }
  return w
}
