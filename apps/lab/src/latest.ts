/** Remembers the last call: the same arguments, compared by identity, get the same answer. */
export const latest = <A extends ReadonlyArray<unknown>, B>(compute: (...args: A) => B): ((...args: A) => B) => {
  let last: { readonly args: A; readonly answer: B } | undefined
  return (...args) => {
    if (last === undefined || args.some((arg, index) => arg !== last?.args[index]))
      last = { args, answer: compute(...args) }
    return last.answer
  }
}

/** Remembers for each object the last call about it. */
export const latestOf = <K extends object, A extends ReadonlyArray<unknown>, B>(
  compute: (key: K, ...args: A) => B,
): ((key: K, ...args: A) => B) => {
  const kept = new WeakMap<K, (...args: A) => B>()
  return (key, ...args) => {
    const known = kept.get(key) ?? latest((...rest: A) => compute(key, ...rest))
    kept.set(key, known)
    return known(...args)
  }
}

/** Remembers the last record: one with the same parts, compared by identity, is that record. */
export const latestRecord = <R extends object>(): ((record: R) => R) => {
  let last: R | undefined
  return (record) => {
    if (last === undefined || Object.entries(record).some(([key, part]) => part !== Reflect.get(last ?? {}, key)))
      last = record
    return last
  }
}
