import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

const main = path('../dist/main.js')
const examples = path('../examples')
const scratch = mkdtempSync(join(tmpdir(), 'engram-'))

const environment = { PATH: process.env['PATH'], LANG: 'C.UTF-8' }

interface Given {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
}

/** Runs the built program in the folder of examples, as a shell would. */
const engram = (args: ReadonlyArray<string>, { env = {}, input = '' }: Given = {}) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [main, ...args], {
    cwd: examples,
    encoding: 'utf8',
    env: { ...environment, ...env },
    input,
  })
  return { code: status, out: stdout, err: stderr }
}

beforeAll(() => expect(existsSync(main), 'build the program first: pnpm build').toBe(true))

afterAll(() => rmSync(scratch, { recursive: true }))

describe('recall', () => {
  test.each(['j', 'a', 'x', 'l'])('knows the letter %s from a drawing', (letter) => {
    const { code, err, out } = engram(['recall', 'letters.txt', '--probe', `letter-${letter}.png`])
    expect(err).toBe('')
    expect(out).toContain(`✓ recalled pattern ${'jaxl'.indexOf(letter) + 1}`)
    expect(code).toBe(0)
  })

  test('stores drawings too', () => {
    const drawings = ['letter-j.png', 'letter-a.png', 'letter-x.png', 'letter-l.png']
    const { code, out } = engram(['recall', ...drawings, '--grid', '12x12', '--pattern', '3', '--seed', '7'])
    expect(out).toContain('1 letter-j')
    expect(out).toContain('✓ recalled pattern 3 letter-x')
    expect(code).toBe(0)
  })

  test('ends with 1 when the pattern did not come back', () => {
    const { code, out } = engram(['recall', 'letters.txt', '--corrupt', '100%'])
    expect(out).toContain('✗ reversed')
    expect(code).toBe(1)
  })

  test('writes a network that verify accepts', () => {
    const net = join(scratch, 'net.json')
    expect(engram(['recall', 'letters.txt', '--seed', '7', '--save-net', net]).code).toBe(0)
    expect(JSON.parse(readFileSync(net, 'utf8'))).toMatchObject({ kind: 'hopfield', grid: { width: 10, height: 12 } })
    const { code, out } = engram(['verify', net])
    expect(out).toContain('✓ the expected recalls end where they should: 1 recall')
    expect(code).toBe(0)
  })

  test('compares memories of shades, and writes what they made of a picture', () => {
    const image = join(scratch, 'owl.png')
    const pictures = readdirSync(join(examples, 'pictures'))
      .toSorted()
      .map((name) => join('pictures', name))
    const owl = `${pictures.indexOf(join('pictures', 'owl.png')) + 1}`
    const asked = ['recall', ...pictures, '--grid', '32x32', '--pattern', owl, '--mask', 'bottom']
    const { code, err, out } = engram([...asked, '--compare', '--out', image])
    expect(err).toBe('')
    expect(out).toContain('✗ classical')
    expect(out).toContain(`✓ modern, β = 8: recalled pattern ${owl} owl, after 2 updates`)
    expect(code).toBe(1)
    expect([...readFileSync(image).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(engram([...asked, '--model', 'modern']).code).toBe(0)
  })

  test('is colourless in a pipe, unless told otherwise, and ASCII where the locale is', () => {
    expect(engram(['recall', 'letters.txt']).out).not.toContain('\u001b')
    expect(engram(['recall', 'letters.txt'], { env: { FORCE_COLOR: '1' } }).out).toContain('\u001b[33m')
    expect(engram(['recall', 'letters.txt'], { env: { LANG: 'C' } }).out).toContain('+--------------------+')
  })
})

describe('verify', () => {
  test('accepts a sound network', () => {
    const { code, err, out } = engram(['verify', 'net.json'])
    expect(out).toContain('net.json holds: 7 checks')
    expect(err).toBe('')
    expect(code).toBe(0)
  })

  test('rejects a network with one asymmetric weight, with a smallest counterexample', () => {
    const { code, out } = engram(['verify', 'asymmetric.json'])
    expect(out).toContain('w(3,5) = 2 but w(5,3) = -4')
    expect(out).toContain('smallest counterexample: unit 5 (row 2, column 2) follows its field of +2,')
    expect(code).toBe(1)
  })

  test('reads the standard input', () => {
    const { code, out } = engram(['verify', '-'], { input: readFileSync(join(examples, 'net.json'), 'utf8') })
    expect(out).toContain('- holds: 7 checks')
    expect(code).toBe(0)
  })
})

describe('graph', () => {
  test('writes a picture, and tells where walks end', () => {
    const svg = join(scratch, 'net.svg')
    const { code, err, out } = engram(['graph', 'net.json', '--svg', svg])
    expect(err).toBe('')
    expect(out).toContain('pattern 2')
    expect(code).toBe(0)
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg [^]*<title[^>]*>L and X on four by four cells<[^]*<\/svg>\n$/)
  })

  test('prints the picture into a pipe', () => {
    const { code, out } = engram(['graph', '-'], { input: readFileSync(join(examples, 'asymmetric.json'), 'utf8') })
    expect(out).toMatch(/^<svg /)
    expect(code).toBe(0)
  })
})

describe('the machine', () => {
  test.each([
    [['recall', 'nowhere.txt'], 'nowhere.txt: no such file'],
    [['recall', '.'], '.: is a directory, where a file is needed'],
    [['recall', 'net.json/letters.txt'], 'net.json/letters.txt: leads through something that is not a directory'],
    [['recall', 'letters.txt', '--save-net', 'nowhere/net.json'], 'nowhere/net.json: no such directory'],
    [['recall', 'letters.txt', '--out', 'nowhere/out.png'], 'nowhere/out.png: no such directory'],
    [['graph', 'net.json', '--svg', 'nowhere/net.svg'], 'nowhere/net.svg: no such directory'],
    [
      ['verify', 'letters.txt'],
      'letters.txt, line 1, column 1: expected a value, came "."\n    1 | ..########\n      | ^',
    ],
  ])('%j', (args, message) => {
    expect(engram(args)).toEqual({ code: 2, out: '', err: `engram: ${message}\n` })
  })

  test('prints the schema that is checked in', () => {
    const checkedIn = readFileSync(path('../../../packages/hopfield/schema/hopfield.json'), 'utf8')
    expect(engram(['schema', 'hopfield'])).toEqual({ code: 0, out: checkedIn, err: '' })
  })

  test('knows its version', () => {
    const { version } = JSON.parse(readFileSync(path('../package.json'), 'utf8')) as { readonly version: string }
    expect(engram(['--version']).out).toBe(`${version}\n`)
  })

  test('is silent when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [main, 'recall', 'letters.txt', '--trace'], {
      cwd: examples,
      env: environment,
    })
    child.stdout.destroy()
    const [[code], err] = await Promise.all([once(child, 'exit'), text(child.stderr)])
    expect(err).toBe('')
    expect(code).not.toBe(2)
  })
})
