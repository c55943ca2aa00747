/**
 * A picture of cells as one tab stop: a cursor that keys move, and the cell under the pointer.
 *
 * Only the cell under the cursor exists for assistive technology, with its row and column.
 */
import { css, html, nothing, type TemplateResult } from 'lit'

export interface Extent {
  readonly columns: number
  readonly rows: number
}

export const cellGridStyle = css`
  .stage {
    position: relative;
    line-height: 0;
    border-radius: 4px;
  }
  .stage:focus-visible {
    outline: 2px solid var(--blue-fill);
    outline-offset: 4px;
  }
  canvas {
    display: block;
  }
  .cursor {
    position: absolute;
    box-sizing: border-box;
    border: 2px solid var(--orange-fill);
    border-radius: 2px;
    box-shadow: 0 0 0 1px var(--surface);
    pointer-events: none;
    opacity: 0;
    min-inline-size: 6px;
    min-block-size: 6px;
  }
  .stage:focus-visible .cursor {
    opacity: 1;
  }
`

const along = (place: number, length: number, count: number): number =>
  Math.max(0, Math.min(count - 1, Math.floor((place / length) * count)))

/** The cell under a pointer on a picture. */
export const cellAt = (event: MouseEvent, picture: Element, { columns, rows }: Extent): number => {
  const { left, top, width, height } = picture.getBoundingClientRect()
  return along(event.clientY - top, height, rows) * columns + along(event.clientX - left, width, columns)
}

/** Where a key moves the cursor; nothing for a key that does not. */
export const moved = (
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  cursor: number,
  { columns, rows }: Extent,
): number | undefined => {
  const column = cursor % columns
  const row = Math.floor(cursor / columns)
  const moves: { readonly [key: string]: number } =
    ctrlKey || metaKey
      ? { Home: 0, End: rows * columns - 1 }
      : {
          ArrowLeft: column > 0 ? cursor - 1 : cursor,
          ArrowRight: column < columns - 1 ? cursor + 1 : cursor,
          ArrowUp: row > 0 ? cursor - columns : cursor,
          ArrowDown: row < rows - 1 ? cursor + columns : cursor,
          Home: row * columns,
          End: row * columns + columns - 1,
          PageUp: column,
          PageDown: (rows - 1) * columns + column,
        }
  return moves[key]
}

const share = (place: number, count: number): string => `${((100 * place) / count).toFixed(3)}%`

/** The cell under the cursor. */
export const cursorCell = (
  cursor: number,
  { columns, rows }: Extent,
  label: string,
  isSelected?: boolean,
): TemplateResult => {
  const [row, column] = [Math.floor(cursor / columns), cursor % columns]
  return html`<div role="row" aria-rowindex=${row + 1}>
    <div
      class="cursor"
      role="gridcell"
      id="cell"
      aria-colindex=${column + 1}
      aria-selected=${isSelected ?? nothing}
      aria-label=${label}
      style=${`left:${share(column, columns)};top:${share(row, rows)};width:${share(1, columns)};height:${share(1, rows)}`}
    ></div>
  </div>`
}
