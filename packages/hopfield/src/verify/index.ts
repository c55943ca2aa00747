export * as Verify from './Verify.js'
export * as Finding from './Finding.js'
export * as Descent from './Descent.js'
