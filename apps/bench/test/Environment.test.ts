import { expect, test } from 'vitest'
import { flagsOf } from '../src/Environment.js'

test('flags that matter to numbers are picked, of the first processor', () => {
  const cpuinfo =
    'processor : 0\nflags\t\t: fpu vme avx avx2 fma avx512f avx512_vnni rdpid\n\nprocessor : 1\nflags : sse4_2\n'
  expect(flagsOf(cpuinfo)).toEqual(['avx', 'avx2', 'fma', 'avx512f', 'avx512_vnni'])
})

test('a machine that tells none has none', () => {
  expect(flagsOf('')).toEqual([])
})
