/**
 * The kernels that run on WebAssembly's 128-bit vectors. Each works on addresses that the TypeScript around it has
 * filled (src/kernels/simd); none keeps anything.
 */
export { copy32, copy64, gather32, gather64 } from './panel'
export { multiply32, multiply64 } from './product'
export { columns64, outer64, rows64 } from './vector'
export { softmax64 } from './exponential'
export { pick64, rescale64, weigh64 } from './mean'
export { differences32, planes32 } from './signs'
