/**
 * Texts that people type and that may not be readable.
 */
import { either as E } from 'fp-ts'

/** Tells what is wrong with a text in the way that browsers do, or hands its meaning on. */
export const accept =
  <A>(parse: (text: string) => E.Either<string, A>, on: (value: A) => void) =>
  (event: Event): void => {
    const field = event.currentTarget
    if (!(field instanceof HTMLTextAreaElement) && !(field instanceof HTMLInputElement)) return
    const result = parse(field.value)
    field.setCustomValidity(E.isLeft(result) ? result.left : '')
    field.setAttribute('aria-invalid', String(E.isLeft(result)))
    if (E.isLeft(result)) field.reportValidity()
    else on(result.right)
  }
