import { task as T } from 'fp-ts'

/** Does one after another: what is measured must have the machine to itself. */
export const inTurn = <A, B>(items: ReadonlyArray<A>, f: (item: A) => Promise<B>): Promise<ReadonlyArray<B>> =>
  T.traverseSeqArray((item: A) => () => f(item))(items)()
