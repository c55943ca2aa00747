import { testAssembly } from '../../../vitest.assembly.js'
import { simd } from '../src/kernels/simd/machine.js'

testAssembly('@engram/hopfield', new URL('../assembly/', import.meta.url), simd)
