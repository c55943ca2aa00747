/** What came last, and all that came before: longer by one in a moment, however long it is. */
export interface Past<A> {
  readonly last: A
  readonly before?: Past<A> | undefined
}

/** items ← as many as there are places for of what came last, in the order in which it came. */
export const unroll = <A>(items: Array<A>, past: Past<A> | undefined): void => {
  let k = items.length
  for (let each = past; k > 0 && each !== undefined; each = each.before) items[--k] = each.last
}

/** How long ago something was of which this holds, what came last being 1; 0 if it never was. */
export const ago = <A>(past: Past<A> | undefined, holds: (each: A) => boolean): number => {
  let count = 1
  for (let each = past; each !== undefined; each = each.before, count++) if (holds(each.last)) return count
  return 0
}
