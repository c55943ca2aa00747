/**
 * The same network over the other alphabet.
 *
 * Definitions: with y = 2b − 1, a bipolar network (W, θ, x) and the binary one with the same W and scale,
 *              θ′ᵢ = ½(θᵢ + scale·Σⱼ wᵢⱼ) and x′ = ½x run through the same states: each field of the binary network is
 *              half that of the bipolar one. Energies are related by E = 4E′ + shift, the same shift for every state.
 * Convention:  couplings, scale and tie policy stay as they are; thresholds and input change. Without the thresholds the
 *              two are different networks: of (1, 1, 1, −1) stored alone, the binary one has the fixed point 0000 too.
 * Laws:        translation_run_eq, translation_energy_eq, translation_inverse
 * References:  Hopfield (1982) uses 0 and 1, most theory −1 and +1; lectures K and M take the weights of one alphabet
 *              for units of the other.
 */
import { either as E, function as F } from 'fp-ts'
import { Vector } from '@engram/linalg'
import { sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { units } from './machine.js'
import type { Encoding, Network } from './Network.js'

/** A network, its input, and how the energies of the network it was translated from follow: factor·E + shift. */
export interface Translation {
  readonly network: Network
  readonly input: Vector.Vector
  readonly factor: number
  readonly shift: number
}

/** scale·Σⱼ wᵢⱼ of each unit. */
const rowSums = (network: Network): Float64Array => {
  const unbiased = { ...network, thresholds: Vector.zeros(network.size) }
  const machine = units.machine({ network: unbiased, input: undefined })(new Int8Array(network.size).fill(1))
  return Float64Array.from({ length: network.size }, (_, unit) => machine.field(unit))
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

const vector = (size: number, entry: (unit: number) => number): Vector.Vector =>
  Vector.unsafeFromFloat64(Float64Array.from({ length: size }, (_, unit) => entry(unit)))

const biases = (thresholds: Vector.Vector, input: Vector.Vector): Float64Array =>
  Float64Array.from(input.data, (x, i) => x - (thresholds.data[i] ?? 0))

const translate =
  (operation: string, encoding: Encoding) =>
  (network: Network, given?: Vector.Vector): E.Either<HopfieldError, Translation> =>
    F.pipe(
      given ?? Vector.zeros(network.size),
      E.fromPredicate(
        ({ length }) => length === network.size,
        ({ length }) => sizeMismatch(`${operation} (input)`, network.size, length),
      ),
      E.map((input) => {
        if (network.encoding === encoding) return { network, input, factor: 1, shift: 0 }
        const { size, thresholds } = network
        const rows = rowSums(network)
        const theta = (unit: number): number => thresholds.data[unit] ?? 0
        const toBinary = encoding === 'binary'
        const moved = vector(size, (unit) =>
          toBinary ? (theta(unit) + (rows[unit] ?? 0)) / 2 : 2 * theta(unit) - (rows[unit] ?? 0),
        )
        const seen = Vector.scale(toBinary ? 1 / 2 : 2)(input)
        // E of the bipolar one is 4E′ − ½ scale·Σᵢⱼ wᵢⱼ + Σᵢ (xᵢ − θᵢ), thresholds and input those of the bipolar one.
        const shift = sum(toBinary ? biases(thresholds, input) : biases(moved, seen)) - sum(rows) / 2
        return {
          network: { ...network, encoding, thresholds: moved },
          input: seen,
          factor: toBinary ? 4 : 1 / 4,
          shift: toBinary ? shift : -shift / 4,
        }
      }),
    )

/**
 * The binary network that runs as this one does; a binary network is itself.
 *
 * Formula:  θ′ = ½(θ + scale·W1), x′ = ½x; E = 4E′ − ½ scale·1ᵀW1 + Σᵢ (xᵢ − θᵢ)
 * Errors:   SizeMismatch (input)
 * Cost:     O(n²), or O(P·n) for implicit couplings
 * Numerics: exact for multiples of a power of two
 * Laws:     translation_run_eq, translation_energy_eq, translation_inverse
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Vector } from '@engram/linalg'
 * import { Pattern } from '@engram/associative-memory'
 * import { Network, Translation } from '@engram/hopfield'
 *
 * const binary = F.pipe(
 *   Pattern.bipolar([1, 1, 1, -1]),
 *   E.chainW((stored) => Network.fromPatterns({})([stored])),
 *   E.chainW((network) => Translation.toBinary(network)),
 * )
 * E.map(({ network }: Translation.Translation) => Vector.toArray(network.thresholds))(binary) // => E.right([0.5, 0.5, 0.5, -1.5])
 * E.map(({ shift }: Translation.Translation) => shift)(binary) // => E.right(0)
 * ```
 */
export const toBinary: (network: Network, input?: Vector.Vector) => E.Either<HopfieldError, Translation> = translate(
  'Translation.toBinary',
  'binary',
)

/**
 * The bipolar network that runs as this one does; a bipolar network is itself.
 *
 * Formula:  θ = 2θ′ − scale·W1, x = 2x′; E′ = ¼E + shift
 * Errors:   SizeMismatch (input)
 * Cost:     O(n²), or O(P·n) for implicit couplings
 * Numerics: exact for multiples of a power of two
 * Laws:     translation_run_eq, translation_energy_eq, translation_inverse
 */
export const toBipolar: (network: Network, input?: Vector.Vector) => E.Either<HopfieldError, Translation> = translate(
  'Translation.toBipolar',
  'bipolar',
)
