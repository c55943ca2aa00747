/**
 * What an example has to say: prose, tables and blocks of text, written as Markdown.
 */
export interface Prose {
  readonly _tag: 'Prose'
  readonly text: string
}

export interface Table {
  readonly _tag: 'Table'
  readonly head: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
}

/** Text as it is, such as pictures of glyphs. */
export interface Block {
  readonly _tag: 'Block'
  readonly text: string
}

export interface Report {
  readonly title: string
  readonly parts: ReadonlyArray<Prose | Table | Block>
}

export const prose = (text: string): Prose => ({ _tag: 'Prose', text })

export const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): Table => ({
  _tag: 'Table',
  head,
  rows,
})

export const block = (text: string): Block => ({ _tag: 'Block', text })

const line = (cells: ReadonlyArray<string>, widths: ReadonlyArray<number>, fill: string): string =>
  `| ${cells.map((cell, k) => cell.padEnd(widths[k] ?? 0, fill)).join(' | ')} |`

const written = (part: Report['parts'][number]): string => {
  switch (part._tag) {
    case 'Prose':
      return part.text
    case 'Block':
      return `\`\`\`text\n${part.text}\n\`\`\``
    case 'Table': {
      const widths = part.head.map((cell, k) =>
        Math.max(3, cell.length, ...part.rows.map((row) => row[k]?.length ?? 0)),
      )
      return [
        line(part.head, widths, ' '),
        line(
          part.head.map(() => ''),
          widths,
          '-',
        ),
        ...part.rows.map((row) => line(row, widths, ' ')),
      ].join('\n')
    }
  }
}

/** The report as Markdown, under a heading of the second level. */
export const markdown = ({ parts, title }: Report): string => [`## ${title}`, ...parts.map(written)].join('\n\n')
