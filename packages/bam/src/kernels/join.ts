interface Values {
  readonly length: number
  readonly [index: number]: number
}

/** Those of x, then those of y. */
export const joined = (x: Values, y: Values): Int8Array => {
  const out = new Int8Array(x.length + y.length)
  for (let i = 0; i < x.length; i++) out[i] = x[i] as number
  for (let j = 0; j < y.length; j++) out[x.length + j] = y[j] as number
  return out
}
