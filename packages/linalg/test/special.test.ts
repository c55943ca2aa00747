import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Erf, LambertW, Normal } from '../src/index.js'
import { expectAllClose } from './close.js'
import goldens from './goldens/special.json' with { type: 'json' }
import { right } from './right.js'

describe('the complementary error function agrees with mpmath, in the far tail too', () => {
  test.each(goldens.erfc)('$id', ({ inputs, expected, tolerance }) => {
    expectAllClose(inputs.x.map(Erf.erfc), expected.erfc, tolerance)
    // erf x = 1 − erfc x is within one unit of 1.
    const eps = { abs: 2 ** -52, rel: 0 }
    expectAllClose(
      inputs.x.map(Erf.erf),
      expected.erfc.map((each) => 1 - each),
      eps,
    )
  })
})

describe('quantiles agree with scipy', () => {
  test.each(goldens.quantile)('$id', ({ inputs, expected, tolerance }) => {
    const map = (f: (p: number) => E.Either<unknown, number>) => inputs.p.map((p) => right(f(p)))
    expectAllClose(map(Normal.quantile), expected.ndtri, tolerance)
    expectAllClose(map(Erf.erfcInverse), expected.erfcinv_p, tolerance)
    expectAllClose(map(Erf.erfInverse), expected.erfinv_p, tolerance)
  })
})

test('worked values of the Lambert function', () => {
  // Corless et al. (1996), and the omega constant.
  const tolerance = { abs: 0, rel: 1e-15 }
  expectAllClose([right(LambertW.principal(1))], [0.5671432904097838], tolerance)
  expectAllClose([right(LambertW.principal(-0.2))], [-0.2591711018190738], tolerance)
  expectAllClose([right(LambertW.lower(-0.2))], [-2.542641357773526], tolerance)
})

describe('ends of the domains', () => {
  test.each<[string, E.Either<unknown, number>, number]>([
    ['quantile(0)', Normal.quantile(0), -Infinity],
    ['quantile(1)', Normal.quantile(1), Infinity],
    ['erfInverse(−1)', Erf.erfInverse(-1), -Infinity],
    ['erfInverse(1)', Erf.erfInverse(1), Infinity],
    ['erfcInverse(0)', Erf.erfcInverse(0), Infinity],
    ['erfcInverse(2)', Erf.erfcInverse(2), -Infinity],
    ['W₀(∞)', LambertW.principal(Infinity), Infinity],
    ['W₀(−1/e)', LambertW.principal(-1 / Math.E), -1],
    ['W₋₁(−1/e)', LambertW.lower(-1 / Math.E), -1],
  ])('%s', (_, outcome, expected) => {
    expect(right(outcome)).toBe(expected)
  })
  test.each<[string, E.Either<unknown, number>]>([
    ['quantile', Normal.quantile(-1e-300)],
    ['quantile', Normal.quantile(NaN)],
    ['erfInverse', Erf.erfInverse(1.0000000000000002)],
    ['erfcInverse', Erf.erfcInverse(-5e-324)],
    ['W₀', LambertW.principal(-0.368)],
    ['W₋₁', LambertW.lower(0)],
    ['W₋₁', LambertW.lower(-0.368)],
  ])('outside: %s', (_, outcome) => {
    expect(outcome).toMatchObject(E.left({ _tag: 'OutOfRange' }))
  })
})
