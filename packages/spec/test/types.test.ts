import { expectTypeOf, test } from 'vitest'
import { Decoder, Document, Guard, Schema } from '../src/index.js'
import { network, type Expression, type Network, type expression } from '../src/laws/examples.js'

test('the type of a schema is that of its documents', () => {
  expectTypeOf<Network>().toEqualTypeOf<{
    readonly kind: 'network'
    readonly version: 1
    readonly tie: 'keep' | 'up' | 'down'
    readonly couplings:
      | { readonly from: 'weights'; readonly weights: ReadonlyArray<ReadonlyArray<number>> }
      | {
          readonly from: 'patterns'
          readonly patterns: ReadonlyArray<ReadonlyArray<-1 | 1>>
          readonly rule?: 'hebb'
        }
    readonly seed: number
    readonly thresholds?: ReadonlyArray<number>
    readonly expect?: {
      readonly energies?: ReadonlyArray<number>
      readonly fixed?: ReadonlyArray<ReadonlyArray<-1 | 1>>
    }
  }>()
  expectTypeOf<Schema.TypeOf<typeof expression>>().toEqualTypeOf<Expression>()
})

test('the interpreters know it', () => {
  expectTypeOf(Decoder.decode(network))
    .returns.extract<{ _tag: 'Right' }>()
    .toHaveProperty('right')
    .toEqualTypeOf<Network>()
  expectTypeOf(Guard.is(network)).guards.toEqualTypeOf<Network>()
  expectTypeOf<Network>().toExtend<Document.Json>()
})

test('a member of a sum has to declare its own tag', () => {
  Schema.make((S) =>
    S.sum('from')({
      // @ts-expect-error: the key says weights, the member says patterns
      weights: S.struct({ from: S.literal('patterns') }),
    }),
  )
})

test('what JSON cannot hold is no document', () => {
  // @ts-expect-error: a typed array would be written as an object
  Document.stringify(new Float64Array(1))
  // @ts-expect-error: so would a map, as an empty one
  Document.stringify({ weights: new Map() })
})
