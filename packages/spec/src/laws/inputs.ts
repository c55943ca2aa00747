/**
 * What the laws try: documents, documents with one thing changed, and values that no one should have to expect.
 */
import fc, { type Arbitrary } from 'fast-check'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const isArray = (value: unknown): value is ReadonlyArray<unknown> => Array.isArray(value)

/** The same data, bit for bit: −0 is not 0; the order of keys is nothing. */
export const same = (x: unknown, y: unknown): boolean => {
  if (isArray(x)) return isArray(y) && x.length === y.length && x.every((each, i) => same(each, y[i]))
  if (!isObject(x)) return Object.is(x, y)
  return (
    isObject(y) &&
    Object.keys(x).length === Object.keys(y).length &&
    Object.entries(x).every(([key, value]) => Object.hasOwn(y, key) && same(value, y[key]))
  )
}

export const mapLeaves =
  (change: (leaf: unknown) => unknown) =>
  (value: unknown): unknown => {
    if (isArray(value)) return value.map(mapLeaves(change))
    if (!isObject(value)) return change(value)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapLeaves(change)(inner)]))
  }

/** Another copy of the same data. */
export const copy = mapLeaves((leaf) => leaf)

const unsigned = mapLeaves((leaf) => (leaf === 0 ? 0 : leaf))

/** The same data as numbers go: −0 is 0. */
export const alike = (x: unknown, y: unknown): boolean => same(unsigned(x), unsigned(y))

/** A way down into data: at each step one of the parts, counted round and round. */
type Route = ReadonlyArray<number>

export const routes: Arbitrary<Route> = fc.array(fc.nat(), { maxLength: 6 })

/** The data with the part at the end of the route changed. */
export const changeAlong =
  ([step, ...others]: Route, change: (part: unknown) => unknown) =>
  (value: unknown): unknown => {
    const keys = isArray(value) || isObject(value) ? Object.keys(value) : []
    if (step === undefined || keys.length === 0) return change(value)
    const chosen = keys[step % keys.length]
    const inner = changeAlong(others, change)
    if (isArray(value)) return value.map((part, i) => (String(i) === chosen ? inner(part) : part))
    return Object.fromEntries(
      Object.entries(value as object).map(([key, part]: readonly [string, unknown]) => [
        key,
        key === chosen ? inner(part) : part,
      ]),
    )
  }

const pick = <A>([first, ...others]: readonly [A, ...ReadonlyArray<A>], choice: number): A =>
  [first, ...others][choice % (others.length + 1)] ?? first

/** Names that every object inherits, which a careless look-up finds. */
const inherited = ['constructor', '__proto__', 'toString']

const plainEdits = (part: unknown): ReadonlyArray<unknown> => {
  if (typeof part === 'number') return [part + 1, part - 1, -part, part / 2, part + 0.5, part * 2 ** 60, String(part)]
  if (typeof part === 'string') return [`${part}x`, '', ...inherited]
  if (typeof part === 'boolean') return [!part, Number(part)]
  if (isArray(part))
    return [
      part.slice(1),
      part.slice(0, -1),
      [...part, ...part.slice(-1)],
      [...part, null],
      Object.fromEntries(part.entries()),
    ]
  if (isObject(part)) {
    const entries = Object.entries(part)
    return [
      ...entries.map((_, i) => Object.fromEntries(entries.toSpliced(i, 1))),
      ...['extra', ...inherited].map((key) => ({ ...part, [key]: 0 })),
      Object.values(part),
    ]
  }
  return []
}

const plainLeaves = [null, true, 0, 1, 0.5, -1, 2 ** 53, '', [], {}, [[]]] as const

const foreignLeaves = [
  NaN,
  Infinity,
  -Infinity,
  undefined,
  10n,
  Symbol.iterator,
  Map,
  new Map(),
  new Float64Array(1),
] as const

/** Half of the choices change a part in a way of its own, half put something else in its place. */
const edit =
  (leaves: readonly [unknown, ...ReadonlyArray<unknown>], choice: number) =>
  (part: unknown): unknown => {
    const [first, ...others] = plainEdits(part)
    const which = Math.floor(choice / 2)
    return choice % 2 === 0 && first !== undefined ? pick([first, ...others], which) : pick(leaves, which)
  }

/** Changes one part of a document. */
export type Edit = (document: unknown) => unknown

const editsWith = (leaves: readonly [unknown, ...ReadonlyArray<unknown>]): Arbitrary<ReadonlyArray<Edit>> =>
  fc.array(
    fc.tuple(routes, fc.nat()).map(([route, choice]): Edit => changeAlong(route, edit(leaves, choice))),
    { minLength: 1, maxLength: 24, size: 'max' },
  )

/** Edits that leave JSON data: a key more or less, another type, a bound missed by one. */
export const edits = editsWith(plainLeaves)

/** Near misses of one document, or other documents. */
const nearMisses =
  (each: Arbitrary<ReadonlyArray<Edit>>) =>
  (values: Arbitrary<unknown>): Arbitrary<ReadonlyArray<unknown>> =>
    fc.tuple(values, each).map(([document, changes]) => changes.map((change) => change(document)))

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
})

const alone = (values: Arbitrary<unknown>): Arbitrary<ReadonlyArray<unknown>> => values.map((value) => [value])

/** Documents, near misses, and JSON data at large; several at a time. */
export const jsonData = (values: Arbitrary<unknown>): Arbitrary<ReadonlyArray<unknown>> =>
  fc.oneof({ weight: 3, arbitrary: nearMisses(edits)(values) }, alone(values), alone(fc.jsonValue()))

/** The same, with NaN, maps and the like among what is put in, and anything else that JavaScript can hold. */
export const anyData = (values: Arbitrary<unknown>): Arbitrary<ReadonlyArray<unknown>> =>
  fc.oneof(
    { weight: 3, arbitrary: nearMisses(editsWith([...plainLeaves, ...foreignLeaves]))(values) },
    alone(values),
    alone(fc.jsonValue()),
    alone(anything),
  )

/** The document with one of its parts made to hold the document. */
export const knot = (document: unknown, route: Route, choice: number): unknown => {
  const root = changeAlong(route, (part) => {
    const [first, ...others] = isObject(part) ? Object.keys(part) : []
    return first === undefined
      ? part
      : {
          ...(part as object),
          get [pick([first, ...others], choice)](): unknown {
            return root
          },
        }
  })(document)
  return root
}

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

const within = (): object => {
  const self = {
    get list(): unknown {
      return [self]
    },
  }
  return self
}

const endless = (): object => new Proxy({ a: 0 }, { get: endless })

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

/** Values made to break whoever reads them carelessly, by name: some cannot even be printed. */
export const hostile: Readonly<Record<string, () => unknown>> = {
  'an object within itself': within,
  'ten thousand arrays within one another': () => nested(10_000),
  'a proxy that goes on for ever': endless,
  'a revoked proxy': revoked,
  'a getter that throws': () => ({
    get kind() {
      return Object.keys(revoked())
    },
  }),
  'an array of a million holes': () => Array(1_000_000),
  'an object without prototype': () => ({ __proto__: null, kind: { __proto__: null } }),
  'an own key __proto__': () => JSON.parse('{ "__proto__": { "__proto__": [] } }'),
  'keys that are symbols': () => ({ [Symbol.toPrimitive]: revoked, [Symbol.toStringTag]: revoked() }),
}
