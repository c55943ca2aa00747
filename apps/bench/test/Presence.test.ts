import { expect, test } from 'vitest'
import type { NodeContender, PythonContender } from '../src/Contender.js'
import { muster } from '../src/Presence.js'

const installed: NodeContender = { runtime: 'node', name: 'installed', version: () => '1', ways: {} }

const missing: NodeContender = {
  ...installed,
  name: 'missing',
  version: () => {
    throw new Error('ENOENT')
  },
}

const numpy: PythonContender = { runtime: 'python', name: 'numpy', module: 'numpy', environment: {}, ways: {} }
const torch: PythonContender = { ...numpy, name: 'torch', module: 'torch' }
const wide: PythonContender = { ...numpy, name: 'wide', flag: 'avx512f' }

const all = [installed, missing, numpy, torch, wide]

test('without a Python, only what Node has takes part', () => {
  const { present, absent } = muster(all, undefined, ['avx512f'])
  expect(present).toEqual([installed])
  expect(absent).toEqual([
    { contender: 'missing', reason: 'it is not installed' },
    { contender: 'numpy', reason: 'no Python here can import numpy' },
    { contender: 'torch', reason: 'no Python here can import torch' },
    { contender: 'wide', reason: 'no Python here can import numpy' },
  ])
})

test('a Python brings the modules that it has, on processors that they can use', () => {
  const { present, absent } = muster(all, { program: 'python3', modules: ['numpy'] }, ['avx2'])
  expect(present).toEqual([installed, numpy])
  expect(absent.at(-1)).toEqual({ contender: 'wide', reason: 'the processor has no avx512f' })
})
