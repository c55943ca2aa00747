/**
 * Schemas held against the laws: the examples of this package, and the documents of any other.
 */
import { Check, type Law } from '@engram/law'
import { jsonSchema, type JsonSchema } from '../JsonSchema.js'
import type { Schema } from '../Schema.js'
import { decode_generated, encode_decode, guard_iff_decode, total } from './decoding.js'
import { eq_equivalence, eq_structural } from './equality.js'
import { everything, expression, network } from './examples.js'
import { hasShape, interpretersOf } from './Interpreters.js'
import { jsonSchema_iff_decode } from './jsonSchema.js'
import { parse_iff_decode, parse_stringify } from './text.js'

/** Makes a validator from a JSON Schema, as ajv's `compile` does. */
export type Compile = (schema: JsonSchema) => (value: unknown) => boolean

/**
 * The claims that a schema obeys the laws of this package; with a validator, that its JSON Schema does too.
 *
 * ```ts runnable
 * import { Check, Report } from '@engram/law'
 * import { Schema } from '@engram/spec'
 * import { claimsFor } from '@engram/spec/laws'
 *
 * const claims = claimsFor('probe', Schema.make((S) => S.struct({ state: S.array(S.spin), seed: S.seed })))
 * claims.every((claim) => Report.isHeld(claim.check({ seed: 7, runs: 20 }))) // => true
 * claims[0]?.law.id // => 'decode_generated.probe'
 * ```
 */
export const claimsFor = <A>(name: string, schema: Schema<A>, compile?: Compile): ReadonlyArray<Check.Claim> => {
  const claim = <I>(law: Law.Law<I>, implementation: I): Check.Claim =>
    Check.claim({ ...law, id: `${law.id}.${name}` }, implementation)
  const interpreters = interpretersOf(schema)
  return [
    claim(decode_generated, interpreters),
    claim(encode_decode, interpreters),
    claim(guard_iff_decode, interpreters),
    claim(total, interpreters),
    claim(parse_stringify, interpreters),
    claim(parse_iff_decode, interpreters),
    claim(eq_equivalence, interpreters),
    claim(eq_structural, interpreters),
    ...(compile === undefined
      ? []
      : [
          claim(jsonSchema_iff_decode, {
            values: interpreters.values,
            hasShape: hasShape(schema),
            accepts: compile(jsonSchema({})(schema)),
          }),
        ]),
  ]
}

/** The claims of the example schemas, with those on JSON Schema when there is a validator to ask. */
export const claimsWith = (compile?: Compile): ReadonlyArray<Check.Claim> => [
  ...claimsFor('everything', everything, compile),
  ...claimsFor('network', network, compile),
  ...claimsFor('expression', expression, compile),
]

export const claims: ReadonlyArray<Check.Claim> = claimsWith()
