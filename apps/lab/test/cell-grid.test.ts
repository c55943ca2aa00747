import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moved } from '../src/components/cell-grid.js'

const press = (key: string, cursor: number, ctrlKey = false): number | undefined =>
  moved({ key, ctrlKey, metaKey: false }, cursor, { columns: 4, rows: 3 })

describe('the cursor of a grid', () => {
  test.each([
    ['ArrowRight', 5, 6],
    ['ArrowRight', 7, 7],
    ['ArrowLeft', 4, 4],
    ['ArrowUp', 5, 1],
    ['ArrowUp', 1, 1],
    ['ArrowDown', 9, 9],
    ['Home', 6, 4],
    ['End', 6, 7],
    ['PageUp', 6, 2],
    ['PageDown', 6, 10],
    ['x', 6, undefined],
  ])('%s from %i', (key, from, to) => {
    expect(press(key, from)).toBe(to)
  })

  test('goes to the corners with Ctrl, and nowhere else', () => {
    expect([press('Home', 6, true), press('End', 6, true), press('ArrowUp', 6, true)]).toEqual([0, 11, undefined])
  })

  test('never leaves it', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean())),
        (columns, rows, presses) => {
          const end = presses.reduce(
            (cursor, [key, ctrlKey]) => moved({ key, ctrlKey, metaKey: false }, cursor, { columns, rows }) ?? cursor,
            0,
          )
          expect(end).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThan(columns * rows)
        },
      ),
    )
  })
})
