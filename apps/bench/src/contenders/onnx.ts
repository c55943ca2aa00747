/**
 * ONNX models of a few operations, written as bytes.
 *
 * References: onnx.proto3 of the Open Neural Network Exchange, whose field numbers stand beside each field; the wire
 *             format of Protocol Buffers.
 */
import type { Precision } from '../Task.js'

const varint = (n: number): ReadonlyArray<number> => (n < 128 ? [n] : [(n & 127) | 128, ...varint(n >>> 7)])

type Bytes = ReadonlyArray<number>

const number = (field: number, value: number): Bytes => [...varint(field << 3), ...varint(value)]

const bytes = (field: number, value: Bytes): Bytes => [...varint((field << 3) | 2), ...varint(value.length), ...value]

const text = (field: number, value: string): Bytes => bytes(field, [...Buffer.from(value, 'utf8')])

const elementTypes: Readonly<Record<Precision, number>> = { float32: 1, float64: 11 }

/** ValueInfoProto: name 1, type 2 (tensor 1: element type 1, shape 2 of dimensions 1 with value 1). */
const value = (name: string, precision: Precision, shape: ReadonlyArray<number>): Bytes => {
  const dimensions = shape.flatMap((size) => bytes(1, number(1, size)))
  const tensor = [...number(1, elementTypes[precision]), ...bytes(2, dimensions)]
  return [...text(1, name), ...bytes(2, bytes(1, tensor))]
}

/** AttributeProto: name 1, integer 3, type 20 (integer is 2). */
const attribute = (name: string, integer: number): Bytes => [...text(1, name), ...number(3, integer), ...number(20, 2)]

export interface Operation {
  readonly type: 'MatMul' | 'Softmax' | 'ReduceLogSumExp'
  readonly precision: Precision
  readonly inputs: Readonly<Record<string, ReadonlyArray<number>>>
  readonly output: ReadonlyArray<number>
  readonly attributes: Readonly<Record<string, number>>
}

/** One operation in a graph: what goes in and out by its name. */
export interface Node {
  readonly type: Operation['type'] | 'Mul'
  readonly from: ReadonlyArray<string>
  readonly to: string
  readonly attributes?: Readonly<Record<string, number>>
}

/** Operations one after another, the last of which makes `y`. */
export interface Graph extends Pick<Operation, 'precision' | 'inputs' | 'output'> {
  readonly nodes: ReadonlyArray<Node>
}

/** The graph of a single operation. */
export const alone = ({ type, attributes, ...rest }: Operation): Graph => ({
  ...rest,
  nodes: [{ type, from: Object.keys(rest.inputs), to: 'y', attributes }],
})

/** The model with the output `y`: version 1, graph 7 (nodes 1, name 2, inputs 11, outputs 12), operator set 8. */
export const model = ({ precision, inputs, output, nodes }: Graph): Uint8Array => {
  const node = ({ type, from, to, attributes = {} }: Node): Bytes => [
    ...from.flatMap((name) => text(1, name)),
    ...text(2, to),
    ...text(4, type),
    ...Object.entries(attributes).flatMap(([name, integer]) => bytes(5, attribute(name, integer))),
  ]
  const graph = [
    ...nodes.flatMap((each) => bytes(1, node(each))),
    ...text(2, 'graph'),
    ...Object.entries(inputs).flatMap(([name, shape]) => bytes(11, value(name, precision, shape))),
    ...bytes(12, value('y', precision, output)),
  ]
  return Uint8Array.from([...number(1, 8), ...bytes(7, graph), ...bytes(8, number(2, 13))])
}
