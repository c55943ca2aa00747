import { either as E, function as F } from 'fp-ts'
import { expect } from 'vitest'

/** What is there; fails the test if it is not. */
export const right = <A>(result: E.Either<unknown, A>): A =>
  F.pipe(
    result,
    E.getOrElse((error): A => expect.fail(JSON.stringify(error))),
  )
