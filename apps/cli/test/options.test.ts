import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import * as Options from '../src/Options.js'
import { plan } from '../src/recall/Plan.js'
import { terminal } from '../src/Terminal.js'
import * as Verify from '../src/verify/Plan.js'
import { right } from './support.js'

describe('values', () => {
  test.each([
    ['25%', 0.25],
    ['0.25', 0.25],
    ['.5', 0.5],
    ['0', 0],
    ['100%', 1],
    ['12.5%', 0.125],
  ])('the share %s', (text, value) => {
    expect(Options.share('--corrupt')(text)).toEqual(E.right(value))
  })

  test.each(['140%', '25', '-1%', '', '%', '1e-1', ' 1', 'NaN', '25 %'])('no share: %j', (text) => {
    expect(Options.share('--corrupt')(text)).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'BadOption', option: '--corrupt', actual: text },
    })
  })

  test('a grid', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 512 }), fc.integer({ min: 1, max: 512 }), (width, height) => {
        expect(Options.grid('--grid')(Options.showGrid({ width, height }))).toEqual(E.right({ width, height }))
      }),
    )
  })

  test.each(['16', '0x4', '4x513', '4x', '-4x4', '4x4x4', '4.5x4'])('no grid: %j', (text) => {
    expect(E.isLeft(Options.grid('--grid')(text))).toBe(true)
  })

  test('an order is counted from 1 outside, from 0 inside', () => {
    expect(Options.order('--order')('1,4, 3 2')).toEqual(E.right([0, 3, 2, 1]))
  })

  test.each(['0,1', '1,,x', '', '1;2', '-1'])('no order: %j', (text) => {
    expect(E.isLeft(Options.order('--order')(text))).toBe(true)
  })

  test.each(['-1', '1.5', '4294967296', 'seven', '0x7', ''])('no seed: %j', (text) => {
    expect(E.isLeft(Options.seed('--seed')(text))).toBe(true)
  })
})

