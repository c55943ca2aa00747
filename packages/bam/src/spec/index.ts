export * as BamDocument from './BamDocument.js'
export * as Model from './Model.js'
