import { either as E } from 'fp-ts'

/** The value of an operation whose requirements the scene's documents meet; a failure is a defect of the scene. */
export const must =
  <L>(render: (error: L) => string) =>
  <A>(result: E.Either<L, A>): A => {
    if (E.isLeft(result)) throw new Error(render(result.left))
    return result.right
  }
