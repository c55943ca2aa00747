import { mergeConfig } from 'vitest/config'
import shared from '../../vitest.shared.js'
import { formulasPlugin } from './build/formulas.ts'
import { picturesPlugin } from './build/pictures.ts'

export default mergeConfig(shared, { plugins: [formulasPlugin(), picturesPlugin()] })
