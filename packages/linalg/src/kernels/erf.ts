import { exp } from './exp.js'
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/*
 * erf and erfc follow s_erf.c of fdlibm, whose notice is:
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunPro, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */

const polynomial = (coefficients: ReadonlyFloat64, x: number): number => {
  let sum = 0
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!
  return sum
}

/** 2/√π − 1 */
const EFX = 0.1283791670955126

const PP = [
  0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442, -2.3763016656650163e-5,
]
const QQ = [
  1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164, -3.960228278775368e-6,
]

/** erf(1), rounded to 24 bits */
const ERX = 0.8450629115104675

const PA = [
  -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
  0.035478304325618236, -0.002166375594868791,
]
const QA = [
  1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
  0.011984499846799107,
]

const RA = [
  -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
  -184.60509290671104, -81.2874355063066, -9.814329344169145,
]
const SA = [
  1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
  108.63500554177944, 6.570249770319282, -0.0604244152148581,
]

const RB = [
  -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
  -1025.0951316110772, -483.5191916086514,
]
const SB = [
  1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
  474.52854120695537, -22.44095244658582,
]

/** (erf x − x)/x for |x| < 0.84375 */
const nearZero = (x: number): number => {
  const z = x * x
  return polynomial(PP, z) / polynomial(QQ, z)
}

/** erf x − ERX for 0.84375 ≤ x < 1.25 */
const nearOne = (x: number): number => polynomial(PA, x - 1) / polynomial(QA, x - 1)

/** erfc x for 1.25 ≤ x < 28: exp(−x²) / x times a function of 1/x², where x² is taken apart so that it is not rounded. */
const tail = (x: number): number => {
  const s = 1 / (x * x)
  const ratio = x < 1 / 0.35 ? polynomial(RA, s) / polynomial(SA, s) : polynomial(RB, s) / polynomial(SB, s)
  const z = Math.fround(x)
  return (exp(-z * z - 0.5625) * exp((z - x) * (z + x) + ratio)) / x
}

/** erf x; odd, to the bit */
export const erf = (x: number): number => {
  const size = Math.abs(x)
  if (size < 2 ** -28) return size < 2 ** -1000 ? (16 * x + 16 * EFX * x) / 16 : x + EFX * x
  if (size < 0.84375) return x + x * nearZero(x)
  const value = size < 1.25 ? ERX + nearOne(size) : size < 6 ? 1 - tail(size) : 1
  return x < 0 ? -value : value
}

/** erfc x */
export const erfc = (x: number): number => {
  const size = Math.abs(x)
  if (size < 0.84375) {
    const part = x * nearZero(x)
    return x < 0.25 ? 1 - (x + part) : 0.5 - (part + (x - 0.5))
  }
  if (size < 1.25) return x > 0 ? 1 - ERX - nearOne(size) : 1 + ERX + nearOne(size)
  if (x < -6) return 2
  if (x > 28) return 0
  return x > 0 ? tail(x) : 2 - tail(size)
}
