/**
 * Plain data: what JSON text can hold. Foreign values are copied once, here, before anything looks at them.
 *
 * Convention: objects are read as `JSON.stringify` reads them, by their own enumerable string keys; but nothing is
 *             converted or left out in silence. Leaves pass as they are, for the schema to judge. A hole in an array,
 *             an object of a class (a Date, a Map, a typed array), a getter or proxy that throws, a value that contains
 *             itself or is nested deeper than `maxDepth` is refused, so that whoever reads the copy meets none of them.
 */
import { either as E, function as F } from 'fp-ts'
import { at, mismatch, missing, type Failure } from './Failure.js'

type Reading = E.Either<Failure, unknown>

/** Arrays and objects within one another; more would endanger the stack of whoever recurs over a document. */
export const maxDepth = 256

export type PlainObject = Readonly<Record<string, unknown>>

/** Whether the prototype is `Object.prototype`, of whichever realm, or there is none. */
const isPlain = (value: object): value is PlainObject => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** Of a copy: whether it is an object. */
export const isObject = (tree: unknown): tree is PlainObject =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

/** Of a copy: whether it is an array. */
export const isArray = (tree: unknown): tree is ReadonlyArray<unknown> => Array.isArray(tree)

const readArray = (inner: (value: unknown) => Reading, value: ReadonlyArray<unknown>): Reading =>
  F.pipe(
    value,
    E.traverseReadonlyArrayWithIndex((index, element): Reading => {
      const reading = Object.hasOwn(value, index) ? inner(element) : E.left(missing('an element'))
      return E.isLeft(reading) ? E.left(at(index)(reading.left)) : reading
    }),
  )

const readObject = (inner: (value: unknown) => Reading, value: PlainObject): Reading =>
  F.pipe(
    Object.entries(value),
    E.traverseArray(([key, member]) =>
      F.pipe(
        inner(member),
        E.bimap(at(key), (copy) => [key, copy] as const),
      ),
    ),
    E.map(Object.fromEntries),
  )

const readWithin =
  (enclosing: ReadonlyArray<object>) =>
  (value: unknown): Reading => {
    if (typeof value !== 'object' || value === null) return E.right(value)
    if (enclosing.includes(value)) return E.left(mismatch('data that does not contain itself', value))
    if (enclosing.length === maxDepth) return E.left(mismatch(`at most ${maxDepth} levels of nesting`, value))
    const inner = readWithin([...enclosing, value])
    return F.pipe(
      E.tryCatch(
        () => {
          if (isArray(value)) return readArray(inner, value)
          return isPlain(value) ? readObject(inner, value) : E.left(mismatch('plain data', value))
        },
        () => mismatch('data that can be read', value),
      ),
      E.flatten,
    )
  }

/**
 * A copy that is a tree of arrays, plain objects and leaves, or the first thing that keeps it from being one.
 *
 * Cost: proportional to the value written out as text (a shared part counts each time).
 */
export const read: (value: unknown) => Reading = readWithin([])
