/**
 * Schemas read once more: from anything at all to a document, clamped where a number is out of range,
 * taken from a fallback where nothing can be made of what came. A link from a stranger always opens.
 *
 * Convention: elements of an array that cannot be repaired are left out, and so are unknown keys.
 * Laws:       repair_is_document, repair_document
 */
import { Schema, Schemable } from '@engram/spec'

/** A value like the tree; else the fallback; else nothing. */
interface Repair<A> {
  readonly repair: (tree: unknown, fallback: A | undefined) => A | undefined
}

type URI = 'engram-lab/Repair'

declare module 'fp-ts/HKT.js' {
  interface URItoKind<A> {
    readonly 'engram-lab/Repair': Repair<A>
  }
}

type Tree = Readonly<Record<string, unknown>>

const isTree = (tree: unknown): tree is Tree => typeof tree === 'object' && tree !== null && !Array.isArray(tree)

const own = (tree: unknown, key: string): unknown => (isTree(tree) && Object.hasOwn(tree, key) ? tree[key] : undefined)

const keepIf = <A>(is: (tree: unknown) => tree is A): Repair<A> => ({
  repair: (tree, fallback) => (is(tree) ? tree : fallback),
})

const clamped = (
  { min = -Infinity, max = Infinity }: Schemable.Range,
  round: (x: number) => number,
): Repair<number> => ({
  repair: (tree, fallback) =>
    typeof tree === 'number' && !Number.isNaN(tree) && Math.abs(tree) !== Infinity
      ? Math.max(min, Math.min(max, round(tree)))
      : fallback,
})

const whole = (x: number): number => Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, Math.round(x)))

const fits = ({ min = 0, max = Infinity }: Schemable.Range, count: number): boolean => min <= count && count <= max

const array = <A>(item: Repair<A>, length: Schemable.Range = {}): Repair<ReadonlyArray<A>> => ({
  repair: (tree, fallback) => {
    if (!Array.isArray(tree)) return fallback
    const items = tree
      .slice(0, length.max)
      .map((element: unknown) => item.repair(element, undefined))
      .filter((element) => element !== undefined)
    return fits(length, items.length) ? items : fallback
  },
})

const membersOf = (members: object): ReadonlyArray<readonly [string, Repair<unknown>]> => Object.entries(members)

const instance: Schemable.Schemable<URI> = Schemable.complete<URI>({
  URI: 'engram-lab/Repair',
  literal: (...values) => keepIf((tree): tree is (typeof values)[number] => values.some((value) => value === tree)),
  string: keepIf((tree): tree is string => typeof tree === 'string'),
  boolean: keepIf((tree): tree is boolean => typeof tree === 'boolean'),
  finite: (range = {}) => clamped(range, (x) => x),
  int: (range = {}) => clamped(range, whole),
  nullable: (or) => ({
    repair: (tree, fallback) => (tree === null ? null : (or.repair(tree, fallback ?? undefined) ?? fallback)),
  }),
  struct: <A, B>(
    required: { readonly [K in keyof A]: Repair<A[K]> },
    optional?: { readonly [K in keyof B]: Repair<B[K]> },
  ): Repair<Schemable.Struct<A, B>> => ({
    repair: (tree, fallback) => {
      const read = ([key, member]: readonly [string, Repair<unknown>]): readonly [string, unknown] => [
        key,
        member.repair(own(tree, key), own(fallback, key)),
      ]
      const needed = membersOf(required).map(read)
      const extra = membersOf(optional ?? {})
        .map(read)
        .filter(([, value]) => value !== undefined)
      return needed.some(([, value]) => value === undefined)
        ? fallback
        : // Each member was read under its own key.
          (Object.fromEntries([...needed, ...extra]) as Schemable.Struct<A, B>)
    },
  }),
  record: (value) => ({
    repair: (tree, fallback) =>
      isTree(tree)
        ? Object.fromEntries(
            Object.entries(tree).flatMap(([key, member]) => {
              const repaired = value.repair(member, undefined)
              return repaired === undefined ? [] : [[key, repaired] as const]
            }),
          )
        : fallback,
  }),
  array,
  table: (entry, { rows = {}, columns = {} } = {}) => ({
    repair: (tree, fallback) => {
      const repaired = array(array(entry, columns), rows).repair(tree, undefined)
      return repaired === undefined || repaired.some((row) => row.length !== repaired[0]?.length) ? fallback : repaired
    },
  }),
  tuple: <A extends readonly [unknown, ...ReadonlyArray<unknown>]>(
    ...components: { [K in keyof A]: Repair<A[K]> }
  ): Repair<Readonly<A>> => {
    /** Each component is read in its own place. */
    const isWhole = (read: ReadonlyArray<unknown>): read is Readonly<A> => !read.includes(undefined)
    return {
      repair: (tree, fallback) => {
        if (!Array.isArray(tree)) return fallback
        const parts = components.map((component: Repair<unknown>, index) =>
          component.repair(tree[index], fallback?.[index]),
        )
        return isWhole(parts) ? parts : fallback
      },
    }
  },
  sum: (tag) => (members) => {
    const known = new Map<unknown, Repair<unknown>>(membersOf(members))
    return {
      repair: (tree, fallback) => {
        const name = own(tree, tag)
        const like = own(fallback, tag) === name ? fallback : undefined
        // The member that the tag names is one of the sum.
        return (known.get(name)?.repair(tree, like) as typeof fallback) ?? fallback
      },
    }
  },
  lazy: (_, item) => ({ repair: (tree, fallback) => item().repair(tree, fallback) }),
  describe: () => (item) => item,
})

/** A document of the schema from anything: what is wrong is clamped, or taken from the fallback. */
export const repair =
  <A>(schema: Schema.Schema<A>, fallback: A) =>
  (tree: unknown): A =>
    Schema.interpret(instance)(schema).repair(tree, fallback) ?? fallback
