/**
 * Laws that every learning rule obeys (row A12).
 */
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { Law } from '@engram/law'
import { Matrix } from '@engram/linalg'
import type { LearningRule } from '../LearningRule.js'
import { all } from '../LearningRule.js'
import { toBinary, unsafePattern, type Bipolar } from '../Pattern.js'
import * as Reference from '../reference.js'
import { equalRows, transpose } from './adapters.js'
import { bipolar, size, type Numbers, type Rows } from './arbitraries.js'

const pattern = (components: Numbers): Bipolar => unsafePattern('Bipolar', Int8Array.from(components))

const learnt = ({ learn }: LearningRule, pairs: ReadonlyArray<readonly [Numbers, Numbers]>): Rows =>
  E.match(
    () => [],
    ({ weights }: { readonly weights: Matrix.Matrix }) => Matrix.toRows(weights),
  )(learn(pairs.map(([input, target]) => ({ input: pattern(input), target: pattern(target) }))))

const binaryRules: ReadonlyArray<string> = ['covariance', 'willshaw']

/** The outputs that differ get different net inputs, in the right order. */
const separates = (rule: LearningRule, s: Numbers, t: Numbers): boolean => {
  const weights = learnt(rule, [[s, t]])
  const probe = binaryRules.includes(rule.id) ? Array.from(toBinary(pattern(s)).data) : s
  const net = transpose(weights).map((column) => Reference.dot(column, probe))
  const up = net.filter((_, j) => t[j] === 1)
  const down = net.filter((_, j) => t[j] === -1)
  return (
    net.length === t.length &&
    (up.length === 0 || down.length === 0 || Math.min(...up) > Math.max(...down) || probe.every((bit) => bit === 0))
  )
}

export const ruleSingle = Law.law<ReadonlyArray<LearningRule>>({
  id: 'rule_single',
  statement:
    'whatever the rule, one stored pattern with both values in it calls itself up: active units get more than the others',
  source: 'lecture V, "Storing patterns", one pattern',
  rows: ['A12'],
  hypotheses: [
    {
      id: 'stored',
      statement: 'the probe is the stored pattern',
      dropped: (rules) =>
        fc.property(
          fc.constantFrom(...rules),
          fc.integer({ min: 2, max: 6 }).chain((n) => fc.tuple(bipolar(n), bipolar(n))),
          (rule, [s, other]) => {
            const weights = learnt(rule, [[s, s]])
            return transpose(weights).every((column, j) => Reference.dot(column, other) * (s[j] ?? 0) > 0)
          },
        ),
    },
  ],
  property: (rules) =>
    fc.property(fc.constantFrom(...rules), fc.integer({ min: 3, max: 6 }).chain(bipolar), (rule, s) =>
      separates(rule, s, s),
    ),
  countermodels: [
    {
      id: 'unsigned',
      description: 'one of the rules strengthens a weight whatever the signs at its ends',
      implementation: all.map((rule) => ({
        ...rule,
        learn: (associations) =>
          E.map((memory: { readonly _tag: 'Memory'; readonly weights: Matrix.Matrix; readonly count: number }) => ({
            ...memory,
            weights: Matrix.unsafeFromFloat64(
              memory.weights.rows,
              memory.weights.cols,
            )(Float64Array.from(memory.weights.data, Math.abs)),
          }))(rule.learn(associations)),
      })),
    },
  ],
})

export const ruleSizes = Law.law<ReadonlyArray<LearningRule>>({
  id: 'rule_sizes',
  statement:
    'every rule gives inputs × outputs finite weights, the same for the same associations, and refuses none at all',
  source: 'the signature of the family',
  rows: ['A12'],
  hypotheses: [],
  property: (rules) =>
    fc.property(
      fc.constantFrom(...rules),
      size(5).chain((n) => fc.array(bipolar(n), { minLength: 1, maxLength: 3 })),
      (rule, stored) => {
        const pairs = stored.map((s): readonly [Numbers, Numbers] => [s, s])
        const weights = learnt(rule, pairs)
        const n = stored[0]?.length ?? 0
        return (
          weights.length === n &&
          weights.every((row) => row.length === n && row.every(Number.isFinite)) &&
          equalRows(weights, learnt(rule, pairs)) &&
          E.isLeft(rule.learn([]))
        )
      },
    ),
  countermodels: [
    {
      id: 'silent_on_nothing',
      description: 'answers an empty memory where there is nothing to learn',
      implementation: all.map((rule) => ({
        ...rule,
        learn: (associations) =>
          associations.length === 0
            ? E.right({ _tag: 'Memory', weights: Matrix.zeros(0, 0), count: 0 })
            : rule.learn(associations),
      })),
    },
  ],
})
