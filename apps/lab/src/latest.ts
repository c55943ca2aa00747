/** Remembers the last call: the same arguments, compared by identity, get the same answer. */
export const latest = <A extends ReadonlyArray<unknown>, B>(compute: (...args: A) => B): ((...args: A) => B) => {
  let last: { readonly args: A; readonly answer: B } | undefined
  return (...args) => {
    if (last === undefined || args.some((arg, index) => arg !== last?.args[index]))
      last = { args, answer: compute(...args) }
    return last.answer
  }
}
