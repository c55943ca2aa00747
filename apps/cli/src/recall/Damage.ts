/**
 * Damage to a stored picture, the same for every memory that is shown it.
 *
 * Convention: cells that are covered are off in a picture of black and white, and halfway between paper and ink in one of
 *             shades: a bipolar unit has no such value. Cells that are flipped turn over, shades into their opposite.
 */
import { state as S } from 'fp-ts'
import { Corruption, Pattern } from '@engram/associative-memory'
import { Random } from '@engram/linalg'
import type { Grid } from '../Options.js'
import type { Gray } from '../pictures/Gray.js'
import type { Corrupted, Covered } from './Plan.js'

export type Damage = Corrupted | Covered

const isCovered = (half: Covered['half'], { height, width }: Grid, cell: number): boolean => {
  const [row, column] = [Math.floor(cell / width), cell % width]
  switch (half) {
    case 'top':
      return 2 * row < height
    case 'bottom':
      return 2 * row >= height
    case 'left':
      return 2 * column < width
    case 'right':
      return 2 * column >= width
  }
}

/** A picture of black and white, damaged; the generator is split off from that of the schedule. */
export const damaged =
  (damage: Damage, seed: number, grid: Grid) =>
  (pattern: Pattern.Bipolar): Pattern.Bipolar => {
    if (damage._tag === 'Covered')
      return Pattern.unsafePattern(
        'Bipolar',
        Int8Array.from(pattern.data, (value, cell) => (isCovered(damage.half, grid, cell) ? -1 : value)),
      )
    const corrupt = damage.corruption === 'flip' ? Corruption.flip(damage.share) : Corruption.mask(damage.share)
    return S.evaluate(S.evaluate(Random.fromSeed(seed))(Random.split))(corrupt(pattern))
  }

/** A picture of shades, damaged in the same cells. */
export const damagedGray =
  (damage: Damage, seed: number) =>
  (gray: Gray): Gray => {
    const all = Pattern.unsafePattern('Bipolar', new Int8Array(gray.width * gray.height).fill(1))
    const { data } = damaged(damage, seed, gray)(all)
    const turnsOver = damage._tag === 'Corrupted' && damage.corruption === 'flip'
    return {
      width: gray.width,
      height: gray.height,
      darkness: Float64Array.from(gray.darkness, (cell, k) => (data[k] === 1 ? cell : turnsOver ? 1 - cell : 0.5)),
    }
  }
