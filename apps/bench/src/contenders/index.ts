import type { Contender } from '../Contender.js'
import { engram } from './engram.js'
import { mathjs } from './mathjs.js'
import { mlMatrix } from './mlMatrix.js'
import { numeric } from './numeric.js'
import { numpy, numpyAvx512 } from './numpy.js'
import { onnxruntimeNode, onnxruntimeWeb } from './onnxruntime.js'
import { plain } from './plain.js'
import { pytorch, pytorchAvx512 } from './pytorch.js'
import { stdlib } from './stdlib.js'
import { tfjsCpu, tfjsWasm } from './tfjs.js'

/** Ours first: the others' times are told in terms of it. */
export const contenders: ReadonlyArray<Contender> = [
  engram,
  plain,
  mlMatrix,
  numeric,
  mathjs,
  stdlib,
  tfjsCpu,
  tfjsWasm,
  onnxruntimeWeb,
  onnxruntimeNode,
  numpy,
  numpyAvx512,
  pytorch,
  pytorchAvx512,
]
