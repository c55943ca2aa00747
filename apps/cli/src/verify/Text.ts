/**
 * Findings about a network as text, with counterexamples drawn.
 */
import { Pattern } from '@engram/associative-memory'
import type { Network } from '@engram/hopfield'
import type { Model } from '@engram/hopfield/spec'
import { Finding } from '@engram/hopfield/verify'
import { beside } from '../draw/Block.js'
import { picture } from '../draw/Picture.js'
import { count, number, padRight, signed, table } from '../draw/Text.js'
import { unitName } from '../draw/Unit.js'
import { paint, type Terminal } from '../Terminal.js'

/** So many units of a state are written out; of a larger one those that are up are listed. */
const mostSigns = 32

const signs = (state: Network.State, unit: number | undefined): string =>
  Pattern.toArray(state)
    .map((value, i) => {
      const sign = Pattern.isBinary(state) ? `${value}` : value > 0 ? '+' : '-'
      return i === unit ? `[${sign}]` : ` ${sign} `
    })
    .join('')
    .trimEnd()

const unitsUp = (state: Network.State): string => {
  const up = Pattern.toArray(state).flatMap((value, i) => (value === 1 ? [i + 1] : []))
  return up.length === 0 ? 'no unit is up' : `up: ${up.join(', ')}`
}

/** A state, and another one that it differs from, if the difference is to be seen. */
type Shown = readonly [title: string, state: Network.State, reference?: Network.State]

/** States under their titles: as pictures where the model has a grid, else as signs or lists of units. */
const states = (
  terminal: Terminal,
  { grid }: Model.Model,
  unit: number | undefined,
  shown: ReadonlyArray<Shown>,
): ReadonlyArray<string> =>
  grid !== undefined && grid.height > 1
    ? beside(2)(shown.map(([title, state, reference]) => picture(terminal, grid)(title, state, reference))).lines
    : table(
        shown.map(([title, state]) => [title, state.length <= mostSigns ? signs(state, unit) : unitsUp(state)]),
        () => false,
      )

const turned = (state: Network.State, unit: number): Network.State => ({
  ...state,
  data: Int8Array.from(state.data, (value, i) => {
    const other = Pattern.isBinary(state) ? 1 - value : -value
    return i === unit ? other : value
  }),
})

/** A counterexample in words, and the states that it is about. */
const explain = (
  terminal: Terminal,
  model: Model.Model,
  check: Finding.Check,
  counterexample: Finding.Counterexample,
): ReadonlyArray<string> => {
  const unit = unitName(model.grid)
  const draw = (about: number | undefined, ...shown: ReadonlyArray<Shown>) => states(terminal, model, about, shown)
  switch (counterexample._tag) {
    case 'Asymmetric': {
      const { units, weights } = counterexample
      const [i, j] = units.map((each) => each + 1)
      return [`w(${i},${j}) = ${number(weights[0])} but w(${j},${i}) = ${number(weights[1])}`]
    }
    case 'SelfInhibiting': {
      const i = counterexample.unit + 1
      return [`w(${i},${i}) = ${number(counterexample.weight)}, which must not be below 0`]
    }
    case 'Restless': {
      const { field, index, state, unit: i } = counterexample
      const name = check === 'patterns' ? 'pattern' : 'state'
      return [`${unit(i)} leaves ${name} ${index + 1}: its field is ${signed(field)}`, ...draw(i, [name, state])]
    }
    case 'Rise': {
      const { after, before, field, state, unit: i } = counterexample
      return [
        `smallest counterexample: ${unit(i)} follows its field of ${signed(field)},`,
        `and the energy rises from ${number(before)} to ${number(after)}`,
        ...draw(i, ['before', state], ['after', turned(state, i), state]),
      ]
    }
    case 'OtherEnergy': {
      const { actual, expected, index, state } = counterexample
      return [
        `state ${index + 1} has energy ${number(actual)}, not ${number(expected)}`,
        ...draw(undefined, ['state', state]),
      ]
    }
    case 'OtherEnd': {
      const { actual, end, expected, from, index } = counterexample
      const what = { FixedPoint: 'ends elsewhere', Cycle: 'oscillates', Exhausted: 'does not come to rest' }[end]
      return [
        `recall ${index + 1} ${what}`,
        ...draw(undefined, ['from', from], ['expected', expected], ['came', actual, expected]),
      ]
    }
  }
}

const reach = ({ cases, extent }: Finding.Held, check: Finding.Check): string => {
  if (check === 'symmetric') return extent === 'by construction' ? extent : count(cases, 'pair')
  if (check === 'diagonal') return extent === 'zero' ? 'all w(i,i) = 0' : 'no w(i,i) < 0'
  if (check === 'descent')
    return extent === 'sample'
      ? `${count(cases, 'update')} drawn at random`
      : `all ${cases.toLocaleString('en')} updates`
  return count(cases, check === 'recalls' ? 'recall' : 'state')
}

const outcomeLines = (
  terminal: Terminal,
  model: Model.Model,
  { check, outcome }: Finding.Finding,
): ReadonlyArray<string> => {
  const { dim, green, red } = paint(terminal)
  const [good, bad, none] = terminal.unicode ? ['✓', '✗', '·'] : ['held', 'FALSE', '-']
  const width = terminal.unicode ? 1 : 5
  const line = (mark: string, rest: string): string => `${padRight(width)(mark)} ${Finding.statements[check]}${rest}`
  switch (outcome._tag) {
    case 'Held':
      return [line(green(good), dim(`: ${reach(outcome, check)}`))]
    case 'Skipped':
      return [dim(line(none, `: ${outcome.reason}`))]
    case 'Falsified':
      return [
        line(red(bad), ''),
        ...explain(terminal, model, check, outcome.counterexample).map((each) => `${' '.repeat(width + 3)}${each}`),
      ]
  }
}

/** What nobody expects is not worth a line. */
const isAsked = ({ outcome }: Finding.Finding): boolean =>
  outcome._tag !== 'Skipped' || outcome.reason !== 'nothing is expected'

/** What a network is. */
const heading = ({ network, patterns }: Model.Model): string =>
  `Hopfield network of ${count(network.size, `${network.encoding} unit`)}, ${count(patterns.length, 'stored pattern')}`

/** The findings, fitted to the terminal, with a summary in the last line. */
export const text =
  (terminal: Terminal, file: string, model: Model.Model) =>
  (findings: ReadonlyArray<Finding.Finding>): string => {
    const { bold, dim, green, red } = paint(terminal)
    const broken = findings.filter(Finding.isFalsified).length
    const held = findings.filter(({ outcome }) => outcome._tag === 'Held').length
    return [
      ...(model.title === undefined ? [] : [bold(model.title)]),
      dim(heading(model)),
      '',
      ...findings.filter(isAsked).flatMap((finding) => outcomeLines(terminal, model, finding)),
      '',
      bold(
        broken === 0
          ? green(`${file} holds: ${count(held, 'check')}`)
          : red(`${file} does not hold: ${broken} of ${count(broken + held, 'check')} falsified`),
      ),
    ]
      .map((line) => `${line}\n`)
      .join('')
  }
