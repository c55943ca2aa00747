export * as NetworkDocument from './NetworkDocument.js'
export * as Model from './Model.js'
export * as DenseDocument from './DenseDocument.js'
export * as DenseModel from './DenseModel.js'
