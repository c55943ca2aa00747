/**
 * The formulas that scenes show, in TeX. They are rendered when the lab is built: no TeX runs in the browser.
 */
export const formulas = {
  energy: String.raw`E(y) = -\tfrac12 \textstyle\sum_{i,j} w_{ij}\, y_i\, y_j`,
  descent: String.raw`\Delta E = -\bigl(\textstyle\sum_j w_{ij}\, y_j\bigr)\,\Delta y_i \;\le\; 0`,
  update: String.raw`y_i \leftarrow \operatorname{sgn}\bigl(\textstyle\sum_j w_{ij}\, y_j\bigr)`,
  hebb: String.raw`w_{ij} = \textstyle\sum_p s_i^{(p)} s_j^{(p)}, \quad w_{ii} = 0`,
  overlap: String.raw`m_p = \tfrac1n\, s^{(p)}\!\cdot y`,
} as const

export type FormulaName = keyof typeof formulas
