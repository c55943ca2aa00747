import { simd, type Machine } from './simd/machine.js'

/** The vectorised kernel where it pays and the platform has vectors, else the scalar one. */
export const choose = <K>(pays: boolean, scalar: K, vectorised: (machine: Machine) => K): K => {
  const machine = pays ? simd() : undefined
  return machine === undefined ? scalar : vectorised(machine)
}
