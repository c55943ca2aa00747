import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { begin, dispatch, redo, replay, undo, type Rules, type Session } from '../src/session.js'

/** The simplest scene: numbers that are added, strokes that run together. */
interface Add {
  readonly type: 'add'
  readonly by: number
  readonly stroke?: number
}

const rules: Rules<number, Add> = {
  update: (state, { by }) => state + by,
  merge: (first, second) => ({ ...second, by: first.by + second.by }),
}

const add = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }))
  .map(([by, stroke]): Add => (stroke === undefined ? { type: 'add', by } : { type: 'add', by, stroke }))

const doings = fc.array(fc.oneof(add, fc.constant('undo' as const), fc.constant('redo' as const)))

const session = fc
  .tuple(fc.integer({ min: 0, max: 9 }), doings)
  .map(([initial, all]) =>
    all.reduce<Session<number, Add>>(
      (now, doing) =>
        doing === 'undo' ? undo(rules)(now) : doing === 'redo' ? redo(rules)(now) : dispatch(rules)(now, doing),
      begin(initial),
    ),
  )

describe('session', () => {
  test('session_present_eq_replay: the present is the replay of the events', () => {
    fc.assert(
      fc.property(session, ({ initial, events, present }) => {
        expect(replay(rules, initial, events)).toBe(present)
      }),
    )
  })

  test('session_undo_redo: redo takes undo back, and undo takes redo back', () => {
    fc.assert(
      fc.property(session, (now) => {
        if (now.events.length > 0) expect(redo(rules)(undo(rules)(now))).toEqual(now)
        if (now.undone.length > 0) expect(undo(rules)(redo(rules)(now))).toEqual(now)
      }),
    )
  })

  test('events of one stroke are one step of undo', () => {
    const stroke = [3, 4, 5].map((by): Add => ({ type: 'add', by, stroke: 1 }))
    const drawn = stroke.reduce(dispatch(rules), begin(0) as Session<number, Add>)
    expect(drawn.present).toBe(12)
    expect(drawn.events).toHaveLength(1)
    expect(undo(rules)(drawn).present).toBe(0)
  })

  test('an event that changes nothing leaves no trace', () => {
    const now = dispatch(rules)(begin(3), { type: 'add', by: 0 })
    expect(now.events).toHaveLength(0)
  })
})
