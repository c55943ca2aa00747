import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { locate, render, type Machine } from '../src/chromium/Locate.js'

/** A machine that keeps a diary; programs in `working` start, and each step may add to them. */
const machine = (given: {
  readonly env?: Readonly<Record<string, string>>
  readonly installed?: ReadonlyArray<string>
  readonly working?: ReadonlyArray<string>
  readonly downloads?: boolean
  readonly packages?: boolean
  readonly mayInstall?: boolean
}): { readonly machine: Machine; readonly diary: ReadonlyArray<string> } => {
  const diary: Array<string> = []
  const working = new Set(given.working ?? [])
  const installed = [...(given.installed ?? [])]
  return {
    diary,
    machine: {
      env: (name) => given.env?.[name],
      installed: () => installed,
      playwright: () => '/playwright/chrome',
      starts: (program) => working.has(program),
      download: () => {
        diary.push('download')
        if (given.downloads === true) working.add('/playwright/chrome')
      },
      mayInstall: () => given.mayInstall ?? false,
      install: () => {
        diary.push('install')
        if (given.packages === true) {
          working.add('/usr/bin/chromium')
          installed.push('/usr/bin/chromium')
        }
      },
      say: () => undefined,
    },
  }
}

describe('locate', () => {
  test('takes what the environment names, first variable first', () => {
    const { machine: subject, diary } = machine({
      env: { ENGRAM_CHROMIUM: '/mine', CHROME_PATH: '/other' },
      installed: ['/usr/bin/chromium'],
      working: ['/mine', '/other', '/usr/bin/chromium'],
    })
    expect(locate(subject)).toEqual(E.right('/mine'))
    expect(diary).toEqual([])
  })

  test('does not quietly use another browser than the one named', () => {
    const { machine: subject, diary } = machine({
      env: { ENGRAM_CHROMIUM: '', CHROME_PATH: '/gone' },
      installed: ['/usr/bin/chromium'],
      working: ['/usr/bin/chromium'],
    })
    const answer = locate(subject)
    expect(answer).toEqual(E.left({ _tag: 'Misnamed', variable: 'CHROME_PATH', program: '/gone' }))
    expect(E.isLeft(answer) && render(answer.left)).toBe('CHROME_PATH names /gone, which is not a program that starts.')
    expect(diary).toEqual([])
  })

  test('passes over an installed browser that does not start', () => {
    const { machine: subject } = machine({ installed: ['/snap/stub', '/usr/bin/chrome'], working: ['/usr/bin/chrome'] })
    expect(locate(subject)).toEqual(E.right('/usr/bin/chrome'))
  })

  test('uses a browser that Playwright has already downloaded', () => {
    const { machine: subject, diary } = machine({ working: ['/playwright/chrome'] })
    expect(locate(subject)).toEqual(E.right('/playwright/chrome'))
    expect(diary).toEqual([])
  })

  test('downloads one when there is none', () => {
    const { machine: subject, diary } = machine({ downloads: true, mayInstall: true, packages: true })
    expect(locate(subject)).toEqual(E.right('/playwright/chrome'))
    expect(diary).toEqual(['download'])
  })

  test('installs the package when the download fails and it may', () => {
    const { machine: subject, diary } = machine({ mayInstall: true, packages: true })
    expect(locate(subject)).toEqual(E.right('/usr/bin/chromium'))
    expect(diary).toEqual(['download', 'install'])
  })

  test.each([{ mayInstall: false }, { mayInstall: true }])('stops with one sentence otherwise: %j', (given) => {
    const { machine: subject, diary } = machine(given)
    const answer = locate(subject)
    expect(answer).toEqual(E.left({ _tag: 'Nowhere' }))
    expect(E.isLeft(answer) && render(answer.left).split('. ')).toHaveLength(1)
    expect(diary).toEqual(given.mayInstall ? ['download', 'install'] : ['download'])
  })
})
