export * as NetworkDocument from './NetworkDocument.js'
export * as Model from './Model.js'
