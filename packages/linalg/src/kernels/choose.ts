import { simd, type Machine } from './simd/machine.js'

/**
 * The vectorised kernel where it pays and the platform has vectors, else the scalar one.
 *
 * It pays by the size of the operands alone, and both return the same bits, so that nobody can tell which one ran. Beside
 * each size stand the least of 31 interleaved measurements from which it comes (AMD EPYC 9005, Node 20).
 */
export const choose = <K>(pays: boolean, scalar: K, vectorised: (machine: Machine) => K): K => {
  const machine = pays ? simd() : undefined
  return machine === undefined ? scalar : vectorised(machine)
}