describe('the plan of a recall', () => {
  test('has a default for everything', () => {
    expect(right(plan({}))).toEqual({
      probe: { _tag: 'Corrupted', pattern: 0, corruption: 'flip', share: 0.25 },
      seed: 1,
      encoding: 'bipolar',
      tie: 'keep',
      diagonal: 'zero',
      memories: [{ kind: 'classical' }],
      schedule: { kind: 'shuffled' },
      maxSweeps: 1000,
      invert: false,
      hold: false,
    })
  })

  test('takes every option', () => {
    expect(
      right(
        plan({
          probe: 'p.txt',
          seed: '7',
          grid: '8x9',
          threshold: '40%',
          invert: true,
          encoding: 'binary',
          tie: 'down',
          diagonal: 'kept',
          hold: true,
          order: '2,1',
          maxSweeps: '5',
        }),
      ),
    ).toEqual({
      probe: { _tag: 'FromFile', file: 'p.txt' },
      seed: 7,
      grid: { width: 8, height: 9 },
      threshold: 0.4,
      invert: true,
      encoding: 'binary',
      tie: 'down',
      diagonal: 'kept',
      hold: true,
      memories: [{ kind: 'classical' }],
      schedule: { kind: 'ordered', order: [1, 0] },
      maxSweeps: 5,
    })
  })

  test.each([
    [{ probe: 'p', corrupt: '1%' }, ['--probe', '--corrupt']],
    [{ probe: 'p', corruption: 'mask' }, ['--probe', '--corruption']],
    [{ probe: 'p', pattern: '1' }, ['--probe', '--pattern']],
    [{ probe: 'p', mask: 'left' }, ['--probe', '--mask']],
    [{ mask: 'left', corrupt: '1%' }, ['--mask', '--corrupt']],
    [{ mask: 'left', corruption: 'flip' }, ['--mask', '--corruption']],
    [{ order: '1', schedule: 'synchronous' }, ['--order', '--schedule synchronous']],
    [{ beta: '1' }, ['--model classical', '--beta']],
    [{ degree: '3', model: 'modern' }, ['--model modern', '--degree']],
    [{ beta: '3', model: 'dense' }, ['--model dense', '--beta']],
    [{ model: 'modern', schedule: 'ordered' }, ['--model modern', '--schedule']],
    [{ model: 'dense', trace: true }, ['--model dense', '--trace']],
    [{ compare: true, model: 'dense' }, ['--compare', '--model']],
    [{ compare: true, saveNet: 'net.json' }, ['--compare', '--save-net']],
  ])('knows what excludes each other: %j', (typed, options) => {
    expect(plan(typed)).toEqual(E.left({ _tag: 'Conflict', options }))
  })

  test.each([
    [{ model: 'modern' }, [{ kind: 'modern', beta: 8 }]],
    [{ model: 'modern', beta: '.25' }, [{ kind: 'modern', beta: 0.25 }]],
    [{ model: 'dense' }, [{ kind: 'dense', degree: 3 }]],
    [{ model: 'dense', degree: 'exp' }, [{ kind: 'dense', degree: 'exp' }]],
    [
      { compare: true, beta: '1e1', degree: '4' },
      [{ kind: 'classical' }, { kind: 'dense', degree: 4 }, { kind: 'modern', beta: 10 }],
    ],
  ])('knows the memories of %j', (typed, memories) => {
    expect(right(plan(typed)).memories).toEqual(memories)
  })

  test.each([
    ['top', 'top'],
    ['right', 'right'],
    ['half', 'bottom'],
  ])('covers a half: %s', (mask, half) => {
    expect(right(plan({ mask, pattern: '2' })).probe).toEqual({ _tag: 'Covered', pattern: 1, half })
  })

  test('of a verification has a default for everything', () => {
    expect(Verify.plan({})).toEqual(E.right({ seed: undefined, runs: 5000 }))
    expect(Verify.plan({ runs: '10', seed: '3' })).toEqual(E.right({ seed: 3, runs: 10 }))
  })
})

describe('the terminal', () => {
  const tty = { isTTY: true, columns: 100 }

  test.each([
    ['a terminal has colours', {}, tty, true],
    ['a pipe has none', {}, {}, false],
    ['NO_COLOR forbids them', { NO_COLOR: '1' }, tty, false],
    ['an empty NO_COLOR forbids nothing', { NO_COLOR: '' }, tty, true],
    ['a dumb terminal has none', { TERM: 'dumb' }, tty, false],
    ['FORCE_COLOR wants them', { FORCE_COLOR: '1', NO_COLOR: '1' }, {}, true],
    ['FORCE_COLOR=0 does not', { FORCE_COLOR: '0' }, tty, false],
  ])('%s', (_, env, stream, colours) => {
    expect(terminal(env, stream).colours).toBe(colours)
  })

  test.each([
    [{ LANG: 'de_DE.UTF-8' }, true],
    [{ LANG: 'en_US.utf8' }, true],
    [{ LANG: 'C' }, false],
    [{ LC_ALL: 'C', LANG: 'en_US.UTF-8' }, false],
    [{ LC_ALL: '', LC_CTYPE: 'C.UTF-8', LANG: 'C' }, true],
    [{}, true],
  ])('%j', (env, unicode) => {
    expect(terminal(env, {}).unicode).toBe(unicode)
  })

  test('draws as it is told', () => {
    expect(terminal({ LANG: 'C' }, {}, false).unicode).toBe(true)
    expect(terminal({ LANG: 'C.UTF-8' }, {}, true).unicode).toBe(false)
  })

  test('is as wide as it says, else as COLUMNS says, else eighty columns', () => {
    expect(terminal({ COLUMNS: '60' }, tty).width).toBe(100)
    expect(terminal({ COLUMNS: '60' }, {}).width).toBe(60)
    expect(terminal({ COLUMNS: 'x' }, {}).width).toBe(80)
  })
})
