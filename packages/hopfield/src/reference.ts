/**
 * The textbook versions on plain arrays: one line a formula, no thought for speed.
 * The laws hold the implementations against these, and a stranger's implementation has the same shape.
 */
export * from './reference/network.js'
export * from './reference/theory.js'
export * as Dense from './reference/dense.js'
export * as Graded from './reference/graded.js'
export * as Modern from './reference/modern.js'
export * as Rbm from './reference/rbm.js'
export * as Stochastic from './reference/stochastic.js'
