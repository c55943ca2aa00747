/**
 * The formulas that scenes show, in TeX. They are rendered when the lab is built: no TeX runs in the browser.
 */
export const formulas = {
  descent: String.raw`\Delta E = -\bigl(\textstyle\sum_j w_{ij}\, y_j\bigr)\,\Delta y_i \;\le\; 0`,
  update: String.raw`y_i \leftarrow \operatorname{sgn}\bigl(\textstyle\sum_j w_{ij}\, y_j\bigr)`,
  iterated: String.raw`y \leftarrow f(W y),\quad W = \textstyle\sum s\, s^{\top}`,
  disturbed: String.raw`\lVert\delta\rVert < \bar\delta \;\Rightarrow\; f\bigl((s+\delta)^{\top} W\bigr) = t^{\top}`,
  driven: String.raw`E = -\tfrac{1}{2}\, y^{\top} W y \;-\; x^{\top} y \;+\; \theta^{\top} y`,
  nearest: String.raw`y^{\infty} \;=\; \operatorname*{arg\,min}_{s(p)}\; d\bigl(y^{0}, s(p)\bigr)`,
  bidirectional: String.raw`\Delta L \le 0,\quad L = -\,x W y^{\top}`,
  retrieved: String.raw`y \;\leftarrow\; X^{\top} \operatorname{softmax}(\beta\, X y)`,
} as const
