import { either as E } from 'fp-ts'
import { maximum } from './kernels/softmax.js'
import { notANumber, type LinalgError } from './LinalgError.js'
import type { Vector } from './Vector.js'

/** The greatest of some extended reals, −∞ if there are none; Left at the first NaN. */
export const maximumOf =
  (operation: string) =>
  (x: Vector): E.Either<LinalgError, number> => {
    const max = maximum(x.data, 0, x.length)
    return Number.isNaN(max)
      ? E.left(notANumber(operation, [Array.from(x.data).findIndex((each) => Number.isNaN(each))]))
      : E.right(max)
  }
