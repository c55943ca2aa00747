import { either as E } from 'fp-ts'

/**
 * The value of an operation whose requirements the scene's documents meet. A failure is a defect of the scene: it is
 * told as the data that it is, so that no page carries prose for errors that it never meets.
 */
export const must = <L, A>(result: E.Either<L, A>): A => {
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left))
  return result.right
}
