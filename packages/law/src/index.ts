export * as Law from './Law.js'
export * as Check from './Check.js'
export * as Report from './Report.js'
export * as Render from './Render.js'
