/**
 * The textbook versions of what goes by chance: one line a formula over the energies of all states.
 * State number s has its first of n units as its most significant bit.
 */
type Numbers = ReadonlyArray<number>
type Rows = ReadonlyArray<Numbers>

const range = (count: number): Numbers => Array.from({ length: count }, (_, index) => index)

const sum = (terms: Numbers): number => terms.reduce((total, term) => total + term, 0)

/** The values of all states, in the order of their numbers */
export const allStates = (lower: number, n: number): Rows =>
  range(2 ** n).map((s) => range(n).map((i) => ((s >> (n - 1 - i)) & 1 ? 1 : lower)))

/** exp(−E/T) / Z, the lowest energy taken away first */
export const boltzmann = (energies: Numbers, temperature: number): Numbers => {
  const factors = energies.map((energy) => Math.exp(-(energy - Math.min(...energies)) / temperature))
  return factors.map((factor) => factor / sum(factors))
}

/** −T ln Z */
export const freeEnergy = (energies: Numbers, temperature: number): number =>
  Math.min(...energies) -
  temperature * Math.log(sum(energies.map((energy) => Math.exp(-(energy - Math.min(...energies)) / temperature))))

/** −Σ p ln p */
export const entropy = (p: Numbers): number => -sum(p.map((each) => (each === 0 ? 0 : each * Math.log(each))))

/** Σ p f */
export const mean = (p: Numbers, f: Numbers): number => sum(p.map((each, s) => each * (f[s] ?? 0)))

/** 1 / (1 + exp(ΔE/T)) */
export const heatBath = (rise: number, temperature: number): number => 1 / (1 + Math.exp(rise / temperature))

/** min(1, exp(−ΔE/T)) */
export const metropolis = (rise: number, temperature: number): number => Math.min(1, Math.exp(-rise / temperature))

/** P(s → t) when one unit is asked: the two states that differ in it */
export const oneUnit = (energies: Numbers, turns: (rise: number) => number, n: number, unit: number): Rows =>
  energies.map((from, s) => {
    const turned = s ^ (1 << (n - 1 - unit))
    const chance = turns((energies[turned] ?? 0) - from)
    return energies.map((_, t) => (t === turned ? chance : t === s ? 1 - chance : 0))
  })

/** pP */
export const push = (p: Numbers, chain: Rows): Numbers =>
  p.map((_, t) => sum(p.map((each, s) => each * (chain[s]?.[t] ?? 0))))

/** n⁻¹ Σᵢ Pᵢ */
export const anyUnit = (energies: Numbers, turns: (rise: number) => number, n: number): Rows => {
  const chains = range(n).map((unit) => oneUnit(energies, turns, n, unit))
  return energies.map((_, s) => energies.map((__, t) => sum(chains.map((chain) => chain[s]?.[t] ?? 0)) / n))
}

/** P₁P₂…, in the given order */
export const sweep = (energies: Numbers, turns: (rise: number) => number, n: number, order: Numbers): Rows =>
  energies.map((_, s) =>
    order.reduce<Numbers>(
      (p, unit) => push(p, oneUnit(energies, turns, n, unit)),
      energies.map((__, t) => (s === t ? 1 : 0)),
    ),
  )

/** p(y) ∝ exp(bᵀy/T) Πᵢ Σ_v exp(hᵢ(y) v/T), v over the two values of a unit: what updating all at once leads to */
export const little = (
  lower: number,
  biases: Numbers,
  fields: (y: Numbers) => Numbers,
  temperature: number,
): Numbers => {
  const logs = allStates(lower, biases.length).map(
    (y) =>
      sum(y.map((value, i) => (value * (biases[i] ?? 0)) / temperature)) +
      sum(fields(y).map((h) => Math.log(Math.exp(h / temperature) + Math.exp((lower * h) / temperature)))),
  )
  const factors = logs.map((each) => Math.exp(each - Math.max(...logs)))
  return factors.map((factor) => factor / sum(factors))
}
