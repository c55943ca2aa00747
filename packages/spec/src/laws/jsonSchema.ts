/**
 * The law of JSON Schema. It takes a validator's answers, so the validator is the reader's choice.
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { arbitrary } from '../arbitrary.js'
import * as Guard from '../Guard.js'
import { isArray, isObject } from '../Plain.js'
import { interpret } from '../Schema.js'
import { complete } from '../Schemable.js'
import { everything } from './examples.js'
import { jsonData } from './inputs.js'
import { hasShape, type Shape } from './Interpreters.js'

/** What a validator would say of the JSON Schema of `everything` with some constructors replaced, told by a guard. */
const validatorWith = (replaced: Partial<typeof Guard.instance>): Shape => ({
  values: arbitrary(everything),
  hasShape: hasShape(everything),
  accepts: Guard.run(
    interpret(
      complete({
        ...Guard.instance,
        table: (entry, { rows, columns } = {}) => Guard.instance.array(Guard.instance.array(entry, columns), rows),
        ...replaced,
      }),
    )(everything),
  ),
})

export const jsonSchema_iff_decode = Law.law<Shape>({
  id: 'jsonSchema_iff_decode',
  statement: 'a validator accepts exactly the JSON data that decodes, but for rows of unequal length',
  source: 'JSON Schema, draft 2020-12',
  hypotheses: [],
  property: (shape) =>
    fc.property(jsonData(shape.values), (batch) =>
      batch.every((value) => shape.accepts(value) === shape.hasShape(value)),
    ),
  countermodels: [
    {
      id: 'additionalProperties',
      description: 'the schema leaves additionalProperties open',
      implementation: validatorWith({
        struct: (required, optional) => {
          const known = Object.keys({ ...required, ...optional })
          const { is } = Guard.instance.struct(required, optional)
          return {
            is: (tree): tree is never =>
              isObject(tree) && is(Object.fromEntries(Object.entries(tree).filter(([key]) => known.includes(key)))),
          }
        },
      }),
    },
    {
      id: 'boundless',
      description: 'the schema forgets the bounds of integers',
      implementation: validatorWith({ int: () => Guard.instance.int() }),
    },
    {
      id: 'openTuples',
      description: 'the schema of a tuple lets more elements follow',
      implementation: validatorWith({
        tuple: (...components) => ({
          is: (tree): tree is never =>
            isArray(tree) && components.every((component: Guard.Guard<unknown>, i) => component.is(tree[i])),
        }),
      }),
    },
    {
      id: 'nothingRequired',
      description: 'the schema does not list the required keys',
      implementation: validatorWith({
        struct: (required, optional) => {
          const { is } = Guard.instance.partial({ ...required, ...optional })
          return { is: (tree): tree is never => is(tree) }
        },
      }),
    },
  ],
})
