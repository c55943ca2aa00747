/**
 * The kernels of runs that work on WebAssembly's 128-bit vectors. Each works on addresses that the TypeScript around it
 * has filled (src/kernels/simd); none keeps anything.
 */
export { overlaps, sweepOverlaps } from './overlaps'
export { fields, sweepWeights } from './weights'
