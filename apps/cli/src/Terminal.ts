/**
 * What the terminal can show.
 *
 * Convention: colours only on a terminal, and never when NO_COLOR is set (no-color.org); FORCE_COLOR overrides both.
 *             Box drawing unless the locale names another character set than UTF-8.
 */
import picocolors from 'picocolors'

export interface Terminal {
  /** In columns. */
  readonly width: number
  readonly colours: boolean
  /** Whether block and box characters can be drawn. */
  readonly unicode: boolean
}

/** What is known of an output stream. */
export interface Stream {
  readonly isTTY?: boolean
  readonly columns?: number
}

export type Environment = Readonly<Record<string, string | undefined>>

const isSet = (value: string | undefined): value is string => value !== undefined && value !== ''

const widthOf = (env: Environment, { columns }: Stream): number => {
  const told = Number(env['COLUMNS'])
  return columns ?? (Number.isInteger(told) && told > 0 ? told : 80)
}

const coloursOf = (env: Environment, { isTTY }: Stream): boolean => {
  if (isSet(env['FORCE_COLOR'])) return env['FORCE_COLOR'] !== '0'
  return !isSet(env['NO_COLOR']) && isTTY === true && env['TERM'] !== 'dumb'
}

const unicodeOf = (env: Environment): boolean => {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(isSet)
  return locale === undefined || /utf-?8/i.test(locale)
}

/** The terminal behind a stream; `ascii` decides what is drawn where it is given. */
export const terminal = (env: Environment, stream: Stream, ascii?: boolean): Terminal => ({
  width: widthOf(env, stream),
  colours: coloursOf(env, stream),
  unicode: ascii === undefined ? unicodeOf(env) : !ascii,
})

/** How words and cells are marked; the identity without colours. */
export type Paint = ReturnType<typeof picocolors.createColors>

export const paint = ({ colours }: Terminal): Paint => picocolors.createColors(colours)
