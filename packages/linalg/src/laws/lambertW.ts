/**
 * The two real branches of the Lambert function.
 *
 * References: Corless, Gonnet, Hare, Jeffrey and Knuth (1996), "On the Lambert W function".
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as LambertW from '../LambertW.js'
import type { Result } from './agree.js'
import { unit } from './rounding.js'

/** W₀ and W₋₁. */
export interface Branches {
  readonly principal: (x: number) => Result<number>
  readonly lower: (x: number) => Result<number>
}

const truth: Branches = { principal: LambertW.principal, lower: LambertW.lower }

const source = 'Corless et al. (1996)'

const onePass: Branches = {
  ...truth,
  principal: (x) => {
    const guess = Math.log1p(x) * (1 - Math.log1p(Math.log1p(x)) / (2 + Math.log1p(x)))
    return E.right(guess)
  },
}

/** Between the branch point and 0, and some powers of two. */
const negative = fc.oneof(
  fc.double({ min: -0.36787944117144222, max: -1e-300, noNaN: true }),
  fc.integer({ min: 2, max: 1000 }).map((k) => -(2 ** -k)),
)

const positive = fc.oneof(
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -1000, max: 1000 }).map((k) => 2 ** k),
)

/** x/w − eʷ = 0; an error of 32 units of w moves w eʷ by 32 u |1 + w|, relative, and Math.exp and the product add 4 units. */
const solves = (x: number, w: number): boolean =>
  x === 0 ? w === 0 : Math.abs((w / x) * Math.exp(w) - 1) <= unit * (32 * Math.abs(1 + w) + 8)

/** Where w eʷ leaves the range of float64 half way, logarithms tell as much. */
const solvesInLogs = (x: number, w: number): boolean =>
  Math.abs(Math.log(x / w) - w) <= unit * (32 * Math.abs(1 + w) + 8 * (1 + Math.abs(Math.log(Math.abs(x)))))

export const lambertWInverse = Law.law<Branches>({
  id: 'lambertW_inverse',
  statement: 'w eʷ = x on both branches, up to 32 units of w',
  source: `${source}, eq. 1.5`,
  hypotheses: [],
  property: ({ principal, lower }) =>
    fc.property(positive, negative, (x, y) =>
      F.pipe(
        E.Do,
        E.apS('above', principal(x)),
        E.apS('middle', principal(y)),
        E.apS('below', lower(y)),
        E.exists(
          ({ above, middle, below }) =>
            (x < 1e-200 ? solves(x, above) : solvesInLogs(x, above)) && solves(y, middle) && solvesInLogs(y, below),
        ),
      ),
    ),
  countermodels: [
    { id: 'guess', description: 'a good guess, not iterated', implementation: onePass },
    {
      id: 'logarithm',
      description: 'log x − log log x',
      implementation: { ...truth, principal: (x) => E.right(x > Math.E ? Math.log(x) - Math.log(Math.log(x)) : x) },
    },
  ],
})

export const lambertWBranches = Law.law<Branches>({
  id: 'lambertW_branches',
  statement: 'W₋₁(x) ≤ −1 ≤ W₀(x), and W₀ rises while W₋₁ falls',
  source: `${source}, §1`,
  hypotheses: [],
  property: ({ principal, lower }) =>
    fc.property(negative, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (x, t) =>
      F.pipe(
        E.Do,
        E.apS('above', principal(x)),
        E.apS('below', lower(x)),
        E.apS('later', principal(x * t)),
        E.apS('lowerLater', lower(x * t)),
        E.exists(
          ({ above, below, later, lowerLater }) => below <= -1 && above >= -1 && later >= above && lowerLater <= below,
        ),
      ),
    ),
  countermodels: [
    {
      id: 'oneBranch',
      description: 'the principal branch twice',
      implementation: { ...truth, lower: LambertW.principal },
    },
  ],
})

/**
 * With p = √(2(e x + 1)) the branches are −1 ± p − p²/3 ± 11 p³/72 − …: for p ≤ 0.01 the next terms are below p⁴/10. That p is known
 * no better than e x + 1, of which √u is left, is why x is taken from p: e x + 1 = p²/2 rounds x by u.
 */
export const lambertWBranchPoint = Law.law<Branches>({
  id: 'lambertW_branch_point',
  statement: 'near −1/e: W = −1 ± p − p²/3 ± 11 p³/72, up to p⁴/10 and what the rounding of x makes of p',
  source: `${source}, eq. 4.22`,
  hypotheses: [],
  property: ({ principal, lower }) =>
    fc.property(fc.double({ min: 1e-6, max: 0.01, noNaN: true }), (p) => {
      const x = (p * p) / 2 / Math.E - 1 / Math.E
      const near = (signed: number): number => -1 + signed - signed ** 2 / 3 + (11 * signed ** 3) / 72
      const slack = p ** 4 / 10 + (4 * unit) / p
      return F.pipe(
        E.Do,
        E.apS('above', principal(x)),
        E.apS('below', lower(x)),
        E.exists(({ above, below }) => Math.abs(above - near(p)) <= slack && Math.abs(below - near(-p)) <= slack),
      )
    }),
  countermodels: [
    {
      id: 'rounded',
      description: 'stops at −1 as soon as it is near',
      implementation: {
        principal: (x) => (x < -0.3678 ? E.right(-1) : LambertW.principal(x)),
        lower: LambertW.lower,
      },
    },
  ],
})

export const lambertWClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(lambertWInverse, truth),
  Check.claim(lambertWBranches, truth),
  Check.claim(lambertWBranchPoint, truth),
]
