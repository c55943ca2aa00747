/**
 * What scenes look like, by concern: first the frame, then what several scenes put into it.
 */
import { cells } from './styles/cells.js'
import { claim } from './styles/claim.js'
import { layout } from './styles/layout.js'
import { links } from './styles/links.js'
import { matrix } from './styles/matrix.js'
import { opening } from './styles/opening.js'
import { panels } from './styles/panels.js'
import { plots } from './styles/plots.js'
import { run } from './styles/run.js'
import { space } from './styles/space.js'
import { tables } from './styles/tables.js'
import { tools } from './styles/tools.js'
import { units } from './styles/units.js'
import { weights } from './styles/weights.js'
import { working } from './styles/working.js'

export const frameStyle = [
  layout,
  opening,
  claim,
  tools,
  run,
  links,
  panels,
  plots,
  weights,
  matrix,
  space,
  units,
  cells,
  working,
  tables,
]
