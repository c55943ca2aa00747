declare module 'virtual:formulas' {
  import type { FormulaName } from './formulas.js'

  export const markup: { readonly [name in FormulaName]: string }
  export const style: string
}
