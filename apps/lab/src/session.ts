/**
 * What happened in a scene, as data: the state is the fold of the events over the initial state.
 *
 * Undo, redo and replay are operations on the list of events; nothing else remembers anything.
 * Laws: session_present_eq_replay, session_undo_redo
 */

/** What a scene reacts to. Events of one stroke (a drag, a run) count as one for undo. */
export interface SceneEvent {
  readonly type: string
  readonly stroke?: number
}

export interface Session<S, E> {
  readonly initial: S
  readonly events: ReadonlyArray<E>
  readonly undone: ReadonlyArray<E>
  readonly present: S
}

export interface Rules<S, E> {
  readonly update: (state: S, event: E) => S
  /** One event that does what two events of one stroke do. */
  readonly merge: (first: E, second: E) => E
}

export const begin = <S>(initial: S): Session<S, never> => ({ initial, events: [], undone: [], present: initial })

export const replay = <S, E>(rules: Rules<S, E>, initial: S, events: ReadonlyArray<E>): S =>
  events.reduce(rules.update, initial)

const sameStroke = (first: SceneEvent | undefined, second: SceneEvent): boolean =>
  first !== undefined && second.stroke !== undefined && first.stroke === second.stroke && first.type === second.type

export const dispatch =
  <S, E extends SceneEvent>(rules: Rules<S, E>) =>
  (session: Session<S, E>, event: E): Session<S, E> => {
    const last = session.events[session.events.length - 1]
    const present = rules.update(session.present, event)
    return present === session.present
      ? session
      : {
          ...session,
          events:
            last !== undefined && sameStroke(last, event)
              ? [...session.events.slice(0, -1), rules.merge(last, event)]
              : [...session.events, event],
          undone: [],
          present,
        }
  }

export const undo =
  <S, E>(rules: Rules<S, E>) =>
  (session: Session<S, E>): Session<S, E> => {
    const last = session.events[session.events.length - 1]
    if (last === undefined) return session
    const events = session.events.slice(0, -1)
    return { ...session, events, undone: [last, ...session.undone], present: replay(rules, session.initial, events) }
  }

export const redo =
  <S, E>(rules: Rules<S, E>) =>
  (session: Session<S, E>): Session<S, E> => {
    const [next, ...undone] = session.undone
    return next === undefined
      ? session
      : { ...session, events: [...session.events, next], undone, present: rules.update(session.present, next) }
  }
